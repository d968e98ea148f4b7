using Dapper;
using Gateway.Contracts;
using MassTransit;
using Npgsql;
using ResumeService.Persistence;
using ServiceDefaults.Persistence;

namespace ResumeService.Messaging;

/// <summary>Erases everything of a user who deleted the account, and remembers the id so that nothing of it comes back.</summary>
public sealed class UserDeletedConsumer(NpgsqlDataSource dataSource) : IConsumer<UserDeleted>
{
    public async Task Consume(ConsumeContext<UserDeleted> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var user = new { context.Message.UserId, context.Message.DeletedAt };
        await using var connection = await dataSource.OpenConnectionAsync(context.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(context.CancellationToken);
        if (!await Inbox.TryAcceptAsync(transaction, context.MessageId!.Value, nameof(UserDeletedConsumer), context.CancellationToken))
            return;

        await UserLock.TakeAsync(transaction, context.Message.UserId, context.CancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO erased_users (user_id, erased_at) VALUES (@UserId, @DeletedAt) ON CONFLICT DO NOTHING;
            DELETE FROM resumes WHERE user_id = @UserId;
            DELETE FROM job_descriptions WHERE user_id = @UserId;
            """,
            user,
            transaction,
            cancellationToken: context.CancellationToken));
        await transaction.CommitAsync(context.CancellationToken);
    }
}
