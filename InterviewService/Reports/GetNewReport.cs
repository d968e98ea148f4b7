using System.Security.Claims;
using InterviewService.Pages;
using InterviewService.Reports.Pages;
using InterviewService.Resumes;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Reports;

/// <summary><c>GET /interviews/reports/new</c>: the form for a report.</summary>
internal static class GetNewReport
{
    public static async Task<IResult> HandleAsync(ClaimsPrincipal user, StoredResumeClient resumes, TimeProvider time, ILogger<StoredResumeClient> logger, CancellationToken cancellationToken)
    {
        var choices = await ResumeChoices.ReadAsync(resumes, user.UserId(), chosen: null, logger, cancellationToken);
        return PlatformPages.Html<NewReportPage>(new { Form = new ReportForm { Resumes = choices, Key = ReportIds.New(time.GetUtcNow()) } });
    }
}
