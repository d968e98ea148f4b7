using System.Security.Claims;
using InterviewService.Sessions.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>GET /interviews/sessions/{id}/evaluation</c>: what the waiting page asks. 204 while nothing has changed; the way to the result once it is there.</summary>
internal static class GetEvaluationState
{
    private const string Delayed = "delayed";
    private const string Running = "running";

    public static async Task<IResult> HandleAsync(string id, string? seen, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await StoredSession.FindAsync(dataSource, user.UserId(), id, cancellationToken) switch
        {
            null => SessionAnswers.NoSuchSession,
            { Status: SessionStatus.Completed } session when seen != (session.EvaluationFailed ? Delayed : Running) => PlatformPages.Html<EvaluationState>(
                new { SessionId = session.Id, Answers = GetSessionPage.Answered(session), IsDelayed = session.EvaluationFailed }),
            { Status: SessionStatus.Completed } => TypedResults.NoContent(),
            var session => PlatformPages.SeeOther(GetSessionPage.PathOf(session.Id)),
        };
}
