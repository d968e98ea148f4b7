using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using ResumeService.Chunking;
using ResumeService.Contracts;
using ResumeService.Extraction;
using ResumeService.Gap;
using ResumeService.Messaging;
using ResumeService.Persistence;
using ResumeService.Profiles;
using ResumeService.Skills;
using ServiceDefaults.Auth;
using ServiceDefaults.Json;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>POST /api/upload_resume</c> (S0): bytes, text, profile and chunks in one transaction with their event, then the index and the gap analysis.</summary>
internal sealed class UploadResume(
    IDocumentReader reader,
    SkillMatcher skills,
    NpgsqlDataSource dataSource,
    Outbox outbox,
    ResumeIndex index,
    ResumeGap gap,
    TimeProvider time,
    IOptions<IndexingOptions> indexing,
    ILogger<UploadResume> logger)
{
    /// <summary>16 MB as CONTRACT.md counts them.</summary>
    public const int MaxFile = 16 * 1024 * 1024;

    /// <summary>The file, a job description and the parts' headers.</summary>
    public const int MaxBody = MaxFile + (2 * 1024 * 1024);

    private const int MaxFilename = 255;

    /// <summary>The form as described to readers of the API.</summary>
    /// <param name="Resume">PDF or DOCX, at most 16 MB.</param>
    /// <param name="JobDescription">Optional; without it <c>gap_analysis</c> is null.</param>
    internal sealed record Form(IFormFile Resume, string? JobDescription);

    internal sealed record Response
    {
        public bool Success { get; init; } = true;

        public required string Message { get; init; }

        public required ResumeData ParsedData { get; init; }

        public required bool FaissIndexed { get; init; }

        public required int ChunksCreated { get; init; }

        public required GapAnalysis? GapAnalysis { get; init; }

        public required long ResumeId { get; init; }

        /// <summary>Only there, as true, when the same bytes had been uploaded before.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool Duplicate { get; init; }
    }

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(HttpRequest request, ClaimsPrincipal user, UploadResume upload, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return new ApiError(StatusCodes.Status415UnsupportedMediaType, "Send the resume as multipart/form-data in the field 'resume'");
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // A form over its limits, not well-formed, or broken off; what the server itself refuses keeps its status.
            return request.ContentLength > MaxBody ? new ApiError(StatusCodes.Status413PayloadTooLarge) : Answers.BadRequest("The form could not be read");
        }

        return await upload.RunAsync(user.UserId(), form, form["job_description"], request.HttpContext.Response, cancellationToken);
    }

    /// <summary>Takes the file of a form.</summary>
    /// <param name="userId">Owner.</param>
    /// <param name="form">With the file in <c>resume</c>.</param>
    /// <param name="jobDescription">What to set it against at once; null for nothing.</param>
    /// <param name="response">Gets <c>Retry-After</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Results<Ok<Response>, ApiError>> RunAsync(long userId, IFormCollection form, string? jobDescription, HttpResponse response, CancellationToken cancellationToken) =>
        form.Files switch
        {
            [] => Answers.BadRequest("No resume file provided"),
            [{ Name: "resume", Length: 0, FileName: "" }] => Answers.BadRequest("No resume file provided"),
            [{ Name: "resume", Length: 0 }] => Answers.BadRequest("The resume file is empty"),
            [{ Name: "resume", Length: > MaxFile }] => new ApiError(StatusCodes.Status413PayloadTooLarge),
            [{ Name: "resume" } file] => await RunAsync(userId, file, jobDescription, response, cancellationToken),
            [_] => Answers.BadRequest("No resume file provided"),
            _ => Answers.BadRequest("Only one resume file can be uploaded at a time"),
        };

    private async Task<Results<Ok<Response>, ApiError>> RunAsync(
        long userId, IFormFile file, string? givenJobDescription, HttpResponse response, CancellationToken cancellationToken)
    {
        var (jobDescription, problem) = JobDescriptionText.Read(givenJobDescription);
        if (problem is not null)
            return Answers.BadRequest(problem);

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, cancellationToken);
        if (DocumentType.Detect(content) is not { } kind)
            return Answers.BadRequest("Invalid file type. Only PDF and DOCX files are allowed.");

        var hash = SHA256.HashData(content);
        if (await StoredResume.FindByContentAsync(dataSource, userId, hash, cancellationToken) is null)
        {
            var extraction = await reader.ReadAsync(content, kind, cancellationToken);
            if (extraction.Document is not { } document)
            {
                Log.UploadWithoutText(logger, extraction.Failure.ToString()!);
                if (extraction.Failure == ExtractionFailure.Busy)
                    response.Headers.RetryAfter = "5";
                return Failure(kind, extraction.Failure!.Value);
            }

            var stored = await StoreAsync(userId, CleanName(file.FileName), kind, content, hash, document, cancellationToken);
            if (stored is null)
                return new ApiError(StatusCodes.Status401Unauthorized);
            if (stored.Value.Inserted)
            {
                var indexed = stored.Value.Chunks > 0 && await index.RequestAsync(stored.Value.Id, userId, revision: 1, cancellationToken);
                return await AnswerAsync(userId, hash, jobDescription, indexed, duplicate: false, cancellationToken);
            }
        }
        else
        {
            await MakeCurrentAsync(userId, hash, cancellationToken);
        }

        return await AnswerAsync(userId, hash, jobDescription, indexed: false, duplicate: true, cancellationToken);
    }

    private async Task<Results<Ok<Response>, ApiError>> AnswerAsync(
        long userId, byte[] hash, string? jobDescription, bool indexed, bool duplicate, CancellationToken cancellationToken)
    {
        // Read back what was committed: the answer is what every later request will say.
        if (await StoredResume.FindByContentAsync(dataSource, userId, hash, cancellationToken) is not { } resume)
            return Answers.NoSuchResume;
        return TypedResults.Ok(new Response
        {
            Message = "Resume uploaded and processed successfully",
            ParsedData = ResumeData.Of(resume.Profile),
            FaissIndexed = indexed || resume.Indexed,
            ChunksCreated = resume.ChunkCount,
            GapAnalysis = jobDescription is null ? null : await gap.AnalyzeAsync(resume, jobDescription, cancellationToken),
            ResumeId = resume.Id,
            Duplicate = duplicate,
        });
    }

    private async Task<(long Id, int Chunks, bool Inserted)?> StoreAsync(
        long userId, string filename, DocumentKind kind, byte[] content, byte[] hash, DocumentText document, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var profile = ProfileParser.Parse(document, skills, DateOnly.FromDateTime(now.UtcDateTime));
        var chunks = TextChunker.Split(document.Text);

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return null;

        var id = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            """
            INSERT INTO resumes (user_id, filename, kind, content_hash, text, profile, uploaded_at, index_retry_at)
            VALUES (@userId, @filename, @kind, @hash, @text, @profile::jsonb, @now, @retryAt)
            ON CONFLICT (user_id, content_hash) DO NOTHING
            RETURNING id
            """,
            new
            {
                userId,
                filename,
                kind = kind.ToString(),
                hash,
                text = document.Text,
                profile = JsonSerializer.Serialize(profile, PlatformJson.Internal),
                now,
                retryAt = now + indexing.Value.CatchUpDelay,
            },
            transaction,
            cancellationToken: cancellationToken));
        if (id is null)
            return (0, 0, false);

        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO resume_files (resume_id, content) VALUES (@id, @content);
            INSERT INTO resume_chunks (resume_id, number, text) SELECT @id, number, text FROM unnest(@numbers, @texts) AS chunk (number, text);
            """,
            new { id, content, numbers = chunks.Select(chunk => chunk.Number).ToArray(), texts = chunks.Select(chunk => chunk.Text).ToArray() },
            transaction,
            cancellationToken: cancellationToken));
        await Outbox.AddAsync(transaction, new ResumeParsed(id.Value, userId, Revision: 1, chunks.Count, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        Log.ResumeStored(logger, id.Value, chunks.Count);
        return (id.Value, chunks.Count, true);
    }

    private async Task MakeCurrentAsync(long userId, byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE resumes SET uploaded_at = @now WHERE user_id = @userId AND content_hash = @hash",
            new { now = time.GetUtcNow(), userId, hash },
            cancellationToken: cancellationToken));
    }

    // The first words are the seed's; what follows says what the person can do about it.
    private static ApiError Failure(DocumentKind kind, ExtractionFailure failure)
    {
        var seed = "Failed to extract text from " + (kind == DocumentKind.Pdf ? "PDF" : "DOCX");
        return failure switch
        {
            ExtractionFailure.Busy => new ApiError(StatusCodes.Status503ServiceUnavailable, "Many resumes are being read right now. Please try again in a few seconds."),
            ExtractionFailure.NoText => Answers.BadRequest(seed),
            ExtractionFailure.PasswordProtected => Answers.BadRequest(seed + ": it is protected by a password. Save it without one and try again."),
            ExtractionFailure.TooLarge => Answers.BadRequest(seed + ": it has too many pages or unpacks to too much data."),
            ExtractionFailure.TimedOut => Answers.BadRequest(seed + ": reading it took too long. Save it anew as a simple PDF and try again."),
            _ => Answers.BadRequest(seed + ": the file is damaged or incomplete."),
        };
    }

    // Only the last part of a path, nothing invisible, and never empty.
    private static string CleanName(string given)
    {
        var name = new StringBuilder();
        foreach (var rune in given[(given.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && name.Length + rune.Utf16SequenceLength <= MaxFilename)
                name.Append(rune);
        }

        return name.Length > 0 ? name.ToString() : "resume";
    }
}
