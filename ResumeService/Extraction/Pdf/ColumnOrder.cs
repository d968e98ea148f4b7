namespace ResumeService.Extraction.Pdf;

/// <summary>
/// Two columns written row by row (a line of the left, a line of the right) -> each column whole, between the lines that run across both. Columns that the file
/// writes one after the other are left as they are.
/// </summary>
internal static class ColumnOrder
{
    // Fewer lines on a side are a table or a coincidence, not a column.
    private const int ColumnLines = 5;

    public static List<PageSegment> Of(List<PageSegment> segments)
    {
        if (segments.Count < 2 * ColumnLines || FindGutter(segments) is not { } gutter)
            return segments;

        var ordered = new List<PageSegment>(segments.Count);
        var (left, right) = (new List<PageSegment>(), new List<PageSegment>());
        void EndBand()
        {
            ordered.AddRange(left);
            ordered.AddRange(right);
            left.Clear();
            right.Clear();
        }

        foreach (var segment in segments)
        {
            segment.Column = SideOf(segment, gutter);
            if (segment.Column == 0)
            {
                EndBand();
                ordered.Add(segment);
            }
            else
            {
                (segment.Column < 0 ? left : right).Add(segment);
            }
        }

        EndBand();
        return ordered;
    }

    /// <summary>The x between two columns that the content order mixes, or null.</summary>
    private static double? FindGutter(List<PageSegment> segments)
    {
        var level = segments.Where(segment => segment.First.Direction == WritingDirection.Right).ToList();
        if (level.Count < 2 * ColumnLines)
            return null;
        var origin = level.Min(segment => segment.Left);
        var width = (int)Math.Clamp(level.Max(segment => segment.Right) - origin, 0, 20_000);

        // How many segments lie across each x (in points), as a running sum of their starts and ends.
        var change = new int[width + 2];
        foreach (var segment in level)
        {
            change[(int)Math.Clamp(segment.Left - origin + 1, 0, width)]++;
            change[(int)Math.Clamp(segment.Right - origin, 0, width)]--;
        }

        // The x crossed least, and of several the middle of the widest such strip.
        var (best, bestCrossing, bestStrip) = (-1, int.MaxValue, 0);
        for (int x = 0, crossing = 0, strip = 0, previous = -1; x <= width; x++)
        {
            crossing += change[x];
            strip = crossing == previous ? strip + 1 : 1;
            previous = crossing;
            if (x < width * 0.15 || x > width * 0.85)
                continue;
            if (crossing < bestCrossing || (crossing == bestCrossing && strip > bestStrip))
                (best, bestCrossing, bestStrip) = (x - (strip / 2), crossing, strip);
        }

        if (best < 0)
            return null;
        var gutter = origin + best;
        return AreMixedColumns(level, gutter) ? gutter : null;
    }

    private static int SideOf(PageSegment segment, double gutter) => segment.Right <= gutter + 1 ? -1 : segment.Left >= gutter - 1 ? 1 : 0;

    private static bool AreMixedColumns(List<PageSegment> segments, double gutter)
    {
        var left = segments.Where(segment => SideOf(segment, gutter) < 0).ToList();
        var right = segments.Where(segment => SideOf(segment, gutter) > 0).ToList();
        if (left.Count < ColumnLines || right.Count < ColumnLines || segments.Count - left.Count - right.Count > Math.Min(left.Count, right.Count))
            return false;

        // How often the order goes from one side to the other. Columns written one after the other do so once or twice.
        var switches = 0;
        var side = 0;
        foreach (var segment in segments)
        {
            var next = SideOf(segment, gutter);
            if (next != 0 && side != 0 && next != side)
                switches++;
            side = next;
        }

        if (switches < Math.Min(left.Count, right.Count) * 0.6)
            return false;

        // Dates, places and labels beside a text stand here and there; a column's lines follow each other closely. Short words on both sides are a grid, which reads row by row.
        var (leftLength, rightLength) = (left.Average(segment => segment.Length), right.Average(segment => segment.Length));
        return IsDense(left) && IsDense(right) && leftLength + rightLength >= 40 && Math.Min(leftLength, rightLength) >= 10;
    }

    private static bool IsDense(List<PageSegment> side)
    {
        var lines = side.OrderByDescending(segment => segment.Y).ToList();
        var close = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i - 1].Y - lines[i].Y < 1.9 * Math.Min(lines[i].Size, lines[i - 1].Size))
                close++;
        }

        return close >= 0.6 * (lines.Count - 1);
    }
}
