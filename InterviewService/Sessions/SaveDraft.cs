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

        await StoreAsync(transaction, session, request.Kept, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return SessionAnswers.Done;
    }

    /// <summary>Keeps <paramref name="draft"/> as the answer to the current question so far; null takes back an earlier one.</summary>
    public static Task StoreAsync(NpgsqlTransaction transaction, StoredSession session, string? draft, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE interview_questions SET answer = @draft WHERE session_id = @Id AND position = @CurrentQuestion;
            UPDATE interview_sessions SET status = 'IN_PROGRESS' WHERE id = @Id;
            """,
            new { draft, session.Id, session.CurrentQuestion },
            transaction,
            cancellationToken: cancellationToken));
}
