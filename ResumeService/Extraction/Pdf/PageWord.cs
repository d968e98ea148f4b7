namespace ResumeService.Extraction.Pdf;

/// <summary>A word and its place; <paramref name="Y"/> is the baseline.</summary>
internal readonly record struct PageWord(string Text, double Left, double Right, double Y, double Size, WritingDirection Direction)
{
    public double Top => Y + (0.8 * Size);

    public double Bottom => Y - (0.2 * Size);

    /// <summary>On one line of writing: the heights overlap by more than half of the smaller word.</summary>
    public bool IsLevelWith(in PageWord other) =>
        Direction == other.Direction && Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom) > 0.5 * Math.Min(Size, other.Size);
}
