using System.Text.Json;
using Dapper;
using Npgsql;
using ResumeService.Profiles;
using ServiceDefaults.Json;

namespace ResumeService.Persistence;

/// <summary>A resume as stored. Always read with its owner in the predicate: somebody else's is not there.</summary>
internal sealed record StoredResume
{
    private const string Columns = """
        SELECT id, user_id, filename, revision, text, profile AS profile_json, uploaded_at, indexed_revision >= revision AS indexed,
            (SELECT count(*) FROM resume_chunks WHERE resume_id = resumes.id)::int AS chunk_count
        FROM resumes
        """;

    public required long Id { get; init; }

    public required long UserId { get; init; }

    public required string Filename { get; init; }

    public required int Revision { get; init; }

    public required string Text { get; init; }

    public required string ProfileJson { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required bool Indexed { get; init; }

    public required int ChunkCount { get; init; }

    public ResumeProfile Profile => field ??= JsonSerializer.Deserialize<ResumeProfile>(ProfileJson, PlatformJson.Internal)!;

    /// <summary>The user's newest upload; null when there is none.</summary>
    public static Task<StoredResume?> CurrentAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken) =>
        SingleAsync(dataSource, "WHERE user_id = @userId ORDER BY uploaded_at DESC, id DESC LIMIT 1", new { userId }, cancellationToken);

    /// <summary>One resume of the user; null when it is not there or somebody else's.</summary>
    public static Task<StoredResume?> FindAsync(NpgsqlDataSource dataSource, long userId, long id, CancellationToken cancellationToken) =>
        SingleAsync(dataSource, "WHERE user_id = @userId AND id = @id", new { userId, id }, cancellationToken);

    /// <summary>The user's resume made of these bytes; null when there is none.</summary>
    public static Task<StoredResume?> FindByContentAsync(NpgsqlDataSource dataSource, long userId, byte[] hash, CancellationToken cancellationToken) =>
        SingleAsync(dataSource, "WHERE user_id = @userId AND content_hash = @hash", new { userId, hash }, cancellationToken);

    private static async Task<StoredResume?> SingleAsync(NpgsqlDataSource dataSource, string where, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StoredResume>(new CommandDefinition(Columns + "\n" + where, parameters, cancellationToken: cancellationToken));
    }
}
