using Dapper;
using Npgsql;

namespace Gateway.Identity;

/// <summary>Deletes what has expired, every hour.</summary>
internal sealed class ExpiredSessionsPurge(NpgsqlDataSource database, TimeProvider time, ILogger<ExpiredSessionsPurge> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await PurgeAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                Log.PurgeFailed(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task PurgeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM sessions WHERE expires_at <= @Now;
            DELETE FROM refresh_tokens WHERE expires_at <= @Now;
            DELETE FROM sign_in_windows WHERE ends_at <= @Now
            """,
            new { Now = time.GetUtcNow() },
            cancellationToken: cancellationToken));
    }
}
