namespace ResumeService.Extraction.Pdf;

/// <summary>A word and its place; <paramref name="Y"/> is the baseline.</summary>
internal readonly record struct PageWord(string Text, double Left, double Right, double Y, double Size, WritingDirection Direction)
{
    public double Top => Y + (0.8 * Size);

    public double Bottom => Y - (0.2 * Size);

    /// <summary>On one line of writing: the heights overlap by more than half of the smaller word, and the baselines are no line apart (some fonts' boxes are twice their letters' height).</summary>
    public bool IsLevelWith(in PageWord other) =>
        Direction == other.Direction
        && Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom) > 0.5 * Math.Min(Size, other.Size)
        && Math.Abs(Y - other.Y) < 0.45 * Math.Max(Size, other.Size);
}
