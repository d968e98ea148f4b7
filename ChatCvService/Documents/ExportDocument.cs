using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Pdf;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary><c>GET /api/v1/documents/{id}/export?format=pdf|docx|json|md</c> (CONTRACT.md, S3), with <c>version</c>, <c>template</c> and <c>paper</c> if wanted.</summary>
internal static class ExportDocument
{
    public static async Task<Results<FileContentHttpResult, ApiError>> HandleAsync(
        long id, string? format, int? version, string? template, string? paper, ClaimsPrincipal user, NpgsqlDataSource dataSource, IPdfRenderer pdf, CancellationToken cancellationToken)
    {
        if (ExportFormat.Find(format) is not { } wanted)
            return DocumentErrors.UnknownFormat;
        if (!DocumentErrors.TryTemplate(template, out var look))
            return DocumentErrors.UnknownTemplate;
        if (DocumentErrors.Paper(paper) is not { } size)
            return DocumentErrors.UnknownPaper;
        if (await StoredVersion.FindAsync(dataSource, user.UserId(), id, version, cancellationToken) is not { } stored)
            return version is null ? DocumentErrors.NoSuchDocument : DocumentErrors.NoSuchVersion;

        try
        {
            var file = await wanted.WriteAsync(stored.ToDocument(look), size, pdf, cancellationToken);
            return TypedResults.File(file, wanted.ContentType, $"{stored.Slug}.{wanted.Extension}");
        }
        catch (PdfUnavailableException)
        {
            return DocumentErrors.NoPdf;
        }
    }
}
