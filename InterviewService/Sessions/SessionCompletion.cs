using Dapper;
using InterviewService.Contracts;
using InterviewService.Messaging;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Persistence;

namespace InterviewService.Sessions;

/// <summary>Ends a session and asks for its evaluation, in one transaction.</summary>
internal sealed class SessionCompletion(TimeProvider time, IOptions<EvaluationOptions> options)
{
    public async Task CompleteAsync(NpgsqlTransaction transaction, StoredSession session, int answered, int total, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE interview_sessions SET status = 'COMPLETED', current_question = @total, completed_at = @now, evaluation_retry_at = @retryAt WHERE id = @Id",
            new { total, now, retryAt = now + options.Value.Patience, session.Id },
            transaction,
            cancellationToken: cancellationToken));
        await Outbox.AddAsync(transaction, new InterviewCompleted(session.Id, session.UserId, total, answered, now), cancellationToken);
    }
}
