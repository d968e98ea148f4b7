using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions/{sessionId}</c>.</summary>
internal static class GetSession
{
    public static async Task<Results<Ok<SessionAnswer<SessionView>>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await StoredSession.FindAsync(dataSource, user.UserId(), sessionId, cancellationToken) is { } session
            ? SessionAnswers.Ok(SessionView.Of(session))
            : SessionAnswers.NoSuchSession;
}
