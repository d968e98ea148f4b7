using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>DELETE /api/interview/sessions/{sessionId}</c>.</summary>
internal static class DeleteSession
{
    public static async Task<Results<Ok<SessionAnswer<object?>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sessionId, out var id))
            return SessionAnswers.NoSuchSession;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var deleted = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM interview_sessions WHERE id = @id AND user_id = @UserId", new { id, UserId = user.UserId() }, cancellationToken: cancellationToken));
        return deleted == 0 ? SessionAnswers.NoSuchSession : SessionAnswers.Done;
    }
}
