using Dapper;
using EmbeddingService.Contracts;
using Npgsql;
using ServiceDefaults.Persistence;

namespace EmbeddingService.Chunks;

/// <summary>
/// Vectors in Postgres, compared in this process. A resume has some dozens of chunks and every search is for one resume, so an exact scan of its rows is
/// both the simplest and the fastest search.
/// </summary>
public sealed class PostgresChunkStore(NpgsqlDataSource dataSource, Outbox outbox) : IChunkStore
{
    public async Task<ResumeIndexed?> FindAsync(long userId, long resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<IndexRow>(new CommandDefinition(
            "SELECT revision, chunk_count, model, indexed_at FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId",
            new { userId, resumeId },
            cancellationToken: cancellationToken));
        return row is null ? null : new ResumeIndexed(resumeId, userId, row.Revision, row.ChunkCount, row.Model, new DateTimeOffset(row.IndexedAt));
    }

    public async Task<bool> ReplaceAsync(ResumeIndexed index, IReadOnlyList<EmbeddedChunk> chunks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(chunks);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockUserAsync(transaction, index.UserId, cancellationToken);
        var accepted = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO resume_indexes AS held (resume_id, user_id, revision, model, chunk_count, indexed_at)
            SELECT @ResumeId, @UserId, @Revision, @Model, @ChunkCount, @IndexedAt
            WHERE NOT EXISTS (SELECT FROM erased_resumes WHERE resume_id = @ResumeId) AND NOT EXISTS (SELECT FROM erased_users WHERE user_id = @UserId)
            ON CONFLICT (resume_id) DO UPDATE
            SET revision = excluded.revision, model = excluded.model, chunk_count = excluded.chunk_count, indexed_at = excluded.indexed_at
            WHERE held.user_id = excluded.user_id
                AND (held.revision < excluded.revision OR held.revision = excluded.revision AND held.model <> excluded.model)
            """,
            index,
            transaction,
            cancellationToken: cancellationToken));
        if (accepted == 0)
            return false;

        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM chunks WHERE resume_id = @ResumeId;
            INSERT INTO chunks (resume_id, user_id, revision, model, number, text, vector)
            SELECT @ResumeId, @UserId, @Revision, @Model, number, text, vector
            FROM unnest(@Numbers, @Texts, @Vectors) AS chunk (number, text, vector)
            """,
            new
            {
                index.ResumeId,
                index.UserId,
                index.Revision,
                index.Model,
                Numbers = chunks.Select(chunk => chunk.Number).ToArray(),
                Texts = chunks.Select(chunk => chunk.Text).ToArray(),
                Vectors = chunks.Select(chunk => VectorBytes.Of(chunk.Vector.Span)).ToArray(),
            },
            transaction,
            cancellationToken: cancellationToken));
        await Outbox.AddAsync(transaction, index, cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return true;
    }

    public async Task RemoveAsync(long userId, long resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId", new { userId, resumeId }, cancellationToken: cancellationToken));
    }

    public Task EraseResumeAsync(long userId, long resumeId, DateTimeOffset erasedAt, CancellationToken cancellationToken) => EraseAsync(
        userId,
        """
        INSERT INTO erased_resumes (resume_id, user_id, erased_at) VALUES (@resumeId, @userId, @erasedAt) ON CONFLICT DO NOTHING;
        DELETE FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId;
        """,
        new { userId, resumeId, erasedAt },
        cancellationToken);

    // The mark of the user stands for those of the resumes.
    public Task EraseUserAsync(long userId, DateTimeOffset erasedAt, CancellationToken cancellationToken) => EraseAsync(
        userId,
        """
        INSERT INTO erased_users (user_id, erased_at) VALUES (@userId, @erasedAt) ON CONFLICT DO NOTHING;
        DELETE FROM erased_resumes WHERE user_id = @userId;
        DELETE FROM resume_indexes WHERE user_id = @userId;
        """,
        new { userId, erasedAt },
        cancellationToken);

    public async Task<IReadOnlyList<EmbeddedChunk>> ReadAsync(long userId, long resumeId, string model, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ChunkRow>(new CommandDefinition(
            "SELECT number, text, vector FROM chunks WHERE resume_id = @resumeId AND user_id = @userId AND model = @model ORDER BY number",
            new { userId, resumeId, model },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new EmbeddedChunk(row.Number, row.Text, VectorBytes.Read(row.Vector)))];
    }

    public async Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> SearchAsync(
        long userId, long resumeId, string model, IReadOnlyList<ReadOnlyMemory<float>> queries, int top, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var chunks = await ReadAsync(userId, resumeId, model, cancellationToken);
        return [.. queries.Select(query => NearestChunks.Of(query.Span, chunks, top))];
    }

    private async Task EraseAsync(long userId, string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockUserAsync(transaction, userId, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    // One writer at a time for one user's vectors: an index that is being stored and the erasure of its owner cannot pass each other unseen.
    private static async Task LockUserAsync(NpgsqlTransaction transaction, long userId, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(
            new CommandDefinition("SELECT pg_advisory_xact_lock(@userId)", new { userId }, transaction, cancellationToken: cancellationToken));

    private sealed record IndexRow(int Revision, int ChunkCount, string Model, DateTime IndexedAt);

    private sealed record ChunkRow(int Number, string Text, byte[] Vector);
}
