using ChatCvService.Documents.Templates;
using ServiceDefaults.Pdf;

namespace ChatCvService.Documents.Export;

/// <summary>A document as a PDF: one page when it fits.</summary>
internal static class CvPdf
{
    // As base.css knows them.
    private static readonly string[] Densities = ["roomy", "open", "usual", "close", "snug", "tight"];

    public static Task<byte[]> WriteAsync(CvDocument document, PaperSize paper, IPdfRenderer renderer, CancellationToken cancellationToken) => renderer.RenderAsync(
        CvHtml.ForPdf(document),
        new PdfOptions { Title = document.Title, Language = TextLanguage.Of(document.Cv).Tag, Paper = paper, VerticalMargin = 16, HorizontalMargin = 18, Densities = Densities },
        cancellationToken);
}
