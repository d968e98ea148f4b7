using System.Security.Claims;
using ChatCvService.Documents.Templates;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary><c>GET /api/v1/documents/{id}/preview</c>: the page that the PDF is printed from, for a browser. No scripts; styles and fonts come from this service.</summary>
internal static class PreviewDocument
{
    /// <summary>No scripts; styles and fonts come from this service. The gateway sets the same.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static async Task<Results<ContentHttpResult, ApiError>> HandleAsync(
        long id, int? version, string? template, ClaimsPrincipal user, NpgsqlDataSource dataSource, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!DocumentErrors.TryTemplate(template, out var look))
            return DocumentErrors.UnknownTemplate;
        if (await StoredVersion.FindAsync(dataSource, user.UserId(), id, version, cancellationToken) is not { } stored)
            return version is null ? DocumentErrors.NoSuchDocument : DocumentErrors.NoSuchVersion;

        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return TypedResults.Content(CvHtml.ForBrowser(stored.ToDocument(look)), "text/html; charset=utf-8");
    }
}
