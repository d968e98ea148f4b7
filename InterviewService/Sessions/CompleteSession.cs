using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>POST /api/interview/sessions/{sessionId}/complete</c>: ends an interview early. A draft counts as the answer; of a completed one nothing changes.</summary>
internal static class CompleteSession
{
    public static async Task<Results<Ok<SessionAnswer<object?>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, SessionCompletion completion, Outbox outbox, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sessionId, out var id))
            return SessionAnswers.NoSuchSession;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await StoredSession.LockAsync(transaction, id, user.UserId(), cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        await EndAsync(transaction, session, completion, cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return SessionAnswers.Done;
    }

    /// <param name="transaction">The caller commits it, with its outbox.</param>
    /// <param name="session">As it was locked in the transaction; one that is no longer open stays as it is.</param>
    /// <param name="completion">Ends it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task EndAsync(NpgsqlTransaction transaction, StoredSession session, SessionCompletion completion, CancellationToken cancellationToken)
    {
        if (!session.IsOpen)
            return;
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE interview_questions SET is_submitted = true WHERE session_id = @Id AND answer IS NOT NULL", new { session.Id }, transaction, cancellationToken: cancellationToken));
        await completion.CompleteAsync(transaction, session, session.Questions.Count(question => question.Answer is not null), session.Questions.Count, cancellationToken);
    }
}
