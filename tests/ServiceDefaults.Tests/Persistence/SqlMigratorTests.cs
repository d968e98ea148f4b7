using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ServiceDefaults.Persistence;
using Shouldly;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Persistence;

public sealed class SqlMigratorTests(PostgresServer postgres)
{
    [Fact]
    public async Task Migrations_are_applied_once_also_by_replicas_that_start_together()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator(database).MigrateAsync(CancellationToken.None)));

        await using var connection = await database.OpenConnectionAsync();
        (await connection.QueryAsync<string>("SELECT name FROM schema_migrations ORDER BY number")).ShouldBe(["outbox_and_inbox", "data_protection_keys"]);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM outbox")).ShouldBe(0);
    }

    [Fact]
    public async Task A_migration_edited_after_it_was_applied_is_refused()
    {
        await using var database = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await Migrator(database).MigrateAsync(CancellationToken.None);
        await using (var connection = await database.OpenConnectionAsync())
            await connection.ExecuteAsync("UPDATE schema_migrations SET checksum = 'of another text'");

        await Should.ThrowAsync<InvalidOperationException>(() => Migrator(database).MigrateAsync(CancellationToken.None));
    }

    private static SqlMigrator Migrator(NpgsqlDataSource database) => new(database, [typeof(SqlMigrator).Assembly], NullLogger<SqlMigrator>.Instance);
}
