using Dapper;
using EmbeddingService.Contracts;
using EmbeddingService.Persistence;
using Grpc.Core;
using Npgsql;
using Qdrant.Client;
using Qdrant.Client.Grpc;
using ServiceDefaults.Persistence;

namespace EmbeddingService.Chunks;

/// <summary>
/// Vectors in Qdrant; which of them count is said in Postgres. An index is written in three steps: its points are put on the list of leftovers, then into
/// Qdrant, then one transaction makes them count, announces them and puts those of before on the list. A crash between any two leaves the earlier index as
/// it was and an entry on the list, which the next writer of that user or <see cref="LeftoverSweeper"/> clears away.
/// </summary>
internal sealed class QdrantChunkStore(
    QdrantClient qdrant, QdrantCollection collection, NpgsqlDataSource dataSource, Outbox outbox, ILogger<QdrantChunkStore> logger) : IChunkStore
{
    public const string Kind = "qdrant";

    private const int BatchSize = 100;
    private const int PageSize = 250;
    private const int MostReads = 10;

    string IChunkStore.Kind => Kind;

    public async Task<ResumeIndexed?> FindAsync(long userId, long resumeId, CancellationToken cancellationToken) =>
        (await FindRecordAsync(userId, resumeId, cancellationToken))?.Index;

    public async Task<bool> ReplaceAsync(ResumeIndexed index, IReadOnlyList<EmbeddedChunk> chunks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(chunks);
        await using var held = await UserLock.TakeAsync(dataSource, index.UserId, cancellationToken);
        if (!await held.Connection.IsIndexWantedAsync(index, Kind, cancellationToken))
            return false;

        // An entry may be of these very points, from a writer that died or from a model that is in use again: nothing that will count may stay on the list.
        await ClearAsync(held, cancellationToken);
        await held.Connection.NoteLeftoverAsync(index, cancellationToken);
        foreach (var batch in chunks.Chunk(BatchSize))
        {
            var points = batch.Select(chunk => ChunkPoints.Of(index, chunk)).ToArray();
            await AskAsync(() => qdrant.UpsertAsync(collection.Name, points, cancellationToken: cancellationToken), cancellationToken);
        }

        await using (var transaction = await held.Connection.BeginTransactionAsync(cancellationToken))
        {
            if (!await transaction.TryPutIndexAsync(index, Kind, cancellationToken))
                return false;

            await transaction.ForgetLeftoverAsync(index, cancellationToken);
            await held.Connection.ExecuteAsync(new CommandDefinition("DELETE FROM chunks WHERE resume_id = @ResumeId", index, transaction, cancellationToken: cancellationToken));
            await Outbox.AddAsync(transaction, index, cancellationToken);
            await outbox.CommitAsync(transaction, cancellationToken);
        }

        await TryClearAsync(held);
        return true;
    }

    public Task RemoveAsync(long userId, long resumeId, CancellationToken cancellationToken) =>
        ChangeAsync(userId, transaction => transaction.RemoveIndexAsync(userId, resumeId, cancellationToken), cancellationToken);

    public Task EraseResumeAsync(long userId, long resumeId, DateTimeOffset erasedAt, CancellationToken cancellationToken) =>
        ChangeAsync(userId, transaction => transaction.EraseIndexAsync(userId, resumeId, erasedAt, cancellationToken), cancellationToken);

    public Task EraseUserAsync(long userId, DateTimeOffset erasedAt, CancellationToken cancellationToken) =>
        ChangeAsync(userId, transaction => transaction.EraseIndexesAsync(userId, erasedAt, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<EmbeddedChunk>> ReadAsync(long userId, long resumeId, string model, CancellationToken cancellationToken) =>
        ReadWholeAsync<EmbeddedChunk>(
            userId,
            resumeId,
            model,
            async index =>
            {
                var chunks = new List<EmbeddedChunk>(index.ChunkCount);
                PointId? next = null;
                do
                {
                    var page = await AskAsync(
                        () => qdrant.ScrollAsync(
                            collection.Name, ChunkPoints.Filter(index), PageSize, next, ChunkPoints.HitFields, vectorsSelector: true, cancellationToken: cancellationToken),
                        cancellationToken);
                    chunks.AddRange(page.Result.Select(ChunkPoints.Chunk));
                    next = page.NextPageOffset;
                }
                while (next is not null);

                return (chunks.OrderBy(chunk => chunk.Number).ToArray(), chunks.Count == index.ChunkCount);
            },
            cancellationToken);

    public async Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> SearchAsync(
        long userId, long resumeId, string model, IReadOnlyList<ReadOnlyMemory<float>> queries, int top, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var found = await ReadWholeAsync<IReadOnlyList<ScoredChunk>>(
            userId, resumeId, model, index => NearestAsync(index, queries, top, cancellationToken), cancellationToken);
        return found.Count > 0 ? found : [.. queries.Select(_ => Array.Empty<ScoredChunk>())];
    }

    /// <summary>Deletes the leftovers of a user unless somebody is at work on that user's vectors.</summary>
    public async Task ClearLeftoversAsync(long userId, CancellationToken cancellationToken)
    {
        await using var held = await UserLock.TryTakeAsync(dataSource, userId, cancellationToken);
        if (held is not null)
            await ClearAsync(held, cancellationToken);
    }

    // One more than asked for shows whether the last place is shared: Qdrant leaves open which of two equal points it gives, so then all are fetched.
    private async Task<(IReadOnlyList<ScoredChunk>[] Found, bool Whole)> NearestAsync(
        ResumeIndexed index, IReadOnlyList<ReadOnlyMemory<float>> queries, int top, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(index, queries, top + 1, cancellationToken);
        if (found.Any(hits => hits.Count > top && hits[top].Score >= hits[top - 1].Score))
            found = await QueryAsync(index, queries, index.ChunkCount, cancellationToken);

        var whole = found.All(hits => hits.Count >= Math.Min(top, index.ChunkCount));
        return ([.. found.Select(hits => hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Number).Take(top).ToArray())], whole);
    }

    private async Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> QueryAsync(
        ResumeIndexed index, IReadOnlyList<ReadOnlyMemory<float>> queries, int limit, CancellationToken cancellationToken)
    {
        // Queries that all find every chunk need each text once.
        var findAll = limit >= index.ChunkCount;
        var filter = ChunkPoints.Filter(index);
        var points = queries.Select((query, number) => new QueryPoints
        {
            CollectionName = collection.Name,
            Query = query.ToArray(),
            Filter = filter,
            Params = new SearchParams { Exact = true },
            Limit = (ulong)limit,
            WithPayload = findAll && number > 0 ? ChunkPoints.NumberField : ChunkPoints.HitFields,
        }).ToArray();
        var answers = await AskAsync(() => qdrant.QueryBatchAsync(collection.Name, points, cancellationToken: cancellationToken), cancellationToken);
        if (!findAll || answers.Count == 0)
            return [.. answers.Select(answer => answer.Result.Select(ChunkPoints.Hit).ToArray())];

        var first = answers[0].Result.Select(ChunkPoints.Hit).ToArray();
        var texts = first.ToDictionary(hit => hit.Number, hit => hit.Text);
        return
        [
            first,
            .. answers.Skip(1).Select(answer => answer.Result
                .Select(point => (Number: ChunkPoints.NumberOf(point), point.Score))
                .Where(hit => texts.ContainsKey(hit.Number))
                .Select(hit => new ScoredChunk(hit.Number, texts[hit.Number], hit.Score))
                .ToArray()),
        ];
    }

    // What counts may change while Qdrant is asked: the answer holds when it has not. One that is not whole then has lost its points.
    private async Task<IReadOnlyList<T>> ReadWholeAsync<T>(
        long userId, long resumeId, string model, Func<ResumeIndexed, Task<(T[] Found, bool Whole)>> read, CancellationToken cancellationToken)
    {
        for (var reads = 0; reads < MostReads; reads++)
        {
            var record = await FindRecordAsync(userId, resumeId, cancellationToken);
            if (record is null || record.Index.Model != model || record.Index.ChunkCount == 0)
                return [];

            var (found, whole) = await read(record.Index);
            if ((await FindRecordAsync(userId, resumeId, cancellationToken))?.Version != record.Version)
                continue;
            if (whole)
                return found;

            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            await connection.MarkIndexLostAsync(resumeId, record.Version, cancellationToken);
            Log.VectorsLost(logger, resumeId);
            return [];
        }

        throw new TimeoutException("The index changed at every look.");
    }

    private async Task<IndexRecord?> FindRecordAsync(long userId, long resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.FindIndexAsync(userId, resumeId, cancellationToken) is { Store: Kind } record ? record : null;
    }

    private async Task ChangeAsync(long userId, Func<NpgsqlTransaction, Task> change, CancellationToken cancellationToken)
    {
        await using var held = await UserLock.TakeAsync(dataSource, userId, cancellationToken);
        await using (var transaction = await held.Connection.BeginTransactionAsync(cancellationToken))
        {
            await change(transaction);
            await transaction.CommitAsync(cancellationToken);
        }

        await TryClearAsync(held);
    }

    private async Task ClearAsync(UserLock held, CancellationToken cancellationToken)
    {
        foreach (var leftover in await held.Connection.ReadLeftoversAsync(held.UserId, cancellationToken))
        {
            await AskAsync(() => qdrant.DeleteAsync(collection.Name, ChunkPoints.Filter(leftover), cancellationToken: cancellationToken), cancellationToken);
            await held.Connection.ForgetLeftoverAsync(leftover.Id, cancellationToken);
        }
    }

    // After the commit: what was asked for is done, and what is left undone here stands on the list.
    private async Task TryClearAsync(UserLock held)
    {
        try
        {
            await ClearAsync(held, CancellationToken.None);
        }
        catch (Exception exception) when (exception is TimeoutException or RpcException or NpgsqlException)
        {
            Log.LeftoversKept(logger, held.UserId, exception.GetType().Name);
        }
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().AnswerAsync(cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
        {
            // Somebody deleted the collection under the running service.
            await collection.EnsureAsync(cancellationToken);
            throw new TimeoutException("Qdrant's collection was gone and is made again.", exception);
        }
    }
}
