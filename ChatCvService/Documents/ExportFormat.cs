using System.Net.Mime;
using ChatCvService.Documents.Export;
using ServiceDefaults.Pdf;

namespace ChatCvService.Documents;

/// <summary>A kind of file that a document can be taken away as.</summary>
/// <param name="Extension">Also its name in the query.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="WriteAsync">Makes the file.</param>
internal sealed record ExportFormat(string Extension, string ContentType, Func<CvDocument, PaperSize, IPdfRenderer, CancellationToken, Task<byte[]>> WriteAsync)
{
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("pdf", MediaTypeNames.Application.Pdf, CvPdf.WriteAsync),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (document, paper, _, _) => Task.FromResult(CvDocx.Write(document, paper))),
        new("json", MediaTypeNames.Application.Json, (document, _, _, _) => Task.FromResult(JsonResume.Write(document))),
        new("md", "text/markdown; charset=utf-8", (document, _, _, _) => Task.FromResult(CvMarkdown.Write(document))),
    ];

    /// <param name="name">Null and empty are PDF.</param>
    /// <returns>Null for an unknown one.</returns>
    public static ExportFormat? Find(string? name) =>
        string.IsNullOrEmpty(name) ? All[0] : All.FirstOrDefault(format => format.Extension.Equals(name, StringComparison.OrdinalIgnoreCase));
}
