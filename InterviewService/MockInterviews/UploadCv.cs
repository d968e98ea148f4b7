using System.Security.Claims;
using System.Text;
using InterviewService.MockInterviews.Pages;
using InterviewService.Resumes;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;
using ServiceDefaults.Web;

namespace InterviewService.MockInterviews;

/// <summary><c>POST /session/{id}/upload-cv</c>: a PDF, a DOCX or plain text in <c>cv_file</c>; ResumeService reads it.</summary>
internal sealed class UploadCv(NpgsqlDataSource dataSource, DocumentClient documents, TimeProvider time, ILogger<UploadCv> logger)
{
    public const int MaxFile = 16 * 1024 * 1024;
    private const int MaxText = 200_000;
    private const int MinText = 20;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Task<IResult> HandleAsync(string id, HttpRequest request, ClaimsPrincipal user, UploadCv upload, CancellationToken cancellationToken) =>
        upload.RunAsync(id, request, user.UserId(), cancellationToken);

    private async Task<IResult> RunAsync(string id, HttpRequest request, long userId, CancellationToken cancellationToken)
    {
        var interview = await MockInterview.FindAsync(dataSource, id, cancellationToken);
        if (MockAnswers.Refuse(interview, userId) is { } refusal)
            return refusal;
        var (problem, done) = await StoreAsync(interview!, request, cancellationToken);
        if (done is not null)
            return done;
        return MockAnswers.IsNavigation(request)
            ? PlatformPages.Html<UploadPage>(new { Interview = interview!, CvError = problem!.Message }, problem!.Status)
            : problem!;
    }

    private async Task<(ApiError? Problem, IResult? Done)> StoreAsync(MockInterview interview, HttpRequest request, CancellationToken cancellationToken)
    {
        if (interview.QuestionCount > 0)
            return (MockAnswers.BadRequest("The interview has begun; its CV stays as it is."), null);
        if (await request.FormAsync(cancellationToken) is not { } form)
        {
            return (request.ContentLength > MaxFile
                ? new ApiError(StatusCodes.Status413PayloadTooLarge, "The file is too large (at most 16 MB).")
                : MockAnswers.BadRequest("The form could not be read."), null);
        }

        if (form.Files["cv_file"] is not { } file)
            return (MockAnswers.BadRequest("Please choose a CV file."), null);
        if (file.Length > MaxFile)
            return (new ApiError(StatusCodes.Status413PayloadTooLarge, "The file is too large (at most 16 MB)."), null);
        if (file.Length == 0)
            return (MockAnswers.BadRequest("The CV file is empty."), null);

        string text;
        try
        {
            var (read, problem) = await ReadAsync(file, cancellationToken);
            if (read is null)
                return (MockAnswers.BadRequest(problem!), null);
            text = read;
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return (MockAnswers.Unavailable, null);
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await MockInterview.LockAsync(transaction, interview.Id, cancellationToken) is not { } locked)
            return (MockAnswers.NoSuchSession, null);
        if (locked.QuestionCount > 0)
            return (MockAnswers.BadRequest("The interview has begun; its CV stays as it is."), null);
        await MockInterview.UpdateAsync(transaction, locked with { CvText = text, CvFilename = NameOf(file), IntervieweeJson = null }, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (null, MockAnswers.See(GetUploadPage.PathOf(interview.Id, GetUploadPage.CvSaved)));
    }

    private async Task<(string? Text, string? Problem)> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (await IsTextAsync(file, cancellationToken) is { } plain)
        {
            return Questions.Text.Storable(plain).Trim() switch
            {
                { Length: < MinText } => (null, "The CV holds too little text."),
                { Length: > MaxText } => (null, "The CV is too long (at most 200,000 characters)."),
                var text => (text, null),
            };
        }

        await using var content = file.OpenReadStream();
        var reading = await documents.AnalyseAsync(new SentFile(content, file.FileName, file.ContentType), text: null, jobDescription: null, cancellationToken);
        return reading switch
        {
            { Analysis: { } document } => (Questions.Text.Storable(document.Text), null),
            { Refusal: AnalysisRefusals.UnsupportedType } => (null, "Unsupported file type. Please upload a PDF, DOCX or TXT file."),
            { Refusal: AnalysisRefusals.NoText } => (null, "No text could be read from the CV. Please upload a text-based PDF, DOCX or TXT file."),
            _ => (null, "The CV could not be read. It may be damaged or protected by a password: save it anew and try again."),
        };
    }

    // By content, like the other types: what is neither a PDF nor an archive and is called .txt, in UTF-8.
    private static async Task<string?> IsTextAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (!Path.GetExtension(file.FileName).Equals(".txt", StringComparison.OrdinalIgnoreCase))
            return null;
        await using var stream = file.OpenReadStream();
        var bytes = new byte[file.Length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        if (bytes.AsSpan().StartsWith("%PDF"u8) || bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().Contains((byte)0))
            return null;
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string NameOf(IFormFile file)
    {
        var name = Questions.Text.OneLine(Questions.Text.Storable(file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..]));
        return name.Length == 0 ? "CV" : Questions.Text.Shorten(name, 120);
    }
}
