using ResumeService.Extraction;

namespace ResumeService.Profiles.Lines;

/// <summary>
/// Where the pages have the same two columns, reads the left one of all pages before the right one: a job that starts at the foot of one
/// page goes on in the same column of the next, not in the other.
/// </summary>
internal static class ColumnReader
{
    /// <summary>Points between the left edges of two columns.</summary>
    private const double LeastDistance = 90;

    /// <summary>Points by which the edge of a column may differ between pages.</summary>
    private const double Tolerance = 12;
    private const int FewestLines = 3;

    public static IReadOnlyList<DocumentLine> Joined(IReadOnlyList<DocumentLine> lines)
    {
        if (lines.Count == 0 || lines[0].Page == lines[^1].Page || lines.All(line => line.Left <= 0))
            return lines;

        var pages = lines.GroupBy(line => line.Page).Select(page => page.ToList()).ToList();
        var edges = pages.ConvertAll(RightEdge).OfType<double>().ToList();
        if (edges.Count == 0 || edges.Max() - edges.Min() > Tolerance)
            return lines;

        // A page that only one of the columns reaches has no edge of its own; a page of another make says that these are no columns.
        var edge = edges.Min() - Tolerance;
        if (!pages.TrueForAll(page => RightEdge(page) is not null || page.TrueForAll(line => line.Left >= edge) || page.TrueForAll(line => line.Left < edge) || IsShortTail(page, edge)))
            return lines;

        return [.. lines.Where(line => line.Left < edge), .. lines.Where(line => line.Left >= edge)];
    }

    /// <summary>Left edge of the right column, when all lines before its first line stand left of all lines behind it.</summary>
    private static double? RightEdge(List<DocumentLine> page)
    {
        for (var at = FewestLines; at <= page.Count - FewestLines; at++)
        {
            if (page[at].Left - page[at - 1].Left < LeastDistance)
                continue;

            var left = page.Take(at).Max(line => line.Left);
            var right = page.Skip(at).Min(line => line.Left);
            if (right - left >= LeastDistance)
                return right;
        }

        return null;
    }

    /// <summary>The last lines of both columns, too few to show an edge: left ones first.</summary>
    private static bool IsShortTail(List<DocumentLine> page, double edge) => page.Count(line => line.Left < edge) < FewestLines && page.SkipWhile(line => line.Left < edge).All(line => line.Left >= edge);
}
