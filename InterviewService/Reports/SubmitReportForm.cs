using System.Globalization;
using System.Security.Claims;
using InterviewService.Pages;
using InterviewService.Reports.Pages;
using InterviewService.Resumes;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Reports;

/// <summary><c>POST /interviews/reports</c>: the form of <see cref="GetNewReport"/>, with the rules of <see cref="CreateReport"/>; 303 to the report.</summary>
internal sealed class SubmitReportForm(CreateReport create, StoredResumeClient resumes, TimeProvider time, ILogger<SubmitReportForm> logger)
{
    public static Task<IResult> HandleAsync(HttpRequest request, ClaimsPrincipal user, SubmitReportForm submit, CancellationToken cancellationToken) =>
        submit.RunAsync(request, user.UserId(), cancellationToken);

    private async Task<IResult> RunAsync(HttpRequest request, long userId, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } form)
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        var chosen = form["resumeId"].ToString();
        var file = ResumeChoices.FileIn(form);
        var sent = new CreateReport.Form(
            PageForms.TextIn(form, "jobDescription"), Title: null, Questions.Text.OneLine(PageForms.TextIn(form, "jobTitle")), PageForms.TextIn(form, "selfDescription"), file);
        // Whoever chose a file means it, whatever stands beside it.
        long? stored = file is null && long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var key = ReportIds.IsOne(form["key"].ToString()) ? form["key"].ToString() : ReportIds.New(time.GetUtcNow());

        var (report, problem) = await create.CreateAsync(userId, sent, new CreateReport.Choice(stored, key), cancellationToken);
        if (report is not null)
            return PlatformPages.SeeOther(GetReportPage.PathOf(report.Id));
        if (problem!.Status == StatusCodes.Status401Unauthorized)
            return problem;
        var (field, words) = AtField(problem, sent);
        return await PageForms.RefusedAsync<NewReportPage>(request, problem.Status, field, words, async () => new
        {
            Form = new ReportForm
            {
                JobTitle = sent.JobTitle!,
                JobDescription = sent.JobDescription,
                SelfDescription = sent.SelfDescription!,
                Resumes = await ResumeChoices.ReadAsync(resumes, userId, file is null ? chosen : ResumeChoices.File, logger, cancellationToken),
                Key = key,
                WrongField = field,
                Error = words,
            },
        });
    }

    // The API speaks to programs: people are told where on the page to look.
    private static (string? Field, string Words) AtField(ApiError problem, CreateReport.Form sent)
    {
        if (problem == ReportAnswers.NoJobDescription)
            return ("job-description", "Job description is required: paste the text of the advert.");
        if (problem == ReportAnswers.NothingAboutThePerson)
            return ("resume-file", "Either a resume file or a few sentences about you are required.");
        if (problem == ReportAnswers.Unreadable)
            return ("resume-file", "Unable to read the uploaded resume. Please upload a valid PDF or DOCX without a password, or write about yourself below.");
        if (problem == ReportAnswers.NoText)
            return ("resume-file", "Could not extract text from the resume file. Please upload a text-based PDF or DOCX, or write about yourself below.");
        if (problem == ReportAnswers.UnsupportedType || problem == ReportAnswers.NoSuchResume)
            return ("resume-file", problem.Message!);
        if (problem.Status == StatusCodes.Status413PayloadTooLarge)
            return ("resume-file", "File too large. Maximum size is 16MB.");
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            return (null, "Your resume cannot be read right now. Nothing you wrote is lost: please send it again in a moment.");
        var field = problem.Message switch
        {
            { } words when words.StartsWith("Title", StringComparison.Ordinal) => "job-title",
            { } words when words.StartsWith("Self", StringComparison.Ordinal) => "self-description",
            _ when sent.JobDescription.Length > 0 => "job-description",
            _ => null,
        };
        return (field, problem.Message ?? "The form could not be read.");
    }
}
