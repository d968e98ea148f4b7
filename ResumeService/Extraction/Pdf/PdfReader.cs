using UglyToad.PdfPig;

namespace ResumeService.Extraction.Pdf;

/// <summary>PDF bytes -> lines: letters, words, segments, reading order, lines, page by page.</summary>
internal static class PdfReader
{
    /// <returns>The lines of all pages, or null when the document has more than <paramref name="maxPages"/>.</returns>
    public static (List<RawLine> Lines, int Pages)? Read(ReadOnlyMemory<byte> content, int maxPages)
    {
        using var document = PdfDocument.Open(content);
        var lines = new List<RawLine>();
        var pages = 0;
        foreach (var page in document.GetPages())
        {
            if (++pages > maxPages)
                return null;
            lines.AddRange(Lines(PageGlyphs.Of(page), page.Number));
        }

        return (lines, pages);
    }

    public static IEnumerable<RawLine> Lines(IReadOnlyList<Glyph> glyphs, int page) =>
        Lines(WordBuilder.Words(glyphs), page);

    public static IEnumerable<RawLine> Lines(IReadOnlyList<PageWord> words, int page) =>
        PageLines.Of(ReadingOrder.Of(PageSegment.Of(words)), page);
}
