using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Persistence;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>GET /api/resume/chunks</c> (S0).</summary>
internal static class GetChunks
{
    /// <param name="Id"><c>resume_chunk_{user}_{n}</c>.</param>
    /// <param name="ChunkId">Counts from 0.</param>
    /// <param name="UserId">Owner.</param>
    /// <param name="Text">At most 500 characters.</param>
    /// <param name="ChunkSize">Characters in <paramref name="Text"/>.</param>
    internal sealed record Chunk(string Id, int ChunkId, long UserId, string Text, int ChunkSize);

    internal sealed record Response(bool Success, IReadOnlyList<Chunk> Chunks);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        if (await StoredResume.CurrentAsync(dataSource, userId, cancellationToken) is not { } resume)
            return Answers.NoResume;

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var chunks = await connection.QueryAsync<(int Number, string Text)>(new CommandDefinition(
            "SELECT number, text FROM resume_chunks WHERE resume_id = @Id ORDER BY number", new { resume.Id }, cancellationToken: cancellationToken));
        return TypedResults.Ok(new Response(
            true, [.. chunks.Select(chunk => new Chunk($"resume_chunk_{userId}_{chunk.Number}", chunk.Number, userId, chunk.Text, chunk.Text.Length))]));
    }
}
