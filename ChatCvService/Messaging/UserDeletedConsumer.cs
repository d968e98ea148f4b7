using Gateway.Contracts;
using MassTransit;
using Npgsql;
using ServiceDefaults.Persistence;

namespace ChatCvService.Messaging;

/// <summary>Erases everything of a user who deleted the account.</summary>
public sealed class UserDeletedConsumer(NpgsqlDataSource dataSource) : IConsumer<UserDeleted>
{
    private static readonly string[] Tables = ["chat_sessions", "documents"];

    public Task Consume(ConsumeContext<UserDeleted> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return UserErasure.EraseAsync(dataSource, context.MessageId!.Value, context.Message.UserId, context.Message.DeletedAt, Tables, context.CancellationToken);
    }
}
