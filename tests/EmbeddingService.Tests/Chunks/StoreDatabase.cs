using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ServiceDefaults.Persistence;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

/// <summary>A migrated database without a relay, so that announced events stay to be counted.</summary>
public class StoreDatabase(PostgresServer postgres) : IAsyncLifetime
{
    public NpgsqlDataSource Source { get; private set; } = null!;

    internal Outbox Outbox { get; } = new(new OutboxSignal());

    public virtual async ValueTask InitializeAsync()
    {
        Source = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync("chunks"));
        await new SqlMigrator(Source, [typeof(SqlMigrator).Assembly, typeof(ServiceMarker).Assembly], NullLogger<SqlMigrator>.Instance).MigrateAsync(default);
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async Task<int> CountAsync(string sql, long id)
    {
        await using var command = Source.CreateCommand(sql);
        command.Parameters.AddWithValue(id);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public Task<int> CountAnnouncedAsync(long resumeId) =>
        CountAsync("SELECT count(*)::int FROM outbox WHERE type LIKE '%ResumeIndexed%' AND (body->>'resumeId')::bigint = $1", resumeId);
}
