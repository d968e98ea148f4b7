using System.Text;

namespace ResumeService.Extraction.Pdf;

/// <summary>A line of a page with its place.</summary>
internal sealed record PageLine(string Text, int Page, double Left, double Right, double Y, double Size, int Column, WritingDirection Direction);

/// <summary>A page's lines in reading order, and its height in points.</summary>
internal sealed record PdfPage(List<PageLine> Lines, double Height);

/// <summary>Rows in reading order -> lines.</summary>
internal static class PageLines
{
    public static List<PageLine> Of(List<PageRow> rows, int page)
    {
        var lines = new List<PageLine>(rows.Count);
        foreach (var (index, row) in rows.Index())
        {
            if (HasLabel(row.Segments, index + 1 < rows.Count ? rows[index + 1] : null))
            {
                lines.Add(Line([row.First], page));
                lines.Add(Line([.. row.Segments.Skip(1)], page));
            }
            else
            {
                lines.Add(Line(row.Segments, page));
            }
        }

        return lines;
    }

    private static PageLine Line(IReadOnlyList<PageSegment> row, int page) =>
        new(TextOf(row), page, row[0].Left, row[^1].Right, row[0].Y, row.Max(segment => segment.Size), row[0].Column, row[0].First.Direction);

    /// <summary>
    /// The first segment is a heading or label in a margin of its own: it is set larger, or the text goes on below the second one. So the two are two lines, the label
    /// first. A date in the margin stays on the line of what it dates.
    /// </summary>
    private static bool HasLabel(IReadOnlyList<PageSegment> row, PageRow? below)
    {
        if (row.Count < 2 || row[0].Length <= 2 || row[0].Text.Any(char.IsAsciiDigit))
            return false;
        var (label, text) = (row[0], row[1]);
        if (label.First.Size > 1.12 * text.First.Size && !row.Skip(1).Any(segment => segment.Text.Any(char.IsAsciiDigit)))
            return true;
        return below is not null && row.Count == 2 && Math.Abs(below.Left - text.Left) < 3 && below.Left > label.Right
            && label.Y > below.Y && label.Y - below.Y < 3 * text.Size;
    }

    private static string TextOf(IReadOnlyList<PageSegment> row)
    {
        if (row.Count == 1)
            return row[0].Text;
        var text = new StringBuilder(row[0].Text);
        for (var i = 1; i < row.Count; i++)
        {
            // The gap behind a bullet or a number says nothing, nor does one between words whose letters are spaced.
            var isNarrow = (row[i - 1].Length <= 2 && i == 1) || (row[i - 1].IsLetterspaced && row[i].IsLetterspaced);
            text.Append(isNarrow ? ' ' : '\t').Append(row[i].Text);
        }

        return text.ToString();
    }
}
