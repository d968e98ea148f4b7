using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace ResumeService.Features;

/// <summary><c>GET /internal/resumes/{resumeId}/chunks</c>: for EmbeddingService. 404 when the resume is gone.</summary>
internal static class ReadChunks
{
    public static async Task<Results<JsonHttpResult<ResumeChunks>, NotFound>> HandleAsync(long resumeId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        // One statement, one snapshot: the revision is that of these chunks.
        var rows = (await connection.QueryAsync<(long UserId, int Revision, int? Number, string? Text)>(new CommandDefinition(
            """
            SELECT r.user_id, r.revision, c.number, c.text
            FROM resumes r LEFT JOIN resume_chunks c ON c.resume_id = r.id
            WHERE r.id = @resumeId ORDER BY c.number
            """,
            new { resumeId },
            cancellationToken: cancellationToken))).AsList();
        if (rows.Count == 0)
            return TypedResults.NotFound();
        var chunks = rows.Where(row => row.Number is not null).Select(row => new ResumeChunk(row.Number!.Value, row.Text!)).ToList();
        return TypedResults.Json(new ResumeChunks(resumeId, rows[0].UserId, rows[0].Revision, chunks), PlatformJson.Internal);
    }
}
