using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using InterviewService.Pages;
using InterviewService.Questions.Selection;
using InterviewService.Resumes;
using InterviewService.Sessions.Pages;
using ResumeService.Contracts;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.Sessions;

/// <summary><c>POST /interviews/sessions</c>: the form of <see cref="GetNewSession"/>; 303 to the interview.</summary>
internal sealed class BeginSession(CreateSession create, GetNewSession form, DocumentClient documents, StoredResumeClient resumes, ILogger<BeginSession> logger)
{
    private const string CountField = "question-count";
    private const string ResumeField = "resume-file";
    private const int MaxFile = 16 * 1024 * 1024;
    private const int DigitsOfFile = 32;

    /// <summary>Whom the questions are for, or what is wrong.</summary>
    private sealed record Source(string ResumeId, DocumentAnalysis? Document, int Status = StatusCodes.Status400BadRequest, string? Problem = null);

    public static Task<IResult> HandleAsync(HttpRequest request, ClaimsPrincipal user, BeginSession begin, CancellationToken cancellationToken) =>
        begin.RunAsync(request, user.UserId(), cancellationToken);

    private async Task<IResult> RunAsync(HttpRequest request, long userId, CancellationToken cancellationToken)
    {
        if (await request.FormAsync(cancellationToken) is not { } sent)
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read.");
        var wanted = sent["questionCount"].ToString().Trim();
        if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < CreateSession.MinQuestions or > CreateSession.MaxQuestions)
            return await RefusedAsync(StatusCodes.Status400BadRequest, CountField, "Please choose 3 to 20 questions.");

        Source source;
        try
        {
            source = await SourceAsync(userId, sent, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return await RefusedAsync(StatusCodes.Status503ServiceUnavailable, null, "Your resume cannot be read right now. Nothing is lost: please send it again in a moment.");
        }

        if (source.Document is not { } document)
            return await RefusedAsync(source.Status, ResumeField, source.Problem!);
        if (document.Text.Length > CreateSession.MaxResumeText)
            return await RefusedAsync(StatusCodes.Status400BadRequest, ResumeField, "Resume text is too long (maximum 500,000 characters).");

        var order = new CreateSession.Order(
            source.ResumeId, Questions.Text.Storable(document.Text), new Interviewee(document.Analysis, document.Profile, document.Text), count, Force: true)
        {
            SessionId = Guid.TryParse(sent["key"].ToString(), out var key) ? key : null,
        };
        return await create.PrepareAsync(userId, order, cancellationToken) switch
        {
            ({ } session, _) => PlatformPages.SeeOther(GetSessionPage.PathOf(session.Id)),
            (_, { Status: StatusCodes.Status401Unauthorized } erased) => erased,
            var (_, problem) => await RefusedAsync(problem!.Status, null, "The questions could not be written right now. Nothing is lost: please send it again in a moment."),
        };

        Task<IResult> RefusedAsync(int status, string? field, string words) => PageForms.RefusedAsync<NewSessionPage>(request, status, field, words, async () =>
        {
            var chosen = ResumeChoices.FileIn(sent) is null ? sent["resumeId"].ToString() : ResumeChoices.File;
            return new { Form = await form.FillAsync(userId, chosen, wanted, sent["key"].ToString(), cancellationToken) with { WrongField = field, Error = words } };
        });
    }

    private async Task<Source> SourceAsync(long userId, IFormCollection sent, CancellationToken cancellationToken)
    {
        var chosen = sent["resumeId"].ToString();
        // Whoever chose a file means it, whatever stands beside it.
        if (ResumeChoices.FileIn(sent) is { } file)
            return await FromFileAsync(file, cancellationToken);
        if (await form.ReportAsync(userId, chosen, cancellationToken) is { } report)
        {
            var reading = await documents.AnalyseAsync(file: null, report.Resume.Length > 0 ? report.Resume : report.SelfDescription, report.JobDescription, cancellationToken);
            return new Source(chosen, reading.Analysis, Problem: "The resume of this report cannot be read. Please choose another one.");
        }

        if (!long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var resumeId))
            return new Source(chosen, Document: null, Problem: "Please choose a resume: a PDF or Word file.");
        return new Source(chosen, await resumes.AnalyseAsync(userId, resumeId, text: null, jobDescription: null, cancellationToken), Problem: "This resume is no longer there. Please choose another one.");
    }

    private async Task<Source> FromFileAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > MaxFile)
            return new Source("", Document: null, StatusCodes.Status413PayloadTooLarge, "File too large. Maximum size is 16MB.");
        await using var content = file.OpenReadStream();
        var reading = await documents.AnalyseAsync(new SentFile(content, file.FileName, file.ContentType), text: null, jobDescription: null, cancellationToken);
        if (reading.Analysis is not { } document)
        {
            return new Source("", Document: null, Problem: reading.Refusal switch
            {
                AnalysisRefusals.UnsupportedType => "Unsupported resume file type. Please upload a PDF or DOCX.",
                AnalysisRefusals.NoText => "Could not extract text from the resume file. Please upload a text-based PDF or DOCX.",
                _ => "Unable to read the uploaded resume. It may be damaged or protected by a password: save it anew and try again.",
            });
        }

        // The same file again is not asked the same again.
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        return new Source("file-" + fingerprint[..DigitsOfFile], document);
    }
}
