using ChatCvService.Persistence;
using Dapper;
using Npgsql;
using ServiceDefaults.Persistence;

namespace ChatCvService.Sessions;

/// <summary>Deletes sessions whose last message is a week old; nobody sees them from that moment on, this only frees their room. Documents stay.</summary>
internal sealed class ExpiredSessions(NpgsqlDataSource dataSource, TimeProvider time, ILogger<ExpiredSessions> logger)
    : RecurringWork(TimeSpan.FromHours(1), time, logger)
{
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM chat_sessions WHERE last_message_at <= @oldest", new { oldest = Time.GetUtcNow() - StoredSession.Lifetime }, cancellationToken: cancellationToken));
        if (deleted > 0)
            Log.SessionsExpired(logger, deleted);
        return deleted;
    }

    protected override Task RunAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);
}
