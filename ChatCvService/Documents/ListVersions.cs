using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ChatCvService.Documents;

/// <summary><c>GET /api/v1/documents/{id}/versions</c> (CONTRACT.md, S3), newest first.</summary>
internal static class ListVersions
{
    internal sealed record Response(IReadOnlyList<Version> Versions);

    internal sealed record Version(int Number, string Title, string TemplateCode, DateTimeOffset CreatedAt)
    {
        [System.Text.Json.Serialization.JsonPropertyName("version")]
        public int Number { get; init; } = Number;
    }

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(long id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        Version[] versions = [.. await connection.QueryAsync<Version>(new CommandDefinition(
            """
            SELECT v.version AS number, v.title, v.template_code, v.created_at
            FROM documents d JOIN document_versions v ON v.document_id = d.id
            WHERE d.id = @id AND d.user_id = @userId
            ORDER BY v.version DESC
            """,
            new { id, userId = user.UserId() },
            cancellationToken: cancellationToken))];
        // A document is never without a version.
        return versions.Length == 0 ? DocumentErrors.NoSuchDocument : TypedResults.Ok(new Response(versions));
    }
}
