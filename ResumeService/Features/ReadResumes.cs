using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace ResumeService.Features;

/// <summary><c>GET /internal/users/{userId}/resumes</c>: newest first, for pages on which one is chosen.</summary>
internal static class ReadResumes
{
    public static async Task<JsonHttpResult<IReadOnlyList<ResumeOverview>>> HandleAsync(long userId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var resumes = await connection.QueryAsync<ResumeOverview>(new CommandDefinition(
            "SELECT id AS resume_id, filename, uploaded_at FROM resumes WHERE user_id = @userId ORDER BY uploaded_at DESC, id DESC", new { userId }, cancellationToken: cancellationToken));
        return TypedResults.Json<IReadOnlyList<ResumeOverview>>(resumes.AsList(), PlatformJson.Internal);
    }
}
