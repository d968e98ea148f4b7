using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDefaults.Json;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Running;

/// <summary>Two replicas of the service on one database and one broker, with a listener for its events. Tests use users and resumes of their own.</summary>
public sealed class RunningEmbeddingService(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private readonly ResumeServiceDouble _resumes = new();
    private readonly ConcurrentQueue<ResumeIndexed> _announced = [];
    private readonly List<ServiceHost<ServiceMarker>> _replicas = [];
    private IBusControl? _listener;
    private long _ids = 1000;

    internal ResumeServiceDouble Resumes => _resumes;

    public IBus Bus => Host.Services.GetRequiredService<IBus>();

    public IChunkStore Store => Host.Services.GetRequiredService<IChunkStore>();

    public ServiceHost<ServiceMarker> Host => _replicas[0];

    /// <summary>An id that no other test has.</summary>
    public long NewId() => Interlocked.Increment(ref _ids);

    public IReadOnlyList<ResumeIndexed> Announced(long resumeId) => [.. _announced.Where(indexed => indexed.ResumeId == resumeId)];

    public async ValueTask InitializeAsync()
    {
        await _resumes.StartAsync();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:embeddingdb"] = await postgres.CreateDatabaseAsync("embedding"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["services:resume:http:0"] = _resumes.Address.ToString(),
        };
        _listener = MassTransit.Bus.Factory.CreateUsingRabbitMq(bus =>
        {
            bus.Host(new Uri(rabbit.ConnectionString));
            bus.ReceiveEndpoint("listener-resume-indexed", endpoint => endpoint.Handler<ResumeIndexed>(context =>
            {
                _announced.Enqueue(context.Message);
                return Task.CompletedTask;
            }));
        });
        await _listener.StartAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        for (var replica = 0; replica < 2; replica++)
        {
            _replicas.Add(new ServiceHost<ServiceMarker>(settings));
            _replicas[replica].StartServer();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        if (_listener is not null)
            await _listener.StopAsync();
        await _resumes.DisposeAsync();
    }

    public Task<Response<ResumeIndexed>> RequestIndexAsync(long userId, long resumeId, int revision, TimeSpan? timeout = null) =>
        Bus.CreateRequestClient<IndexResume>(timeout ?? TimeSpan.FromSeconds(20)).GetResponse<ResumeIndexed>(new IndexResume(resumeId, userId, revision));

    public async Task<ChunkSearchResponse> SearchAsync(long userId, long resumeId, params string[] queries)
    {
        using var response = await PostAsync("/internal/search", new ChunkSearchRequest(userId, resumeId, queries, Top: 3));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ChunkSearchResponse>(PlatformJson.Internal))!;
    }

    public async Task<HttpResponseMessage> PostAsync<T>(string path, T body)
    {
        using var client = Host.CreateClient().AsService();
        return await client.PostAsJsonAsync(path, body, PlatformJson.Internal);
    }

    public Task<int> CountChunksAsync(long resumeId) => CountAsync("SELECT count(*)::int FROM chunks WHERE resume_id = $1", resumeId);

    public async Task<int> CountAsync(string sql, long id)
    {
        await using var command = Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<bool> QueueExistsAsync(string queue)
    {
        await using var connection = await new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(rabbit.ConnectionString) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    /// <summary>Waits until <paramref name="condition"/> holds, at most 20 seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(20))
                throw new TimeoutException("What the test waits for has not happened within 20 seconds.");
            await Task.Delay(30);
        }
    }
}

[CollectionDefinition(nameof(RunningEmbeddingService))]
public sealed class RunningEmbeddingServiceTests : ICollectionFixture<RunningEmbeddingService>;
