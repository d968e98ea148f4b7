using EmbeddingService.Chunks;
using EmbeddingService.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ServiceDefaults.Persistence;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class PostgresChunkStoreTests(PostgresChunkStoreTests.Database database) : ChunkStoreConformance, IClassFixture<PostgresChunkStoreTests.Database>
{
    protected override IChunkStore Store => database.Store;

    protected override async Task<int> CountAnnouncedAsync(long resumeId)
    {
        await using var command = database.Source.CreateCommand("SELECT count(*)::int FROM outbox WHERE type LIKE '%ResumeIndexed%' AND (body->>'resumeId')::bigint = $1");
        command.Parameters.AddWithValue(resumeId);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task A_long_resume_is_searched_exactly()
    {
        var random = new Random(5);
        var chunks = Enumerable.Range(0, 2000)
            .Select(number => new EmbeddedChunk(number, $"chunk {number}", Enumerable.Range(0, 384).Select(_ => (float)random.NextDouble() - 0.5f).ToArray()))
            .ToArray();
        (await Store.ReplaceAsync(new(ResumeId: 900_000, UserId: 900_000, Revision: 1, chunks.Length, "model-1", DateTimeOffset.UnixEpoch), chunks, default)).ShouldBeTrue();

        var hits = (await Store.SearchAsync(900_000, 900_000, "model-1", [chunks[1234].Vector], top: 3, default)).Single();

        hits[0].Number.ShouldBe(1234);
        hits.Count.ShouldBe(3);
    }

    /// <summary>A migrated database without a relay, so that announced events stay to be counted.</summary>
    public sealed class Database(PostgresServer postgres) : IAsyncLifetime
    {
        public NpgsqlDataSource Source { get; private set; } = null!;

        public IChunkStore Store { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Source = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync("chunks"));
            await new SqlMigrator(Source, [typeof(SqlMigrator).Assembly, typeof(HashedEmbeddingGenerator).Assembly], NullLogger<SqlMigrator>.Instance).MigrateAsync(default);
            Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
            Store = new PostgresChunkStore(Source, new Outbox(new OutboxSignal()));
        }

        public ValueTask DisposeAsync() => Source.DisposeAsync();
    }
}
