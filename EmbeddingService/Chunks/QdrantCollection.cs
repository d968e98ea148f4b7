using System.Globalization;
using Dapper;
using EmbeddingService.Persistence;
using Grpc.Core;
using Npgsql;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace EmbeddingService.Chunks;

/// <summary>The collection of all resumes' chunks: made when it is not there, with indexes on what every filter names.</summary>
internal sealed class QdrantCollection(QdrantClient qdrant, string name, int dimensions, NpgsqlDataSource dataSource, ILogger<QdrantCollection> logger)
{
    private static readonly string[] Indexed = [ChunkPoints.User, ChunkPoints.Resume];

    /// <summary>Vectors of another length need a collection of their own.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{name}_{dimensions}");

    /// <summary>Makes the collection unless it is there. Replicas may do so at the same time.</summary>
    /// <exception cref="InvalidOperationException">There is a collection of this name for other vectors.</exception>
    /// <exception cref="TimeoutException">Qdrant does not answer.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!await qdrant.CollectionExistsAsync(Name, cancellationToken).AnswerAsync(cancellationToken))
            await CreateAsync(cancellationToken);

        var info = await qdrant.GetCollectionInfoAsync(Name, cancellationToken).AnswerAsync(cancellationToken);
        // The inner product: vectors are of unit length already, and a chunk without words has the zero vector, which has no angle to anything.
        if (info.Config?.Params?.VectorsConfig?.Params is not { Distance: Distance.Dot } vectors || vectors.Size != (ulong)dimensions)
            throw new InvalidOperationException($"Qdrant's collection '{Name}' is not one of {dimensions} dimensions compared by inner product.");

        foreach (var field in Indexed.Where(field => !info.PayloadSchema.ContainsKey(field)))
            await qdrant.CreatePayloadIndexAsync(Name, field, PayloadSchemaType.Integer, cancellationToken: cancellationToken).AnswerAsync(cancellationToken);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AnsweredAsync(qdrant.CreateCollectionAsync(
                Name, new VectorParams { Size = (ulong)dimensions, Distance = Distance.Dot }, cancellationToken: cancellationToken)).AnswerAsync(cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.AlreadyExists)
        {
            // Another replica was first.
            return;
        }

        // An empty collection holds nothing of what is said to be in it.
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var lost = await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE resume_indexes SET store = @Lost, version = nextval('index_versions') WHERE store = @Kind",
            new { IndexRecords.Lost, QdrantChunkStore.Kind },
            cancellationToken: cancellationToken));
        Log.CollectionMade(logger, Name, lost);
    }

    private static async Task<bool> AnsweredAsync(Task call)
    {
        await call;
        return true;
    }
}

/// <summary>Before the first request and the first event; waits a minute for a Qdrant that is still starting.</summary>
internal sealed class MakeCollectionAtStart(QdrantCollection collection) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                await collection.EnsureAsync(cancellationToken);
                return;
            }
            catch (TimeoutException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
