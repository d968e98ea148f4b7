using System.Security.Claims;
using InterviewService.MockInterviews.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary><c>GET /session/{id}/feedback</c>; before there is any, back to the interview.</summary>
internal static class GetFeedback
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, user.UserId()) is { } refusal)
            return refusal;
        return interview!.Feedback is { } feedback
            ? PlatformPages.Html<FeedbackPage>(new { Interview = interview, Feedback = feedback })
            : MockAnswers.See($"/session/{interview.Id}/interview");
    }
}
