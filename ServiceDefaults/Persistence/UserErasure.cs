using Dapper;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>Erases what a service keeps of a user who deleted the account, and remembers the id in <c>erased_users</c> so that nothing of it comes back.</summary>
public static class UserErasure
{
    /// <param name="dataSource">The service's database.</param>
    /// <param name="messageId">Of the event: delivered twice it acts once.</param>
    /// <param name="userId">Whose rows go.</param>
    /// <param name="erasedAt">When the account was deleted.</param>
    /// <param name="tables">Tables with a <c>user_id</c> whose rows go, with what hangs on them; names from code, never from outside.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public static async Task EraseAsync(
        NpgsqlDataSource dataSource, Guid messageId, long userId, DateTimeOffset erasedAt, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(tables);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await Inbox.TryAcceptAsync(transaction, messageId, "UserDeletedConsumer", cancellationToken))
            return;

        await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO erased_users (user_id, erased_at) VALUES (@userId, @erasedAt) ON CONFLICT DO NOTHING", new { userId, erasedAt }, transaction, cancellationToken: cancellationToken));
        foreach (var table in tables)
            await connection.ExecuteAsync(new CommandDefinition($"DELETE FROM {table} WHERE user_id = @userId", new { userId }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }
}
