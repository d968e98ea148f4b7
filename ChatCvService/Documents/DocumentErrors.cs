using ChatCvService.Documents.Templates;
using ServiceDefaults.Pdf;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary>What the routes of documents answer when it is not a document.</summary>
internal static class DocumentErrors
{
    public static readonly ApiError NoSuchDocument = new(StatusCodes.Status404NotFound, "Document not found");

    public static readonly ApiError NoSuchVersion = new(StatusCodes.Status404NotFound, "Document or version not found");

    public static readonly ApiError UnknownFormat = new(StatusCodes.Status400BadRequest, "Unknown format. Use pdf, docx, json or md.");

    public static readonly ApiError UnknownTemplate = new(StatusCodes.Status400BadRequest, $"Unknown template_code. Use {string.Join(", ", CvTemplate.Codes.Order(StringComparer.Ordinal))}.");

    public static readonly ApiError UnknownPaper = new(StatusCodes.Status400BadRequest, "Unknown paper. Use a4 or letter.");

    public static readonly ApiError NoPdf = new(StatusCodes.Status503ServiceUnavailable, "PDF export is not available right now. Please try again, or use another format.");

    /// <summary>The template that a query names.</summary>
    /// <param name="code">Null and empty leave it to the document.</param>
    /// <param name="template">Null when the document decides.</param>
    /// <returns>False for an unknown code.</returns>
    public static bool TryTemplate(string? code, out CvTemplate? template)
    {
        template = string.IsNullOrEmpty(code) ? null : CvTemplate.Find(code);
        return template is not null || string.IsNullOrEmpty(code);
    }

    /// <param name="paper">Null and empty are A4.</param>
    /// <returns>Null for an unknown one.</returns>
    public static PaperSize? Paper(string? paper) =>
        string.IsNullOrEmpty(paper) || paper.Equals("a4", StringComparison.OrdinalIgnoreCase) ? PaperSize.A4
        : paper.Equals("letter", StringComparison.OrdinalIgnoreCase) ? PaperSize.Letter
        : null;
}
