namespace ResumeService.Extraction.Pdf;

/// <summary>Segments on one line of writing, from left to right: a title and its date at the right margin, the cells of a table's row.</summary>
internal sealed class PageRow(PageSegment first)
{
    private readonly List<PageSegment> _segments = [first];

    public IReadOnlyList<PageSegment> Segments => _segments;

    public PageSegment First => _segments[0];

    public PageSegment Last => _segments[^1];

    public double Left => First.Left;

    public double Right => Last.Right;

    public double Y => First.Y;

    public double Size => First.First.Size;

    /// <summary>Stands higher on the page and over at least half of the narrower one's width: it is read first, whatever was drawn first.</summary>
    public bool IsAbove(PageRow other) =>
        First.Bottom >= other.First.Top - (0.4 * Math.Min(Size, other.Size))
        && First.First.Direction == other.First.First.Direction
        && Math.Min(Right, other.Right) - Math.Max(Left, other.Left) >= 0.5 * Math.Min(Right - Left, other.Right - other.Left);

    /// <summary>Segments that follow each other in the given order and on the page become one row.</summary>
    public static List<PageRow> Of(IEnumerable<PageSegment> segments)
    {
        var rows = new List<PageRow>();
        foreach (var segment in segments)
        {
            if (rows.Count > 0 && rows[^1].Last is var last && last.Column == segment.Column && segment.First.IsLevelWith(last.First) && segment.Left >= last.Right - (0.5 * segment.First.Size))
                rows[^1]._segments.Add(segment);
            else if (rows.Count > 0 && IsDateOf(segment, rows[^1], rows.Count > 1 ? rows[^2] : null))
                rows[^1]._segments.Insert(0, segment);
            else
                rows.Add(new PageRow(segment));
        }

        return rows;
    }

    /// <summary>
    /// The row is a date that was drawn before the title it stands beside. It is not when it is the second line of a place and date at the margin: then it belongs to the
    /// row above, and what stands to its left goes on with the text.
    /// </summary>
    private static bool IsDateOf(PageSegment title, PageRow row, PageRow? above) =>
        row._segments.Count == 1
        && row.First.Column == title.Column
        && title.First.IsLevelWith(row.First.First)
        && title.Right <= row.Left
        && !(above is not null && Math.Abs(above.Right - row.Right) < 3 && above.Y - row.Y is > 0 and var step && step < 1.9 * row.Size);
}
