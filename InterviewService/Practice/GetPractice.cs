using System.Globalization;
using System.Security.Claims;
using InterviewService.Practice.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Practice;

/// <summary><c>GET /interviews/practice</c>: the weak questions that are due, one at a time.</summary>
internal static class GetPractice
{
    public static async Task<IResult> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var due = await DueQuestions.ReadAsync(dataSource, user.UserId(), time.GetUtcNow(), cancellationToken);
        if (due is not [var first, ..])
            return PlatformPages.Html<NothingDuePage>(new { Next = await DueQuestions.NextAsync(dataSource, user.UserId(), cancellationToken) });
        return await GetQuestion.FindAsync(dataSource, user.UserId(), first.SessionId.ToString(), first.QuestionIndex.ToString(CultureInfo.InvariantCulture), cancellationToken) is { } question
            ? PlatformPages.Html<QuestionPage>(new { Again = question with { Others = due.Count - 1 } })
            // Deleted in between.
            : PlatformPages.SeeOther("/interviews");
    }
}
