using System.Security.Claims;
using InterviewService.Pages;
using InterviewService.Reports;
using InterviewService.Resumes;
using InterviewService.Sessions.Pages;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>GET /interviews/sessions/new</c>: the form for a practice interview; <c>?report=</c> offers the resume and the job of a report first.</summary>
internal sealed class GetNewSession(NpgsqlDataSource dataSource, StoredResumeClient resumes, ILogger<GetNewSession> logger)
{
    // A report in the field that names the resume.
    private const string ReportPrefix = "report-";
    private const int Reminders = 3;

    public static async Task<IResult> HandleAsync(string? report, ClaimsPrincipal user, GetNewSession form, TimeProvider time, CancellationToken cancellationToken)
    {
        var chosen = report is null ? null : ReportPrefix + report;
        var key = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        return PlatformPages.Html<NewSessionPage>(new { Form = await form.FillAsync(user.UserId(), chosen, SessionForm.DefaultCount, key, cancellationToken) });
    }

    /// <summary>The form with what there is to choose from.</summary>
    public async Task<SessionForm> FillAsync(long userId, string? chosen, string count, string key, CancellationToken cancellationToken)
    {
        var report = await ReportAsync(userId, chosen, cancellationToken);
        return new SessionForm
        {
            Count = count,
            Key = key,
            Report = report is null ? null : (ReportPrefix + report.Id, report.Title),
            Resumes = await ResumeChoices.ReadAsync(resumes, userId, chosen, logger, cancellationToken),
            Unfinished = [.. (await ListSessions.ReadAsync(dataSource, userId, cancellationToken)).Where(session => SessionStatus.IsOpen(session.Status)).Take(Reminders)],
        };
    }

    /// <summary>The report that the field names; null when it names none, or none of the user's.</summary>
    public async Task<StoredReport?> ReportAsync(long userId, string? chosen, CancellationToken cancellationToken) =>
        chosen?.StartsWith(ReportPrefix, StringComparison.Ordinal) is true ? await StoredReport.FindAsync(dataSource, userId, chosen[ReportPrefix.Length..], cancellationToken) : null;
}
