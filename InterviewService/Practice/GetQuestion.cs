using System.Globalization;
using System.Security.Claims;
using InterviewService.Practice.Pages;
using InterviewService.Sessions;
using InterviewService.Sessions.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Practice;

/// <summary><c>GET /interviews/sessions/{id}/questions/{index}</c>: a question of an evaluated interview, its attempts, and the box for one more.</summary>
internal static class GetQuestion
{
    public static async Task<IResult> HandleAsync(
        string id, string index, string? answered, string? from, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        if (await FindAsync(dataSource, userId, id, index, cancellationToken) is { } question)
        {
            int? others = from == AnswerAgain.FromPractice ? (await DueQuestions.ReadAsync(dataSource, userId, time.GetUtcNow(), cancellationToken)).Count : null;
            return PlatformPages.Html<QuestionPage>(new { Again = question with { Others = others, IsAnswered = answered is not null && question.Question.Latest is not null } });
        }

        return await StoredSession.FindAsync(dataSource, userId, id, cancellationToken) is { Report: null } unfinished
            ? PlatformPages.SeeOther(GetSessionPage.PathOf(unfinished.Id))
            : SessionAnswers.NoSuchSession;
    }

    /// <summary>The question with its attempts; null when there is none of the user's, or its interview has no result yet.</summary>
    public static async Task<PracticeQuestion?> FindAsync(NpgsqlDataSource dataSource, long userId, string id, string index, CancellationToken cancellationToken)
    {
        if (await StoredSession.FindAsync(dataSource, userId, id, cancellationToken) is not { Status: SessionStatus.Evaluated } session || At(session, index) is not { } question)
            return null;
        var attempts = (await Attempts.ReadAsync(dataSource, session, cancellationToken))[question.Id];
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var place = await PracticeSchedule.FindAsync(connection, question.Id, transaction: null, cancellationToken);
        return new PracticeQuestion
        {
            Question = AnsweredQuestion.Of(question, session, attempts),
            Next = Math.Max(1, attempts.Count == 0 ? 1 : attempts[^1].Number) + 1,
            DueAt = place?.DueAt,
            IsKnown = place is { DueAt: null },
        };
    }

    /// <summary>The question with this index; null when there is none.</summary>
    public static StoredQuestion? At(StoredSession session, string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < session.Questions.Count ? session.Questions[place] : null;
}
