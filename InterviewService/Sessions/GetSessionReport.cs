using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions/{sessionId}/report</c>: 202 while it is made, 409 while the session is open.</summary>
internal static class GetSessionReport
{
    public static async Task<Results<Ok<SessionAnswer<SessionReport>>, JsonHttpResult<SessionAnswer<object?>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await StoredSession.FindAsync(dataSource, user.UserId(), sessionId, cancellationToken) switch
        {
            null => SessionAnswers.NoSuchSession,
            { IsOpen: true } => SessionAnswers.StillOpen,
            { Report: { } report } => SessionAnswers.Ok(report),
            _ => SessionAnswers.Evaluating,
        };
}
