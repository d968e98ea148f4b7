using System.Globalization;
using System.Security.Claims;
using ChatCvService.CvData;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary><c>GET /api/v1/documents/{id}</c> (CONTRACT.md, S3): the seed's <c>document</c> fields with <c>template_code</c> and <c>cv_data</c>.</summary>
internal static class GetDocument
{
    internal sealed record Response(
        string Id, long UserId, string DocType, string Title, string Slug, string MongoDocumentId, int CurrentVersion, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string TemplateCode, Cv CvData);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(long id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (await StoredDocument.FindAsync(dataSource, user.UserId(), id, cancellationToken) is not { } row
            || await StoredVersion.FindAsync(dataSource, user.UserId(), id, row.CurrentVersion, cancellationToken) is not { } version)
        {
            return DocumentErrors.NoSuchDocument;
        }

        return TypedResults.Ok(new Response(
            row.Id.ToString(CultureInfo.InvariantCulture), row.UserId, row.DocType, row.Title, row.Slug, row.MongoDocumentId, row.CurrentVersion, row.CreatedAt, row.UpdatedAt, row.TemplateCode,
            CvJson.Read<Cv>(version.CvData)));
    }
}
