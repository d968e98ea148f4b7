using ChatCvService.Persistence;
using Dapper;
using Npgsql;

namespace ChatCvService.Sessions;

/// <summary>Deletes sessions whose last message is a week old; nobody sees them from that moment on, this only frees their room. Documents stay.</summary>
internal sealed class ExpiredSessions(NpgsqlDataSource dataSource, TimeProvider time, ILogger<ExpiredSessions> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM chat_sessions WHERE last_message_at <= @oldest", new { oldest = time.GetUtcNow() - StoredSession.Lifetime }, cancellationToken: cancellationToken));
        if (deleted > 0)
            Log.SessionsExpired(logger, deleted);
        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException exception)
            {
                Log.SweepFailed(logger, exception.GetType().Name);
                await Task.Delay(TimeSpan.FromMinutes(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
