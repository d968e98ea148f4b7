using System.Globalization;
using System.Security.Claims;
using InterviewService.Pages;
using InterviewService.Sessions.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>POST /interviews/sessions/{id}/finish</c>: ends the interview early; what stands in the box counts as an answer.</summary>
internal static class FinishSession
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ClaimsPrincipal user, NpgsqlDataSource dataSource, SessionCompletion completion, Outbox outbox, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        if (!Guid.TryParse(id, out var key))
            return SessionAnswers.NoSuchSession;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await StoredSession.LockAsync(transaction, key, user.UserId(), cancellationToken) is not { } session)
            return SessionAnswers.NoSuchSession;
        if (!session.IsOpen)
            return PlatformPages.SeeOther(GetSessionPage.PathOf(session.Id));

        var answer = PageForms.TextIn(form, "answer");
        if (answer.Length > AnswerRequest.MaxLength)
        {
            const string TooLong = "Answer is too long (maximum 100,000 characters)";
            return await PageForms.RefusedAsync<SessionPage>(request, StatusCodes.Status400BadRequest, "answer-text", TooLong,
                () => Task.FromResult<object>(new { Open = OpenQuestion.Of(session) with { Answer = answer, Error = TooLong } }));
        }

        if (int.TryParse(form["question"], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index == session.CurrentQuestion)
        {
            await SaveDraft.StoreAsync(transaction, session, string.IsNullOrWhiteSpace(answer) ? null : answer, cancellationToken);
            session = await StoredSession.LockAsync(transaction, key, user.UserId(), cancellationToken);
        }

        await CompleteSession.EndAsync(transaction, session!, completion, cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return PlatformPages.SeeOther(GetSessionPage.PathOf(key));
    }
}
