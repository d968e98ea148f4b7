using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AppHost.Resources;

/// <summary>Healthy when the server answers a query and every database is there; makes the ones that are missing.</summary>
internal sealed class PostgresReady(int port, string? password, IReadOnlyList<string> databases) : IHealthCheck, IAsyncDisposable
{
    public const string User = "platform";

    readonly NpgsqlDataSource _server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = User,
        Password = password,
        Database = "postgres",
        // A connection kept open would hold up the server's orderly stop, which waits for its clients.
        Pooling = false,
        Timeout = 5,
        CommandTimeout = 30,
        ApplicationName = "host",
    });

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await _server.OpenConnectionAsync(cancellationToken);
            foreach (var missing in databases.Except(await DatabasesAsync(connection, cancellationToken), StringComparer.Ordinal))
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE \"{missing.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
            return HealthCheckResult.Healthy();
        }
        catch (PostgresException exception)
        {
            return HealthCheckResult.Unhealthy(exception.SqlState == PostgresErrorCodes.InvalidPassword ? "refuses the password" : exception.MessageText);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("takes no connections yet");
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    static async Task<IReadOnlyList<string>> DatabasesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT datname FROM pg_database", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> names = [];
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));
        return names;
    }
}
