using System.Security.Claims;
using InterviewService.Sessions.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>GET /interviews/sessions/{id}</c>: the question that waits, the evaluation under way, or the result.</summary>
internal static class GetSessionPage
{
    /// <summary>Value of <c>?notice=</c> after an answer to a question that had been answered.</summary>
    public const string AnsweredBefore = "answered";

    public static async Task<IResult> HandleAsync(string id, string? notice, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        await StoredSession.FindAsync(dataSource, user.UserId(), id, cancellationToken) switch
        {
            null => SessionAnswers.NoSuchSession,
            { IsOpen: true } session => PlatformPages.Html<SessionPage>(new
            {
                Open = OpenQuestion.Of(session),
                Message = notice == AnsweredBefore ? "That question has its answer already. This one is next; you can answer any question again after the interview." : null,
            }),
            { Report: { } report } session => PlatformPages.Html<ResultPage>(new { Result = await SessionResult.ReadAsync(dataSource, session, report, cancellationToken) }),
            var session => PlatformPages.Html<EvaluatingPage>(new { SessionId = session.Id, Answers = Answered(session), IsDelayed = session.EvaluationFailed }),
        };

    public static string PathOf(Guid id) => $"/interviews/sessions/{id}";

    public static int Answered(StoredSession session) => session.Questions.Count(question => question.Answer is not null);
}
