using Gateway.Contracts;
using MassTransit;
using Npgsql;
using ServiceDefaults.Persistence;

namespace ResumeService.Messaging;

/// <summary>Erases everything of a user who deleted the account.</summary>
public sealed class UserDeletedConsumer(NpgsqlDataSource dataSource) : IConsumer<UserDeleted>
{
    private static readonly string[] Tables = ["resumes", "job_descriptions"];

    public Task Consume(ConsumeContext<UserDeleted> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return UserErasure.EraseAsync(dataSource, context.MessageId!.Value, context.Message.UserId, context.Message.DeletedAt, Tables, context.CancellationToken);
    }
}
