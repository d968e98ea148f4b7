using System.Text;

namespace ResumeService.Extraction.Pdf;

/// <summary>Segments in reading order -> lines, with the gaps between blocks found.</summary>
internal static class PageLines
{
    // A block ends where the step to the next line is this much larger than the page's usual step.
    private const double BlockStep = 1.3;

    public static IEnumerable<RawLine> Of(List<PageSegment> segments, int page)
    {
        var rows = Rows(segments);
        var usual = UsualStep(rows);
        List<PageSegment>? above = null;
        foreach (var row in rows)
        {
            yield return new RawLine(
                TextOf(row),
                page,
                Math.Round(row.Max(segment => segment.Size), 2),
                Math.Round(row[0].Left, 2),
                IsHeading: false,
                StartsBlock: above is null || StartsBlock(above[0], row[0], usual));
            above = row;
        }
    }

    /// <summary>Segments on one line, from left to right, are one row: a title and its date at the right margin, the cells of a table's row.</summary>
    private static List<List<PageSegment>> Rows(List<PageSegment> segments)
    {
        var rows = new List<List<PageSegment>>();
        foreach (var segment in segments)
        {
            if (rows.Count > 0 && rows[^1][^1] is var last && last.Column == segment.Column && segment.Left >= last.Right - (0.5 * segment.Size) && segment.First.IsLevelWith(last.First))
                rows[^1].Add(segment);
            else
                rows.Add([segment]);
        }

        return rows;
    }

    private static string TextOf(List<PageSegment> row)
    {
        if (row.Count == 1)
            return row[0].Text;
        var text = new StringBuilder(row[0].Text);
        for (var i = 1; i < row.Count; i++)
        {
            // A wide gap behind a bullet or an icon says nothing.
            var separator = row[i - 1].Length <= 1 && i == 1 ? ' ' : '\t';
            text.Append(separator).Append(row[i].Text);
        }

        return text.ToString();
    }

    /// <summary>The median step from a line to the next below it, in units of the font size.</summary>
    private static double UsualStep(List<List<PageSegment>> rows)
    {
        var steps = new List<double>();
        for (var i = 1; i < rows.Count; i++)
        {
            if (StepOf(rows[i - 1][0], rows[i][0]) is > 0.5 and < 2.5 and var step)
                steps.Add(step);
        }

        if (steps.Count == 0)
            return 1.25;
        steps.Sort();
        return steps[(steps.Count - 1) / 2];
    }

    private static bool StartsBlock(PageSegment above, PageSegment line, double usual)
    {
        if (above.Column != line.Column || above.First.Direction != line.First.Direction)
            return true;
        var step = StepOf(above, line);
        return step < -0.5 || step > usual * BlockStep;
    }

    private static double StepOf(PageSegment above, PageSegment line) => (above.Y - line.Y) / Math.Max(1, Math.Max(above.Size, line.Size));
}
