using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace ChatCvService.Documents;

/// <summary><c>GET /api/v1/documents</c> (CONTRACT.md, S3).</summary>
internal static class ListDocuments
{
    internal sealed record Response(IReadOnlyList<Document> Documents);

    /// <summary>The seed's <c>document</c> (003, "Finalize Session"), and which template it uses.</summary>
    internal sealed record Document(
        string Id, long UserId, string DocType, string Title, string Slug, string MongoDocumentId, int CurrentVersion, string TemplateCode, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
    {
        public static Document Of(StoredDocument row) => new(
            row.Id.ToString(CultureInfo.InvariantCulture), row.UserId, row.DocType, row.Title, row.Slug, row.MongoDocumentId, row.CurrentVersion, row.TemplateCode, row.CreatedAt, row.UpdatedAt);
    }

    public static async Task<Ok<Response>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response([.. (await StoredDocument.ListAsync(dataSource, user.UserId(), cancellationToken)).Select(Document.Of)]));
}
