using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>PUT /api/interview/sessions/{sessionId}/answers</c>: keeps a draft; the session stays at its question.</summary>
internal static class SaveDraft
{
    public static async Task<Results<Ok<SessionAnswer<object?>>, ApiError>> HandleAsync(
        string sessionId, AnswerRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sessionId, out var id))
            return SessionAnswers.NoSuchSession;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await StoredSession.LockAsync(transaction, id, user.UserId(), cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        if (request.ProblemWith(session) is { } problem)
            return problem;

        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE interview_questions SET answer = @Kept WHERE session_id = @id AND position = @CurrentQuestion;
            UPDATE interview_sessions SET status = 'IN_PROGRESS' WHERE id = @id;
            """,
            new { request.Kept, id, session.CurrentQuestion },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return SessionAnswers.Done;
    }
}
