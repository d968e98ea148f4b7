using Dapper;
using EmbeddingService.Contracts;
using EmbeddingService.Persistence;
using Npgsql;
using ServiceDefaults.Persistence;

namespace EmbeddingService.Chunks;

/// <summary>
/// Vectors in Postgres, compared in this process. A resume has some dozens of chunks and every search is for one resume, so an exact scan is both the
/// simplest and the fastest search. What was searched lately stays in memory; each search asks Postgres for the version of the index first, so that no
/// replica ever answers from a copy that another one has replaced or erased.
/// </summary>
internal sealed class PostgresChunkStore(NpgsqlDataSource dataSource, Outbox outbox, ChunkCache cache) : IChunkStore
{
    public string Kind => "postgres";

    public async Task<ResumeIndexed?> FindAsync(long userId, long resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.FindIndexAsync(userId, resumeId, cancellationToken) is { } record && record.Store == Kind ? record.Index : null;
    }

    public async Task<bool> ReplaceAsync(ResumeIndexed index, IReadOnlyList<EmbeddedChunk> chunks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(chunks);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.LockUserAsync(index.UserId, cancellationToken);
        if (!await transaction.TryPutIndexAsync(index, Kind, cancellationToken))
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
        await ChangeAsync(userId, transaction => transaction.RemoveIndexAsync(userId, resumeId, cancellationToken), cancellationToken);
        cache.Remove(userId, resumeId);
    }

    public async Task EraseResumeAsync(long userId, long resumeId, DateTimeOffset erasedAt, CancellationToken cancellationToken)
    {
        await ChangeAsync(userId, transaction => transaction.EraseIndexAsync(userId, resumeId, erasedAt, cancellationToken), cancellationToken);
        cache.Remove(userId, resumeId);
    }

    public async Task EraseUserAsync(long userId, DateTimeOffset erasedAt, CancellationToken cancellationToken)
    {
        await ChangeAsync(userId, transaction => transaction.EraseIndexesAsync(userId, erasedAt, cancellationToken), cancellationToken);
        cache.RemoveUser(userId);
    }

    public async Task<IReadOnlyList<EmbeddedChunk>> ReadAsync(long userId, long resumeId, string model, CancellationToken cancellationToken) =>
        (await BlockAsync(userId, resumeId, model, cancellationToken)).Chunks;

    public async Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> SearchAsync(
        long userId, long resumeId, string model, IReadOnlyList<ReadOnlyMemory<float>> queries, int top, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var block = await BlockAsync(userId, resumeId, model, cancellationToken);
        return [.. queries.Select(query => block.Nearest(query.Span, top))];
    }

    private async Task<ChunkBlock> BlockAsync(long userId, long resumeId, string model, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (cache.Contains(userId, resumeId))
        {
            var version = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
                "SELECT version FROM resume_indexes WHERE resume_id = @resumeId AND user_id = @userId AND model = @model AND store = @Kind",
                new { userId, resumeId, model, Kind },
                cancellationToken: cancellationToken));
            if (version is null)
            {
                cache.Remove(userId, resumeId);
                return ChunkBlock.Empty;
            }

            if (cache.Find(userId, resumeId, version.Value) is { } held)
                return held;
        }

        // One statement sees one state: the version belongs to these chunks.
        var rows = (await connection.QueryAsync<ChunkRow>(new CommandDefinition(
            """
            SELECT held.version, chunk.number, chunk.text, chunk.vector
            FROM resume_indexes held JOIN chunks chunk USING (resume_id)
            WHERE held.resume_id = @resumeId AND held.user_id = @userId AND held.model = @model AND held.store = @Kind
            ORDER BY chunk.number
            """,
            new { userId, resumeId, model, Kind },
            cancellationToken: cancellationToken))).AsList();
        if (rows.Count == 0)
            return ChunkBlock.Empty;

        var block = ChunkBlock.Of([.. rows.Select(row => new EmbeddedChunk(row.Number, row.Text, VectorBytes.Read(row.Vector)))]);
        cache.Put(userId, resumeId, rows[0].Version, block);
        return block;
    }

    private async Task ChangeAsync(long userId, Func<NpgsqlTransaction, Task> change, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.LockUserAsync(userId, cancellationToken);
        await change(transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record ChunkRow(long Version, int Number, string Text, byte[] Vector);
}
