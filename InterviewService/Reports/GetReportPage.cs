using System.Security.Claims;
using InterviewService.Reports.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Reports;

/// <summary><c>GET /interviews/reports/{id}</c>.</summary>
internal static class GetReportPage
{
    public static async Task<IResult> HandleAsync(string id, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken) =>
        await StoredReport.FindAsync(dataSource, user.UserId(), id, cancellationToken) is { } report
            ? PlatformPages.Html<ReportPage>(new { Report = report, Tomorrow = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1) })
            : ReportAnswers.NoSuchReport;

    public static string PathOf(string id) => "/interviews/reports/" + id;
}
