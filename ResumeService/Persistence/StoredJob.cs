using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using ServiceDefaults.Persistence;

namespace ResumeService.Persistence;

/// <summary>A job description that a user set a resume against. Always read with its owner in the predicate.</summary>
public sealed record StoredJob
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset UsedAt { get; init; }

    /// <summary>The newest jobs of a user.</summary>
    internal static async Task<IReadOnlyList<StoredJob>> ListAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<StoredJob>(new CommandDefinition(
            "SELECT id, title, text, used_at FROM job_descriptions WHERE user_id = @userId ORDER BY used_at DESC, id DESC LIMIT 20", new { userId }, cancellationToken: cancellationToken))];
    }

    internal static async Task<int> CountAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM job_descriptions WHERE user_id = @userId", new { userId }, cancellationToken: cancellationToken));
    }

    /// <summary>Keeps a text; the same text again is the same job. Null once the user's data was erased.</summary>
    internal static async Task<long?> KeepAsync(NpgsqlDataSource dataSource, long userId, string title, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken);
        var id = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            """
            INSERT INTO job_descriptions (user_id, title, text, text_hash, used_at)
            SELECT @userId, @title, @text, @Hash, @now WHERE NOT EXISTS (SELECT FROM erased_users WHERE user_id = @userId)
            ON CONFLICT (user_id, text_hash) DO UPDATE SET used_at = excluded.used_at
            RETURNING id
            """,
            new { userId, title, text, Hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)), now },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    internal static async Task DeleteAsync(NpgsqlDataSource dataSource, long userId, long id, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM job_descriptions WHERE id = @id AND user_id = @userId", new { id, userId }, cancellationToken: cancellationToken));
    }

    /// <summary>The similarity that was kept for this revision; null when there is none yet.</summary>
    internal static async Task<double?> SimilarityAsync(NpgsqlDataSource dataSource, StoredResume resume, long id, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<double?>(new CommandDefinition(
            "SELECT similarity FROM job_similarities WHERE resume_id = @ResumeId AND job_id = @id AND revision = @Revision",
            new { ResumeId = resume.Id, id, resume.Revision },
            cancellationToken: cancellationToken));
    }

    internal static async Task KeepSimilarityAsync(NpgsqlDataSource dataSource, StoredResume resume, long id, double similarity, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        // Either may have been deleted meanwhile.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO job_similarities (resume_id, job_id, revision, similarity)
            SELECT resume.id, job.id, @Revision, @similarity FROM resumes resume, job_descriptions job WHERE resume.id = @ResumeId AND job.id = @id FOR KEY SHARE
            ON CONFLICT (resume_id, job_id) DO UPDATE SET revision = excluded.revision, similarity = excluded.similarity
            """,
            new { ResumeId = resume.Id, id, resume.Revision, similarity },
            cancellationToken: cancellationToken));
    }
}
