using System.Security.Claims;
using InterviewService.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions/unfinished/{resumeId}</c>.</summary>
internal static class FindUnfinished
{
    public static async Task<Results<Ok<SessionAnswer<SessionView>>, ApiError>> HandleAsync(
        string resumeId, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await StoredSession.UnfinishedAsync(connection, user.UserId(), Text.Storable(resumeId).Trim(), transaction: null, cancellationToken) is { } session
            ? SessionAnswers.Ok(SessionView.Of(session))
            : SessionAnswers.NothingUnfinished;
    }
}
