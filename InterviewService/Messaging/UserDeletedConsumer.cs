using Gateway.Contracts;
using MassTransit;
using Npgsql;
using ServiceDefaults.Persistence;

namespace InterviewService.Messaging;

/// <summary>Erases everything of a user who deleted the account.</summary>
public sealed class UserDeletedConsumer(NpgsqlDataSource dataSource) : IConsumer<UserDeleted>
{
    private static readonly string[] Tables = ["interview_reports", "interview_sessions", "asked_questions", "mock_interviews"];

    public Task Consume(ConsumeContext<UserDeleted> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return UserErasure.EraseAsync(dataSource, context.MessageId!.Value, context.Message.UserId, context.Message.DeletedAt, Tables, context.CancellationToken);
    }
}
