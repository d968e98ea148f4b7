using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>
/// Applies numbered SQL migrations once each, in order, one transaction a file, under an advisory lock, so that replicas started together do not race.
/// </summary>
/// <param name="dataSource">The service's database.</param>
/// <param name="assemblies">Each embeds its files as <c>….Persistence.Migrations.NNNN_name.sql</c>; numbers count per assembly.</param>
/// <param name="logger">Names what was applied.</param>
public sealed class SqlMigrator(NpgsqlDataSource dataSource, IReadOnlyList<Assembly> assemblies, ILogger<SqlMigrator> logger)
{
    private const long AdvisoryLock = 0x706c6174666f726d;
    private const string Folder = ".Persistence.Migrations.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Brings the database up to date; waits up to a minute for a server that is still starting.</summary>
    /// <exception cref="InvalidOperationException">A migration that was applied has been edited since.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached, or a statement fails (its file is rolled back).</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock });
        try
        {
            await connection.ExecuteAsync("""
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    scope text NOT NULL, number int NOT NULL, name text NOT NULL, checksum text NOT NULL,
                    applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (scope, number))
                """);
            foreach (var assembly in assemblies)
            {
                foreach (var migration in MigrationsOf(assembly))
                    await ApplyAsync(connection, migration, cancellationToken);
            }
        }
        finally
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                return await dataSource.OpenConnectionAsync(cancellationToken);
            }
            catch (NpgsqlException exception) when (IsStarting(exception) && !patience.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            }
        }
    }

    private static bool IsStarting(NpgsqlException exception) =>
        exception.InnerException is SocketException or IOException or TimeoutException
        || exception is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.InvalidCatalogName };

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        var applied = await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT checksum FROM schema_migrations WHERE scope = @Scope AND number = @Number", migration);
        if (applied == migration.Checksum)
            return;
        if (applied is not null)
            throw new InvalidOperationException($"Migration {migration.Scope}/{migration.Number:0000} was changed after it had been applied; add a new one instead.");

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(migration.Sql, transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO schema_migrations (scope, number, name, checksum) VALUES (@Scope, @Number, @Name, @Checksum)", migration, transaction);
        await transaction.CommitAsync(cancellationToken);
        Log.MigrationApplied(logger, migration.Scope, migration.Number, migration.Name);
    }

    private static IEnumerable<Migration> MigrationsOf(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(resource => resource.Contains(Folder, StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(resource => Migration.Read(assembly, resource));

    private sealed record Migration(string Scope, int Number, string Name, string Sql, string Checksum)
    {
        public static Migration Read(Assembly assembly, string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
            var file = resource[(resource.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^".sql".Length];
            var separator = file.IndexOf('_', StringComparison.Ordinal);
            return new Migration(
                assembly.GetName().Name!,
                int.Parse(file.AsSpan(0, separator), NumberStyles.None, CultureInfo.InvariantCulture),
                file[(separator + 1)..],
                sql,
                Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
        }
    }
}
