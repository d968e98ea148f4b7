namespace ServiceDefaults.Pdf;

/// <summary>Which density a document is printed in: one page when it fits, and never a last page with two lines on it (UI.md, "CV templates and PDFs").</summary>
internal static class PageFit
{
    /// <summary>A last page that holds less than this share of a page looks like a mistake.</summary>
    private const double LeastOnLastPage = 0.22;

    /// <summary>Orders the densities by how well they fit; the first whose printed pages match its measure is taken.</summary>
    /// <param name="pages">Height of the content in pages, for each density from the roomiest to the tightest.</param>
    /// <returns>Indices into <paramref name="pages"/>.</returns>
    public static IReadOnlyList<int> Order(IReadOnlyList<double> pages)
    {
        var middle = pages.Count / 2;
        return
        [
            .. Enumerable.Range(0, pages.Count)
                .OrderBy(density => Penalty(pages[density]))
                // On one page the roomiest fills it best; on several the usual density reads best, and of two as far from it the one with fewer pages.
                .ThenBy(density => pages[density] <= 1 ? density : Math.Abs(density - middle))
                .ThenByDescending(density => density),
        ];
    }

    /// <summary>Whole pages that <paramref name="pages"/> ought to print on.</summary>
    public static int Expected(double pages) => Math.Max(1, (int)Math.Ceiling(pages));

    private static double Penalty(double pages)
    {
        if (pages <= 1)
            return 0;
        var last = pages - Math.Floor(pages);
        // Emptier is worse, by steps that differences of a line do not cross back and forth.
        return last is 0 or >= LeastOnLastPage ? 1 : 2 + Math.Round(LeastOnLastPage - last, 2);
    }
}
