using Microsoft.Extensions.Options;
using ResumeService.Extraction;
using Shouldly;

namespace ResumeService.Tests.Extraction;

/// <summary>Reads documents in the test's own process.</summary>
internal static class Read
{
    public static async Task<DocumentText> PdfAsync(byte[] pdf) => await SuccessAsync(pdf, DocumentKind.Pdf);

    public static async Task<DocumentText> DocxAsync(byte[] docx) => await SuccessAsync(docx, DocumentKind.Docx);

    public static async Task<ExtractionResult> ResultAsync(byte[] document, DocumentKind kind, ExtractionOptions? limits = null) =>
        await new DocumentReader(Options.Create(limits ?? new ExtractionOptions())).ReadAsync(document, kind, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>The lines' texts.</summary>
    public static string[] Lines(this DocumentText document) => [.. document.Lines.Select(line => line.Text)];

    private static async Task<DocumentText> SuccessAsync(byte[] document, DocumentKind kind)
    {
        var result = await ResultAsync(document, kind);
        result.Failure.ShouldBeNull();
        return result.Document.ShouldNotBeNull();
    }
}
