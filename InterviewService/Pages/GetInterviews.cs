using System.Security.Claims;
using InterviewService.MockInterviews;
using InterviewService.Practice;
using InterviewService.Reports;
using InterviewService.Sessions;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Pages;

/// <summary><c>GET /interviews</c>: the user's reports, practice interviews and mock interviews, newest first, each with its next step.</summary>
internal static class GetInterviews
{
    public static async Task<IResult> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        var userId = user.UserId();
        var reports = await ListReports.ReadAsync(dataSource, userId, cancellationToken);
        var sessions = await ListSessions.ReadAsync(dataSource, userId, cancellationToken);
        var mockInterviews = await ListMockInterviews.ReadAsync(dataSource, userId, cancellationToken);
        var due = await DueQuestions.ReadAsync(dataSource, userId, time.GetUtcNow(), cancellationToken);
        return PlatformPages.Html<InterviewsPage>(new { Reports = reports, Practice = sessions, MockInterviews = mockInterviews, Due = due.Count });
    }
}
