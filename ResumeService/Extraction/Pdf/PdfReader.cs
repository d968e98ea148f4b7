using UglyToad.PdfPig;

namespace ResumeService.Extraction.Pdf;

/// <summary>PDF bytes -> letters -> words -> segments -> rows in reading order -> lines -> blocks. Each step but the first is a pure function.</summary>
internal static class PdfReader
{
    /// <returns>The lines of all pages and the number of pages, or null when the document has more than <paramref name="maxPages"/>.</returns>
    public static (List<RawLine> Lines, int Pages)? Read(ReadOnlyMemory<byte> content, int maxPages)
    {
        using var document = PdfDocument.Open(content);
        var pages = new List<PdfPage>();
        foreach (var page in document.GetPages())
        {
            if (pages.Count == maxPages)
                return null;
            pages.Add(new PdfPage(Lines(WordBuilder.Words(PageGlyphs.Of(page)), page.Number), page.Height));
        }

        return (Join(pages), pages.Count);
    }

    /// <summary>The lines of one page whose words come in content order.</summary>
    public static List<PageLine> Lines(IReadOnlyList<PageWord> words, int page)
    {
        var segments = PageSegment.Of(words);

        // A page whose right side is notes has no right column.
        var ordered = SideNotes.Reunite(segments);
        if (ordered == segments)
            ordered = ColumnOrder.Of(segments);
        return PageLines.Of(VerticalOrder.Of(PageRow.Of(ordered)), page);
    }

    public static List<RawLine> Join(List<PdfPage> pages)
    {
        RunningHeads.Remove(pages);
        return Blocks.Of(BrokenAddresses.Join(ColumnsOverPages.Join([.. pages.Select(page => page.Lines)])));
    }
}
