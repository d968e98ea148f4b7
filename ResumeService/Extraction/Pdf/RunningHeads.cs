using System.Globalization;
using System.Text.RegularExpressions;

namespace ResumeService.Extraction.Pdf;

/// <summary>
/// Page headers and footers: what stands at the same height near the edge of several pages with the same text (page numbers aside) is kept once, a header on the
/// first page, a footer on the last, so that it does not cut a job in two. A browser's own print header and footer go altogether.
/// </summary>
internal static class RunningHeads
{
    // The part of the page's height, at its top and at its foot, where they stand.
    private const double Margin = 0.12;

    public static void Remove(List<PdfPage> pages)
    {
        foreach (var page in pages)
            page.Lines.RemoveAll(line => (line.Y > page.Height * (1 - Margin) && BrowserHead.IsMatch(line.Text)) || (line.Y < page.Height * Margin && BrowserFoot.IsMatch(line.Text)));
        if (pages.Count < 2)
            return;
        Remove(pages, (page, line) => line.Y > page.Height * (1 - Margin), keepLast: false);
        Remove(pages, (page, line) => line.Y < page.Height * Margin, keepLast: true);
    }

    // "11/24/26, 11:04 AM   Resume" and "https://example.org/cv   1/2": what a browser prints around a page unless it is told not to.
    private static readonly Regex BrowserHead = new(@"^[0-9]{1,4}[/.\-][0-9]{1,2}[/.\-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}( ?[AP]M)?(\s|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex BrowserFoot = new(@"^(https?|file)://\S*\s+[0-9]+ ?/ ?[0-9]+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static void Remove(List<PdfPage> pages, Func<PdfPage, PageLine, bool> isInMargin, bool keepLast)
    {
        var seen = new Dictionary<string, List<(int Page, PageLine Line)>>(StringComparer.Ordinal);
        foreach (var (number, page) in pages.Index())
        {
            foreach (var line in page.Lines.Where(line => isInMargin(page, line)))
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(line.Y / 2)} {WithoutNumbers(line.Text)}");
                if (!seen.TryGetValue(key, out var places))
                    seen[key] = places = [];
                places.Add((number, line));
            }
        }

        // On two pages it is a repetition already, if it is on every page or every other one.
        foreach (var places in seen.Values.Where(places => places.Count >= 2 && places.Count >= pages.Count / 2))
        {
            foreach (var (page, line) in keepLast ? places[..^1] : places[1..])
                pages[page].Lines.Remove(line);
        }
    }

    private static string WithoutNumbers(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? '#' : c)).Replace("##", "#", StringComparison.Ordinal);
}
