using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Persistence;
using ServiceDefaults.Auth;

namespace ResumeService.Features;

/// <summary><c>GET /api/resumes</c> (CONTRACT.md, S0): newest first, the first one is the current one.</summary>
internal static class ListResumes
{
    internal sealed record Item
    {
        public required long ResumeId { get; init; }

        public required string Filename { get; init; }

        public required DateTimeOffset UploadedAt { get; init; }

        public required bool Current { get; init; }

        public required bool FaissIndexed { get; init; }
    }

    /// <param name="Success">True.</param>
    /// <param name="Resumes">Newest first.</param>
    /// <param name="JobDescriptions">How many the user has set a resume against on the pages.</param>
    internal sealed record Response(bool Success, IReadOnlyList<Item> Resumes, int JobDescriptions);

    public static async Task<Ok<Response>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response(true, await ReadAsync(dataSource, user.UserId(), cancellationToken), await StoredJob.CountAsync(dataSource, user.UserId(), cancellationToken)));

    public static async Task<IReadOnlyList<Item>> ReadAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var resumes = await connection.QueryAsync<Item>(new CommandDefinition(
            """
            SELECT id AS resume_id, filename, uploaded_at, indexed_revision >= revision AS faiss_indexed,
                row_number() OVER (ORDER BY uploaded_at DESC, id DESC) = 1 AS current
            FROM resumes WHERE user_id = @userId ORDER BY uploaded_at DESC, id DESC
            """,
            new { userId },
            cancellationToken: cancellationToken));
        return resumes.AsList();
    }
}
