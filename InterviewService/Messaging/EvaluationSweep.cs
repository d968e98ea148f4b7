using Dapper;
using InterviewService.Contracts;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Persistence;

namespace InterviewService.Messaging;

/// <summary>
/// Publishes <see cref="InterviewCompleted"/> again for interviews whose evaluation is still missing: it failed, or its event ended in an error queue. Replicas
/// share the rows by locks.
/// </summary>
internal sealed class EvaluationSweep(NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, IOptions<EvaluationOptions> options, ILogger<EvaluationSweep> logger)
    : RecurringWork(options.Value.SweepInterval, time, logger)
{
    private const int BatchSize = 50;

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var missing = (await connection.QueryAsync<Missing>(new CommandDefinition(
            """
            UPDATE interview_sessions
            SET evaluation_attempts = evaluation_attempts + 1,
                evaluation_retry_at = @now + GREATEST(@patience, LEAST(@delay * power(2, LEAST(evaluation_attempts, 20)), @longest))
            WHERE id IN (
                SELECT id FROM interview_sessions WHERE status = 'COMPLETED' AND evaluation_retry_at <= @now
                ORDER BY evaluation_retry_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            RETURNING id, user_id, completed_at,
                (SELECT count(*) FROM interview_questions WHERE session_id = interview_sessions.id)::int AS questions,
                (SELECT count(*) FROM interview_questions WHERE session_id = interview_sessions.id AND is_submitted)::int AS answered
            """,
            new { now = Time.GetUtcNow(), patience = options.Value.Patience, delay = options.Value.RetryDelay, longest = options.Value.MaxRetryDelay, BatchSize },
            transaction,
            cancellationToken: cancellationToken))).AsList();
        foreach (var session in missing)
            await Outbox.AddAsync(transaction, new InterviewCompleted(session.Id, session.UserId, session.Questions, session.Answered, session.CompletedAt), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        if (missing.Count > 0)
            Log.EvaluationAskedAgain(logger, missing.Count);
    }

    private sealed record Missing(Guid Id, long UserId, DateTimeOffset CompletedAt, int Questions, int Answered);
}
