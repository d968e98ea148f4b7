using System.Security.Claims;
using System.Text.Json;
using InterviewService.Contracts;
using InterviewService.Engine;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using InterviewService.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace InterviewService.Reports;

/// <summary><c>POST /api/interview/</c> (seed 1): a resume file or a self-description, or both, against a job description.</summary>
internal sealed class CreateReport(
    NpgsqlDataSource dataSource, DocumentClient documents, StoredResumeClient resumes, ScannedResume scans, EngineChoice<IInterviewEngine> engines, Outbox outbox, TimeProvider time,
    ILogger<CreateReport> logger)
{
    public const int MaxFile = 16 * 1024 * 1024;

    /// <summary>The file, the texts and the parts' headers.</summary>
    public const int MaxBody = MaxFile + (2 * 1024 * 1024);

    private const int MaxJobDescription = 100_000;
    private const int MaxSelfDescription = 100_000;
    private const int MaxTitle = 200;
    private const int MaxDerivedTitle = 80;
    private const string Untitled = "Untitled Position";

    /// <summary>The form as described to readers of the API.</summary>
    /// <param name="JobDescription">At most 100,000 characters.</param>
    /// <param name="Title">At most 200 characters.</param>
    /// <param name="JobTitle">Taken when there is no title.</param>
    /// <param name="SelfDescription">At most 100,000 characters; may stand in for the file.</param>
    /// <param name="Resume">PDF or DOCX, at most 16 MB.</param>
    internal sealed record Form(string JobDescription, string? Title, string? JobTitle, string? SelfDescription, IFormFile? Resume);

    /// <summary>What only the page sends beside the form.</summary>
    /// <param name="ResumeId">A stored resume in place of a file.</param>
    /// <param name="ReportId">The id that the report gets, so that a form sent twice makes one report; null for a new one.</param>
    internal sealed record Choice(long? ResumeId, string? ReportId)
    {
        public static readonly Choice None = new(null, null);
    }

    internal sealed record Response(string Message, InterviewReportView InterviewReport);

    public static async Task<Results<Created<Response>, ApiError>> HandleAsync(
        HttpRequest request, ClaimsPrincipal user, CreateReport create, CancellationToken cancellationToken)
    {
        var (form, problem) = await ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (report, refusal) = await create.CreateAsync(user.UserId(), form, Choice.None, cancellationToken);
        return report is null
            ? refusal!
            : TypedResults.Created($"/api/interview/report/{report.Id}", new Response("Interview report generated successfully.", InterviewReportView.Of(report)));
    }

    /// <summary>The report as stored, or why there is none.</summary>
    public async Task<(StoredReport? Report, ApiError? Problem)> CreateAsync(long userId, Form sent, Choice choice, CancellationToken cancellationToken)
    {
        // A form that was sent without choosing a file has an empty one.
        var form = sent.Resume is { Length: 0, FileName: "" } ? sent with { Resume = null } : sent;
        return Check(form, choice.ResumeId is not null) is { } wrong ? (null, wrong) : await RunAsync(userId, form, choice, cancellationToken);
    }

    private static ApiError? Check(Form form, bool hasStored) => form switch
    {
        { JobDescription: var job } when string.IsNullOrWhiteSpace(job) => ReportAnswers.NoJobDescription,
        { JobDescription.Length: > MaxJobDescription } => ReportAnswers.BadRequest("Job description is too long (maximum 100,000 characters)."),
        { SelfDescription.Length: > MaxSelfDescription } => ReportAnswers.BadRequest("Self-description is too long (maximum 100,000 characters)."),
        { Title.Length: > MaxTitle } or { JobTitle.Length: > MaxTitle } => ReportAnswers.BadRequest("Title is too long (maximum 200 characters)."),
        { Resume: null, SelfDescription: var self } when !hasStored && string.IsNullOrWhiteSpace(self) => ReportAnswers.NothingAboutThePerson,
        { Resume.Length: > MaxFile } => new ApiError(StatusCodes.Status413PayloadTooLarge),
        _ => null,
    };

    private async Task<(StoredReport? Report, ApiError? Problem)> RunAsync(long userId, Form form, Choice choice, CancellationToken cancellationToken)
    {
        var self = string.IsNullOrWhiteSpace(form.SelfDescription) ? null : form.SelfDescription;
        DocumentReading reading;
        string? note = null, scanned = null;
        try
        {
            reading = choice.ResumeId is { } stored && form.Resume is null
                ? new DocumentReading(await resumes.AnalyseAsync(userId, stored, self, form.JobDescription, cancellationToken), Refusal: null)
                : await AnalyseAsync(form.Resume, self, form.JobDescription, cancellationToken);
            if (reading.Refusal is AnalysisRefusals.NoText && form.Resume is not null && (scanned = await scans.ReadAsync(form.Resume, cancellationToken)) is not null)
            {
                note = "The resume is a picture; its text was read by a language model.";
                reading = await AnalyseAsync(file: null, self is null ? scanned : $"{scanned}\n\n{self}", form.JobDescription, cancellationToken);
            }
            else if (reading.Refusal is AnalysisRefusals.Unreadable or AnalysisRefusals.NoText && form.Resume is not null && self is not null)
            {
                // Seed 1: the self-description may stand in for a file that gives no text.
                note = "The resume file could not be read; the report rests on the self-description alone.";
                reading = await AnalyseAsync(file: null, self, form.JobDescription, cancellationToken);
            }
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return (null, ReportAnswers.Unavailable);
        }

        if (reading.Analysis is not { } document)
        {
            return (null, reading.Refusal switch
            {
                null => ReportAnswers.NoSuchResume,
                AnalysisRefusals.UnsupportedType => ReportAnswers.UnsupportedType,
                AnalysisRefusals.NoText when form.Resume is null => ReportAnswers.NothingAboutThePerson,
                AnalysisRefusals.NoText => ReportAnswers.NoText,
                _ => ReportAnswers.Unreadable,
            });
        }

        var hasFile = (form.Resume is not null || choice.ResumeId is not null) && note is null;
        var person = new Interviewee(document.Analysis, document.Profile, self is null || !hasFile ? document.Text : document.Text + "\n\n" + self);
        ReportContent content;
        try
        {
            content = await engines.RunAsync("interview.report", engine => engine.WriteReportAsync(person, form.JobDescription, cancellationToken));
        }
        catch (AiException)
        {
            return (null, ReportAnswers.ModelFailed);
        }

        if (note is not null)
            content = content with { Notes = [note, .. content.Notes] };

        var now = time.GetUtcNow();
        var report = new StoredReport
        {
            Id = choice.ReportId ?? ReportIds.New(now),
            UserId = userId,
            Title = TitleOf(form),
            JobDescription = form.JobDescription,
            Resume = scanned ?? (hasFile ? Text.Storable(document.Text) : ""),
            SelfDescription = form.SelfDescription ?? "",
            MatchScore = content.Match.Score,
            ContentJson = JsonSerializer.Serialize(content, PlatformJson.Internal),
            CandidateJson = JsonSerializer.Serialize(new Candidate(document.Profile, document.Analysis), PlatformJson.Internal),
            CreatedAt = now,
            UpdatedAt = now,
        };
        return await StoreAsync(report, cancellationToken) is { } kept ? (kept, null) : (null, new ApiError(StatusCodes.Status401Unauthorized));
    }

    private async Task<DocumentReading> AnalyseAsync(IFormFile? file, string? text, string jobDescription, CancellationToken cancellationToken)
    {
        if (file is null)
            return await documents.AnalyseAsync(file: null, text, jobDescription, cancellationToken);
        await using var content = file.OpenReadStream();
        return await documents.AnalyseAsync(new SentFile(content, file.FileName, file.ContentType), text, jobDescription, cancellationToken);
    }

    /// <summary>The report as it is there now; null for a user whose data was erased while this was under way.</summary>
    private async Task<StoredReport?> StoreAsync(StoredReport report, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, report.UserId, cancellationToken))
            return null;
        if (await StoredReport.WithIdAsync(transaction, report.Id, cancellationToken) is { } other)
        {
            if (IsSame(report, other))
                return other;
            report = report with { Id = ReportIds.New(report.CreatedAt) };
        }

        await StoredReport.InsertAsync(transaction, report, cancellationToken);
        await Outbox.AddAsync(transaction, new InterviewReportGenerated(report.Id, report.UserId, report.MatchScore, report.CreatedAt), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return report;
    }

    // A form sent twice; what was changed in it before it was sent again is another report.
    private static bool IsSame(StoredReport report, StoredReport other) =>
        (report.UserId, report.Title, report.JobDescription, report.Resume, report.SelfDescription) == (other.UserId, other.Title, other.JobDescription, other.Resume, other.SelfDescription);

    /// <summary>CONTRACT.md, "S1 report".</summary>
    private static string TitleOf(Form form)
    {
        if (Text.OneLine(form.Title ?? "") is { Length: > 0 } title)
            return title;
        if (Text.OneLine(form.JobTitle ?? "") is { Length: > 0 } jobTitle)
            return jobTitle;
        var first = form.JobDescription.ReplaceLineEndings("\n").Split('\n').Select(Text.OneLine).FirstOrDefault(line => line.Length > 0) ?? "";
        var derived = first.TrimStart('#', '*', '-', '•', '=', '_', ' ').TrimEnd('*', '=', '_', '-', ' ', ':');
        return derived.Any(char.IsLetterOrDigit) ? Text.Shorten(derived, MaxDerivedTitle) : Untitled;
    }

    private static async Task<(Form? Form, ApiError? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
        {
            try
            {
                var body = await request.ReadFromJsonAsync<TextForm>(cancellationToken);
                return body is null
                    ? (null, new ApiError(StatusCodes.Status400BadRequest))
                    : (new Form(Text.Storable(body.JobDescription ?? ""), Kept(body.Title), Kept(body.JobTitle), Kept(body.SelfDescription), Resume: null), null);
            }
            catch (JsonException)
            {
                return (null, new ApiError(StatusCodes.Status400BadRequest));
            }
        }

        if (!request.HasFormContentType)
            return (null, new ApiError(StatusCodes.Status415UnsupportedMediaType));
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return (new Form(Text.Storable(form["jobDescription"].ToString()), Kept(form["title"]), Kept(form["jobTitle"]), Kept(form["selfDescription"]), form.Files["resume"]), null);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // A form over its limits, not well-formed, or broken off; what the server itself refuses keeps its status.
            return (null, new ApiError(request.ContentLength > MaxBody ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest));
        }
    }

    private static string? Kept(string? text) => text is null ? null : Text.Storable(text);

    // The seed's first example sends the texts as JSON.
    private sealed record TextForm(string? JobDescription, string? Title, string? JobTitle, string? SelfDescription);
}
