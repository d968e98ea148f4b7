using InterviewService.Practice;
using InterviewService.Reports;
using InterviewService.Sessions;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Pages;

/// <summary>The pages under <c>/interviews</c>. Each works without script: plain forms, answered by 303 or by the page with what was typed.</summary>
internal static class InterviewPages
{
    extension(IEndpointRouteBuilder routes)
    {
        public RouteGroupBuilder MapInterviewPages()
        {
            var pages = routes.MapGroup("/interviews").RequireAuthorization().ExcludeFromDescription()
                .RequireAntiforgeryToken((_, message) => new ApiError(StatusCodes.Status400BadRequest, message));
            pages.MapGet("/", GetInterviews.HandleAsync).WithName(nameof(GetInterviews));

            var reports = pages.MapGroup("/reports");
            reports.MapGet("/", ToList);
            reports.MapPost("/", SubmitReportForm.HandleAsync).WithName(nameof(SubmitReportForm)).WithMetadata(Upload);
            reports.MapGet("/new", GetNewReport.HandleAsync).WithName(nameof(GetNewReport));
            reports.MapGet("/{id}", GetReportPage.HandleAsync).WithName(nameof(GetReportPage));
            reports.MapGet("/{id}/plan.ics", GetPlanCalendar.HandleAsync).WithName(nameof(GetPlanCalendar));
            reports.MapGet("/{id}/resume.pdf", MakeCv.HandleAsync).WithName(nameof(MakeCv) + "ForLink");
            reports.MapPost("/{id}/delete", DeleteReport.HandleAsync).WithName(nameof(DeleteReport));

            var sessions = pages.MapGroup("/sessions");
            sessions.MapGet("/", ToList);
            sessions.MapPost("/", BeginSession.HandleAsync).WithName(nameof(BeginSession)).WithMetadata(Upload);
            sessions.MapGet("/new", GetNewSession.HandleAsync).WithName(nameof(GetNewSession));
            sessions.MapGet("/{id}", GetSessionPage.HandleAsync).WithName(nameof(GetSessionPage));
            sessions.MapPost("/{id}/answers", SendAnswer.HandleAsync).WithName(nameof(SendAnswer));
            sessions.MapPost("/{id}/draft", KeepDraft.HandleAsync).WithName(nameof(KeepDraft));
            sessions.MapPost("/{id}/finish", FinishSession.HandleAsync).WithName(nameof(FinishSession));
            sessions.MapGet("/{id}/evaluation", GetEvaluationState.HandleAsync).WithName(nameof(GetEvaluationState));
            sessions.MapGet("/{id}/report.pdf", DownloadReport.HandleAsync).WithName(nameof(DownloadReport));
            sessions.MapPost("/{id}/delete", RemoveSession.HandleAsync).WithName(nameof(RemoveSession));
            sessions.MapGet("/{id}/questions/{index}", GetQuestion.HandleAsync).WithName(nameof(GetQuestion));
            sessions.MapPost("/{id}/questions/{index}", AnswerAgain.HandleAsync).WithName(nameof(AnswerAgain));

            pages.MapGet("/practice", GetPractice.HandleAsync).WithName(nameof(GetPractice));
            routes.MapGet("/api/interview/practice/due", GetDuePractice.HandleAsync).WithName(nameof(GetDuePractice))
                .WithTags("Interview practice").WithSummary("Weak questions to answer today").RequireAuthorization();
            return pages;
        }
    }

    private static object[] Upload { get; } =
        [new RequestSizeLimitAttribute(ResumeChoices.MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = ResumeChoices.MaxBody }];

    // A form stands at the address it was sent to when it was not taken: opened again, that address leads on.
    private static IResult ToList() => PlatformPages.SeeOther("/interviews");
}
