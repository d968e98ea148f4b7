using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using InterviewService.MockInterviews.Pages;
using InterviewService.Questions;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary>
/// <c>POST /session/{id}/message</c>: takes the answer to the current question and answers a fragment with the person's block, the next question and the progress
/// out of band. Two quick posts of one form make one answer.
/// </summary>
internal sealed class SubmitMockAnswer(NpgsqlDataSource dataSource, MockInterviewer interviewer, TimeProvider time)
{
    public const int MaxAnswer = 40_000;

    public static Task<IResult> HandleAsync(string id, HttpRequest request, ClaimsPrincipal user, SubmitMockAnswer submit, CancellationToken cancellationToken) =>
        submit.RunAsync(id, request, user.UserId(), cancellationToken);

    private async Task<IResult> RunAsync(string id, HttpRequest request, long userId, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, userId) is { } refusal)
            return refusal;
        if (await request.FormAsync(cancellationToken) is not { } form)
            return MockAnswers.BadRequest("The form could not be read.");
        var answer = Text.Storable(form["answer"].ToString()).ReplaceLineEndings("\n").Trim();
        if (Problem(interview!, answer) is { } problem)
        {
            // Without script the page comes back with what was typed.
            return MockAnswers.IsNavigation(request)
                ? PlatformPages.Html<InterviewPage>(new { Interview = interview!, Answer = answer, Error = problem }, StatusCodes.Status400BadRequest)
                : MockAnswers.BadRequest(problem);
        }

        // The page names the question it answers; a program that does not means the one that was current when it asked.
        var number = int.TryParse(form["question"], NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : interview!.QuestionCount;
        var (after, added, failure) = await TakeAsync(interview!, number, answer, cancellationToken);
        if (failure is not null)
            return failure;
        if (MockAnswers.IsNavigation(request))
            return MockAnswers.See($"/session/{interview!.Id}/interview");
        return PlatformPages.Html<AnswerFragment>(new { Interview = after!, Added = added });
    }

    private async Task<(MockInterview? After, IReadOnlyList<MockMessage> Added, ApiError? Failure)> TakeAsync(
        MockInterview interview, int number, string answer, CancellationToken cancellationToken)
    {
        // Thought of before the interview is locked: it may ask another service. Should another post have moved the interview on, it is not needed.
        var next = number == interview.QuestionCount ? await interviewer.NextAsync(interview, interview.Interviewee!, answer, cancellationToken) : null;

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await MockInterview.LockAsync(transaction, interview.Id, cancellationToken) is not { } locked)
            return (null, [], MockAnswers.NoSuchSession);
        // The answer to this question was taken already: the second post of the form is answered like the first.
        if (locked.QuestionCount != number || locked.AnswerCount != number - 1)
            return (locked, [.. locked.Messages.Skip((2 * number) - 1).Take(2)], null);

        var now = time.GetUtcNow();
        var position = locked.Messages.Count;
        List<MockMessage> added = [InterviewStart.MessageOf(locked.Id, MockMessage.User, answer, now)];
        if (next is not null)
        {
            // A moment later, so that the order is told by the times too.
            added.Add(InterviewStart.MessageOf(locked.Id, MockMessage.Assistant, next.Spoken, now.AddMilliseconds(1)));
            var asked = JsonSerializer.Serialize<IReadOnlyList<InterviewQuestion>>([.. locked.Asked, next], PlatformJson.Internal);
            await MockInterview.UpdateAsync(transaction, locked with { AskedJson = asked, FeedbackJson = null }, now, cancellationToken);
        }

        foreach (var message in added)
            await MockInterview.AddMessageAsync(transaction, message, position++, cancellationToken);
        var after = await MockInterview.LockAsync(transaction, locked.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (after, added, null);
    }

    private static string? Problem(MockInterview interview, string answer) => answer switch
    {
        { Length: 0 } => "Answer cannot be empty.",
        { Length: > MaxAnswer } => "Answer is too long (at most 40,000 characters).",
        _ when interview.QuestionCount == 0 => "The interview has not begun. Open its page first.",
        _ when interview.IsComplete => "The interview is complete. No more answers are taken.",
        _ => null,
    };
}
