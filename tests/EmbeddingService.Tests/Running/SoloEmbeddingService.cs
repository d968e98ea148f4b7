using System.Collections.Concurrent;
using EmbeddingService.Contracts;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using MassTransit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Testing;
using Testing.Servers;
using Xunit;

namespace EmbeddingService.Tests.Running;

/// <summary>What a service needs that is started, stopped and killed by its test: a broker's virtual host, a neighbour, a listener for its events.</summary>
public sealed class SoloEmbeddingService(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private readonly ResumeServiceDouble _resumes = new();
    private readonly ConcurrentQueue<ResumeIndexed> _indexed = [];
    private readonly ConcurrentQueue<ResumeIndexingFailed> _failed = [];
    private string _broker = "";
    private long _ids = 500_000;

    internal ResumeServiceDouble Resumes => _resumes;

    internal IBusControl Bus { get; private set; } = null!;

    /// <summary>An id that no other test has.</summary>
    public long NewId() => Interlocked.Increment(ref _ids);

    public IReadOnlyList<ResumeIndexed> Indexed(long resumeId) => [.. _indexed.Where(indexed => indexed.ResumeId == resumeId)];

    public IReadOnlyList<ResumeIndexingFailed> Failed(long resumeId) => [.. _failed.Where(failed => failed.ResumeId == resumeId)];

    public async ValueTask InitializeAsync()
    {
        _broker = await rabbit.CreateVirtualHostAsync("solo");
        await _resumes.StartAsync();
        Bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(bus =>
        {
            bus.Host(new Uri(_broker));
            bus.ReceiveEndpoint("listener-embedding", endpoint =>
            {
                endpoint.Handler<ResumeIndexed>(context => Keep(_indexed, context.Message));
                endpoint.Handler<ResumeIndexingFailed>(context => Keep(_failed, context.Message));
            });
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Bus.StartAsync(patience.Token);

        static Task Keep<T>(ConcurrentQueue<T> queue, T message)
        {
            queue.Enqueue(message);
            return Task.CompletedTask;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bus.StopAsync();
        await _resumes.DisposeAsync();
    }

    /// <summary>Settings of a service on a new database.</summary>
    public async Task<Dictionary<string, string?>> SettingsAsync() => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings:embeddingdb"] = await postgres.CreateDatabaseAsync("solo"),
        ["ConnectionStrings:messaging"] = _broker,
        ["services:resume:http:0"] = _resumes.Address.ToString(),
    };

    /// <summary>A service in this process.</summary>
    /// <param name="settings">What <see cref="SettingsAsync"/> gave, perhaps with more.</param>
    /// <param name="model">Version of its model; null for the service's own model.</param>
    internal static ServiceHost<ServiceMarker> Start(IReadOnlyDictionary<string, string?> settings, string? model = null)
    {
        var host = new ServiceHost<ServiceMarker>(settings, model is null ? null : services =>
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new RenamedModel(model)));
        host.StartServer();
        return host;
    }

    /// <summary>The service as a process of its own, which can be killed.</summary>
    internal static LocalProcess StartProcess(IReadOnlyDictionary<string, string?> settings, int port)
    {
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value!, StringComparer.Ordinal);
        environment["Auth__SigningKey"] = TestTokens.SigningKey;
        environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        environment["DOTNET_ENVIRONMENT"] = "Production";
        return LocalProcess.Start("dotnet", [typeof(ServiceMarker).Assembly.Location], environment);
    }

    internal static async Task<int> CountAsync(IReadOnlyDictionary<string, string?> settings, string sql)
    {
        await using var connection = new NpgsqlConnection(settings["ConnectionStrings:embeddingdb"]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The built-in model under another version: other vectors, as far as anybody can tell.</summary>
    private sealed class RenamedModel(string version) : DelegatingEmbeddingGenerator<string, Embedding<float>>(new StaticEmbeddingGenerator(StaticTable.ReadBuiltIn()))
    {
        public override object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("renamed", providerUri: null, version, EmbeddingGenerators.Dimensions)
            : serviceType == typeof(EmbeddingModelInfo) ? new EmbeddingModelInfo("renamed", version, EmbeddingGenerators.Dimensions, null, null, 0, 0)
            : base.GetService(serviceType, serviceKey);
    }
}

[CollectionDefinition(nameof(SoloEmbeddingService))]
public sealed class SoloEmbeddingServiceTests : ICollectionFixture<SoloEmbeddingService>;
