namespace ResumeService.Extraction.Pdf;

/// <summary>Which way a line of writing runs on the page.</summary>
internal enum WritingDirection
{
    Right,
    Down,
    UpsideDown,
    Up,
}

/// <summary>
/// One character as the page draws it. Coordinates are those of its line of writing: <paramref name="X"/> grows along the line, <paramref name="Y"/> away from its
/// lower side, in points, whatever the direction is on the page. So every later step deals with level text only.
/// </summary>
internal readonly record struct Glyph(string Text, double X, double Y, double Advance, double Size, WritingDirection Direction);
