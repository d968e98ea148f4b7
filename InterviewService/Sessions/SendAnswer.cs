using System.Globalization;
using System.Security.Claims;
using InterviewService.Pages;
using InterviewService.Sessions.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary>
/// <c>POST /interviews/sessions/{id}/answers</c>: takes the answer by the rules of <see cref="SubmitAnswer"/>. To htmx the next question; without script, and after the
/// last answer, 303 to the page. Two quick posts of one form make one answer.
/// </summary>
internal sealed class SendAnswer(NpgsqlDataSource dataSource, SubmitAnswer submit, ILogger<SendAnswer> logger)
{
    public static Task<IResult> HandleAsync(string id, HttpRequest request, ClaimsPrincipal user, SendAnswer send, CancellationToken cancellationToken) =>
        send.RunAsync(id, request, user.UserId(), cancellationToken);

    private async Task<IResult> RunAsync(string id, HttpRequest request, long userId, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        if (await StoredSession.FindAsync(dataSource, userId, id, cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        var answer = PageForms.TextIn(form, "answer");
        var path = GetSessionPage.PathOf(session.Id);
        if (!int.TryParse(form["question"], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        if (!session.IsOpen || index != session.CurrentQuestion)
            return Moved(session, index, answer, path);

        StoredSession? after;
        ApiError? problem;
        try
        {
            (after, problem) = await submit.TakeAsync(userId, id, new AnswerRequest { QuestionIndex = index, Answer = answer }, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return await RefusedAsync(StatusCodes.Status503ServiceUnavailable, "The answer cannot be taken right now. Nothing you wrote is lost: please send it again in a moment.");
        }

        if (after is null)
        {
            // Of two posts at once the other was first.
            if (await StoredSession.FindAsync(dataSource, userId, id, cancellationToken) is { } now && (!now.IsOpen || now.CurrentQuestion != index))
                return Moved(now, index, answer, path);
            return problem!.Status == StatusCodes.Status404NotFound ? problem : await RefusedAsync(problem.Status, problem.Message!);
        }

        return after.IsOpen && request.IsFragmentRequest() ? PlatformPages.Html<QuestionFragment>(new { Open = OpenQuestion.Of(after) }) : PlatformPages.SeeOther(path);

        Task<IResult> RefusedAsync(int status, string words) => PageForms.RefusedAsync<SessionPage>(
            request, status, "answer-text", words, () => Task.FromResult<object>(new { Open = OpenQuestion.Of(session) with { Answer = answer, Error = words } }));
    }

    // The second post of a form is answered like the first; another text for the same question is not taken, and the page says so.
    private static IResult Moved(StoredSession session, int index, string answer, string path)
    {
        var isTwin = index >= 0 && index < session.Questions.Count && session.Questions[index].Answer == answer;
        return PlatformPages.SeeOther(isTwin || !session.IsOpen ? path : $"{path}?notice={GetSessionPage.AnsweredBefore}");
    }
}
