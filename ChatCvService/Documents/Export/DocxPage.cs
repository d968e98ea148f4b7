using ChatCvService.Documents.Templates;
using DocumentFormat.OpenXml.Wordprocessing;
using ServiceDefaults.Pdf;

namespace ChatCvService.Documents.Export;

/// <summary>A page of a Word document. Lengths are twentieths of a point.</summary>
/// <param name="Width">Of the paper.</param>
/// <param name="Height">Of the paper.</param>
internal sealed record DocxPage(uint Width, uint Height)
{
    // 18 and 16 mm, as in the PDF.
    private const int SideMargin = 1020;
    private const int VerticalMargin = 907;

    /// <summary>Where dates end: the right edge of the text.</summary>
    public int TextWidth => (int)Width - (2 * SideMargin);

    public static DocxPage Of(PaperSize paper) => paper == PaperSize.Letter ? new(12240, 15840) : new(11906, 16838);

    public SectionProperties Section(TextLanguage language)
    {
        var section = new SectionProperties(
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = VerticalMargin, Bottom = VerticalMargin, Left = SideMargin, Right = SideMargin, Header = 567, Footer = 567, Gutter = 0 });
        if (language.Direction == "rtl")
            section.Append(new BiDi());
        return section;
    }
}
