using System.Data.Common;
using EmbeddingService.Models;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using Qdrant.Client;

namespace EmbeddingService.Chunks;

/// <summary>Section <c>Embedding:Store</c>.</summary>
internal sealed class ChunkStoreOptions
{
    public const string Section = "Embedding:Store";

    /// <summary>Memory for vectors that were searched lately, in MiB; 0 for none. Of use to the store in Postgres alone.</summary>
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>Name of Qdrant's collection; the number of dimensions is put behind it.</summary>
    public string Collection { get; set; } = "resume_chunks";
}

internal static class ChunkStoreSetup
{
    /// <summary>Connection string of Qdrant as Aspire injects it, <c>Endpoint=http://host:6334;Key=…</c>, or its address alone.</summary>
    public const string QdrantConnection = "qdrant";

    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    extension(WebApplicationBuilder builder)
    {
        /// <summary>Qdrant where its connection string is set, else Postgres. After the database, whose tables it needs at the start.</summary>
        public void AddChunkStore()
        {
            builder.Services.AddOptions<ChunkStoreOptions>().BindConfiguration(ChunkStoreOptions.Section)
                .Validate(options => options.CacheMegabytes is >= 0 and <= 16_384, "Embedding:Store:CacheMegabytes must be 0 to 16384.")
                .Validate(options => !string.IsNullOrWhiteSpace(options.Collection), "Embedding:Store:Collection must be set.")
                .ValidateOnStart();
            if (builder.Configuration.GetConnectionString(QdrantConnection) is { Length: > 0 } qdrant)
                builder.AddQdrantStore(qdrant);
            else
                builder.AddPostgresStore();
        }

        private void AddPostgresStore()
        {
            builder.Services.AddSingleton(services => new ChunkCache(services.GetRequiredService<IOptions<ChunkStoreOptions>>().Value.CacheMegabytes * 1024L * 1024));
            builder.Services.AddSingleton<IChunkStore, PostgresChunkStore>();
        }

        private void AddQdrantStore(string connectionString)
        {
            var (address, key) = Read(connectionString);
            builder.Services.AddSingleton(_ => new QdrantClient(address, key, CallLimit));
            builder.Services.AddSingleton(services => new QdrantCollection(
                services.GetRequiredService<QdrantClient>(),
                services.GetRequiredService<IOptions<ChunkStoreOptions>>().Value.Collection,
                EmbeddingGenerators.Dimensions,
                services.GetRequiredService<NpgsqlDataSource>(),
                services.GetRequiredService<ILogger<QdrantCollection>>()));
            builder.Services.AddHostedService<MakeCollectionAtStart>();
            builder.Services.AddSingleton<QdrantChunkStore>();
            builder.Services.AddSingleton<IChunkStore>(services => services.GetRequiredService<QdrantChunkStore>());
            builder.Services.AddHostedService<LeftoverSweeper>();
            builder.Services.AddHealthChecks().AddCheck<QdrantHealth>("qdrant");
        }
    }

    /// <exception cref="InvalidOperationException">It names no address.</exception>
    internal static (Uri Address, string? Key) Read(string connectionString)
    {
        if (Uri.TryCreate(connectionString, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return (address, null);

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            if (parts.TryGetValue("Endpoint", out var endpoint) && Uri.TryCreate(endpoint.ToString(), UriKind.Absolute, out address))
                return (address, parts.TryGetValue("Key", out var key) && key.ToString() is { Length: > 0 } text ? text : null);
        }
        catch (ArgumentException)
        {
            // Said below, without the string, which may hold the key.
        }

        throw new InvalidOperationException($"ConnectionStrings:{QdrantConnection} must read 'Endpoint=http://host:6334;Key=…', or be an address.");
    }

    private sealed class QdrantHealth(QdrantClient qdrant) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await qdrant.HealthAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Grpc.Core.RpcException exception)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, exception: exception);
            }
        }
    }
}
