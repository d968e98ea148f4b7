using Grpc.Core;
using Microsoft.Extensions.Logging;
using Qdrant.Client.Grpc;
using Qdrant.Client.Rest;

namespace Qdrant.Client;

/// <summary>A client of Qdrant. Every method throws <see cref="RpcException"/> for what did not end well.</summary>
public class QdrantClient : IDisposable
{
    private readonly RestConnection _connection;

    /// <param name="host">Name of the server.</param>
    /// <param name="port">Port of its gRPC interface, as the original takes it, or of its REST interface.</param>
    /// <param name="https">Whether to encrypt.</param>
    /// <param name="apiKey">Sent with every call.</param>
    /// <param name="grpcTimeout">Longest time for a call; zero for no limit.</param>
    /// <param name="loggerFactory">Taken for the signature's sake; nothing is logged.</param>
    public QdrantClient(
        string host, int port = 6334, bool https = false, string? apiKey = null, TimeSpan grpcTimeout = default, ILoggerFactory? loggerFactory = null)
        : this(new UriBuilder(https ? "https" : "http", host, port).Uri, apiKey, grpcTimeout, loggerFactory)
    {
    }

    /// <param name="address">Address of the gRPC interface, as the original takes it, or of the REST interface.</param>
    /// <param name="apiKey">Sent with every call.</param>
    /// <param name="grpcTimeout">Longest time for a call; zero for no limit.</param>
    /// <param name="loggerFactory">Taken for the signature's sake; nothing is logged.</param>
    public QdrantClient(Uri address, string? apiKey = null, TimeSpan grpcTimeout = default, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _connection = new RestConnection(address, apiKey, grpcTimeout);
    }

    public async Task<HealthCheckReply> HealthAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _connection.GetAsync("", cancellationToken);
        return new HealthCheckReply { Title = answer.GetProperty("title").GetString()!, Version = answer.GetProperty("version").GetString()! };
    }

    public async Task<bool> CollectionExistsAsync(string collectionName, CancellationToken cancellationToken = default) =>
        (await _connection.GetResultAsync($"{Path(collectionName)}/exists", cancellationToken)).GetProperty("exists").GetBoolean();

    public Task CreateCollectionAsync(string collectionName, VectorParams vectorsConfig, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(vectorsConfig);
        var path = Path(collectionName) + (timeout is { } limit ? $"?timeout={(int)limit.TotalSeconds}" : "");
        return _connection.SendAsync(HttpMethod.Put, path, json => RequestJson.WriteCollection(json, vectorsConfig), cancellationToken);
    }

    public async Task<CollectionInfo> GetCollectionInfoAsync(string collectionName, CancellationToken cancellationToken = default) =>
        ResponseJson.ReadCollection(await _connection.GetResultAsync(Path(collectionName), cancellationToken));

    public async Task DeleteCollectionAsync(string collectionName, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        // The original throws for a collection that is not there; REST answers false.
        var path = Path(collectionName) + (timeout is { } limit ? $"?timeout={(int)limit.TotalSeconds}" : "");
        if (!(await _connection.SendAsync(HttpMethod.Delete, path, write: null, cancellationToken)).GetBoolean())
            throw new QdrantException($"Collection {collectionName} could not be deleted");
    }

    public async Task<UpdateResult> CreatePayloadIndexAsync(
        string collectionName, string fieldName, PayloadSchemaType schemaType = PayloadSchemaType.Keyword, bool wait = true, CancellationToken cancellationToken = default) =>
        ResponseJson.ReadUpdate(await _connection.SendAsync(
            HttpMethod.Put, $"{Path(collectionName)}/index?wait={Text(wait)}", json => RequestJson.WriteIndex(json, fieldName, schemaType), cancellationToken));

    public async Task<UpdateResult> UpsertAsync(
        string collectionName, IReadOnlyList<PointStruct> points, bool wait = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        return ResponseJson.ReadUpdate(await _connection.SendAsync(
            HttpMethod.Put, $"{Path(collectionName)}/points?wait={Text(wait)}", json => RequestJson.WritePoints(json, points), cancellationToken));
    }

    public async Task<UpdateResult> DeleteAsync(string collectionName, Filter filter, bool wait = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ResponseJson.ReadUpdate(await _connection.SendAsync(
            HttpMethod.Post, $"{Path(collectionName)}/points/delete?wait={Text(wait)}", json => RequestJson.WriteFilterSelector(json, filter), cancellationToken));
    }

    public async Task<IReadOnlyList<ScoredPoint>> QueryAsync(
        string collectionName,
        Query? query = null,
        Filter? filter = null,
        float? scoreThreshold = null,
        SearchParams? searchParams = null,
        ulong limit = 10,
        ulong offset = 0,
        WithPayloadSelector? payloadSelector = null,
        WithVectorsSelector? vectorsSelector = null,
        CancellationToken cancellationToken = default)
    {
        var points = new QueryPoints
        {
            Query = query,
            Filter = filter,
            ScoreThreshold = scoreThreshold,
            Params = searchParams,
            Limit = limit,
            Offset = offset,
            WithPayload = payloadSelector ?? true,
            WithVectors = vectorsSelector ?? false,
        };
        return ResponseJson.ReadScored(await _connection.SendAsync(
            HttpMethod.Post, $"{Path(collectionName)}/points/query", json => RequestJson.WriteQuery(json, points), cancellationToken)).Result;
    }

    public async Task<IReadOnlyList<BatchResult>> QueryBatchAsync(
        string collectionName, IReadOnlyList<QueryPoints> queries, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var path = $"{Path(collectionName)}/points/query/batch" + (timeout is { } limit ? $"?timeout={(int)limit.TotalSeconds}" : "");
        var answer = await _connection.SendAsync(HttpMethod.Post, path, json => RequestJson.WriteQueries(json, queries), cancellationToken);
        return [.. answer.EnumerateArray().Select(ResponseJson.ReadScored)];
    }

    public async Task<ScrollResponse> ScrollAsync(
        string collectionName,
        Filter? filter = null,
        uint limit = 10,
        PointId? offset = null,
        WithPayloadSelector? payloadSelector = null,
        WithVectorsSelector? vectorsSelector = null,
        CancellationToken cancellationToken = default) => ResponseJson.ReadScroll(await _connection.SendAsync(
            HttpMethod.Post,
            $"{Path(collectionName)}/points/scroll",
            json => RequestJson.WriteScroll(json, filter, limit, offset, payloadSelector ?? true, vectorsSelector ?? false),
            cancellationToken));

    public async Task<ulong> CountAsync(string collectionName, Filter? filter = null, bool exact = true, CancellationToken cancellationToken = default) =>
        (await _connection.SendAsync(HttpMethod.Post, $"{Path(collectionName)}/points/count", json => RequestJson.WriteCount(json, filter, exact), cancellationToken))
            .GetProperty("count").GetUInt64();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _connection.Dispose();
    }

    private static string Path(string collectionName)
    {
        ArgumentException.ThrowIfNullOrEmpty(collectionName);
        return $"collections/{Uri.EscapeDataString(collectionName)}";
    }

    private static string Text(bool wait) => wait ? "true" : "false";
}
