namespace ResumeService.Extraction.Pdf;

/// <summary>
/// Pages -> one list of lines. Two columns that both go on over the page break (a sidebar, a layout table) are read each to its end over all its pages; text that flows
/// from the foot of the right column to the head of the next page's left one is read page by page.
/// </summary>
internal static class ColumnsOverPages
{
    // In units of the font size: columns that end so far apart were not filled one after the other.
    private const double ClearlyShorter = 4;

    public static List<PageLine> Join(List<List<PageLine>> pages)
    {
        var joined = new List<PageLine>(pages.Sum(page => page.Count));
        for (var first = 0; first < pages.Count;)
        {
            var columns = new List<Columns>();
            var last = first;
            if (Columns.Of(pages[first], mayHaveHead: true) is { } start)
            {
                columns.Add(start);
                while (last + 1 < pages.Count && Columns.Of(pages[last + 1], mayHaveHead: false) is { } next && next.Continues(columns[^1]))
                {
                    columns.Add(next);
                    last++;
                }
            }

            if (columns.Count > 1 && columns[^1].EndsLikeLayout)
            {
                joined.AddRange(columns[0].Head);
                joined.AddRange(columns.SelectMany(page => page.Left));
                joined.AddRange(columns.SelectMany(page => page.Right));
            }
            else
            {
                for (var page = first; page <= last; page++)
                    joined.AddRange(pages[page]);
            }

            first = last + 1;
        }

        return joined;
    }

    /// <summary>A page whose lines are, in this order, some across the page, a left column and a right column.</summary>
    private sealed record Columns(List<PageLine> Head, List<PageLine> Left, List<PageLine> Right)
    {
        private double LeftEnd => Left.Max(line => line.Right);

        private double RightStart => Right.Min(line => line.Left);

        /// <summary>The left column ends well above the right one or below it: text flowing through columns fills the left one first.</summary>
        public bool EndsLikeLayout => Math.Abs(Left[^1].Y - Right[^1].Y) > ClearlyShorter * Right[^1].Size;

        public bool Continues(Columns before) => LeftEnd < before.RightStart && before.LeftEnd < RightStart;

        public static Columns? Of(List<PageLine> lines, bool mayHaveHead)
        {
            // The right column begins where the order turns back up the page, to the right of everything in the left column.
            for (var split = 1; split < lines.Count; split++)
            {
                if (lines[split].Y <= lines[split - 1].Y || lines[split].Left <= lines[split - 1].Left)
                    continue;
                var right = lines[split..];
                var rightStart = right.Min(line => line.Left);
                var head = lines[..split].FindLastIndex(line => line.Right >= rightStart) + 1;
                if (head > 0 && !mayHaveHead)
                    return null;
                var left = lines[head..split];
                return left.Count >= 2 && right.Count >= 2 ? new Columns(lines[..head], left, right) : null;
            }

            return null;
        }
    }
}
