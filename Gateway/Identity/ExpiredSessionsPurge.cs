using Dapper;
using Npgsql;
using ServiceDefaults.Persistence;

namespace Gateway.Identity;

/// <summary>Deletes what has expired, every hour.</summary>
internal sealed class ExpiredSessionsPurge(NpgsqlDataSource database, TimeProvider time, ILogger<ExpiredSessionsPurge> logger)
    : RecurringWork(TimeSpan.FromHours(1), time, logger)
{
    internal async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM sessions WHERE expires_at <= @Now;
            DELETE FROM refresh_tokens WHERE expires_at <= @Now;
            DELETE FROM sign_in_windows WHERE ends_at <= @Now
            """,
            new { Now = Time.GetUtcNow() },
            cancellationToken: cancellationToken));
    }

    protected override Task RunAsync(CancellationToken cancellationToken) => PurgeAsync(cancellationToken);
}
