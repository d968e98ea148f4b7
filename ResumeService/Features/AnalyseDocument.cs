using Microsoft.AspNetCore.Http.HttpResults;
using ResumeService.Contracts;
using ResumeService.Extraction;
using ResumeService.Profiles;
using ResumeService.Skills;
using ServiceDefaults.Json;
using ServiceDefaults.Problems;

namespace ResumeService.Features;

/// <summary><c>POST /internal/analyse</c>: reads a file or a text and sets it against a job description; nothing is stored. For InterviewService.</summary>
internal sealed class AnalyseDocument(IDocumentReader reader, SkillMatcher skills, AnalysedResume analysed, TimeProvider time)
{
    public static async Task<Results<JsonHttpResult<DocumentAnalysis>, JsonHttpResult<AnalysisRefusal>, ApiError>> HandleAsync(
        HttpRequest request, AnalyseDocument analyse, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return new ApiError(StatusCodes.Status415UnsupportedMediaType);
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return new ApiError(StatusCodes.Status400BadRequest, "The form could not be read");
        }

        var file = form.Files["resume"];
        if (file is { Length: > UploadResume.MaxFile })
            return new ApiError(StatusCodes.Status413PayloadTooLarge);
        return await analyse.RunAsync(file, form["text"].ToString(), form["jobDescription"].ToString(), request.HttpContext.Response, cancellationToken);
    }

    private async Task<Results<JsonHttpResult<DocumentAnalysis>, JsonHttpResult<AnalysisRefusal>, ApiError>> RunAsync(
        IFormFile? file, string text, string jobDescription, HttpResponse response, CancellationToken cancellationToken)
    {
        DocumentText? document = null;
        if (file is not null)
        {
            (document, var failure) = await ReadAsync(file, cancellationToken);
            if (failure == ExtractionFailure.Busy)
            {
                response.Headers.RetryAfter = "5";
                return new ApiError(StatusCodes.Status503ServiceUnavailable);
            }

            if (document is null)
                return Refusal(failure switch { null => AnalysisRefusals.UnsupportedType, ExtractionFailure.NoText => AnalysisRefusals.NoText, _ => AnalysisRefusals.Unreadable });
        }

        var written = PlainText.Read(text);
        if ((document ?? written).Lines.Count == 0)
            return Refusal(AnalysisRefusals.NoText);

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (profile, whole) = document is null || written.Lines.Count == 0
            ? (ProfileParser.Parse(document ?? written, skills, today), (document ?? written).Text)
            : Together(document.Text, ProfileParser.Parse(document, skills, today), written.Text, ProfileParser.Parse(written, skills, today));
        return TypedResults.Json(
            new DocumentAnalysis
            {
                Text = (document ?? written).Text,
                Profile = AnalysedResume.CandidateOf(profile),
                Analysis = analysed.Of(profile, whole, jobDescription),
            },
            PlatformJson.Internal);
    }

    /// <summary>The document, or why there is none; neither for a file of another type.</summary>
    private async Task<(DocumentText? Document, ExtractionFailure? Failure)> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, cancellationToken);
        if (DocumentType.Detect(content) is not { } kind)
            return (null, ClaimsToBeReadable(file, content) ? ExtractionFailure.Damaged : null);

        var result = await reader.ReadAsync(content, kind, cancellationToken);
        return (result.Document, result.Failure);
    }

    // Seed 1: magic bytes first, then the declared type and the extension. Of such a file it is known only that it does not open.
    private static bool ClaimsToBeReadable(IFormFile file, byte[] content) =>
        content.AsSpan().StartsWith("PK\x03\x04"u8)
        || file.ContentType is "application/pdf" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        || Path.GetExtension(file.FileName).ToUpperInvariant() is ".PDF" or ".DOCX";

    /// <summary>A resume and what its owner says beside it: the resume decides, and what it leaves open comes from the words.</summary>
    internal static (ResumeProfile Profile, string Text) Together(string document, ResumeProfile resume, string written, ResumeProfile words)
    {
        var offset = document.Length + 2;
        var further = words.Skills.ToDictionary(
            skill => skill.Id, skill => skill with { Mentions = [.. skill.Mentions.Select(mention => mention with { Start = mention.Start + offset })] }, StringComparer.Ordinal);
        var profile = resume with
        {
            Title = resume.Title ?? words.Title,
            Summary = resume.Summary ?? words.Summary,
            Skills =
            [
                .. resume.Skills.Select(skill => further.Remove(skill.Id, out var more) ? skill with { Mentions = [.. skill.Mentions, .. more.Mentions] } : skill),
                .. words.Skills.Where(skill => further.ContainsKey(skill.Id)).Select(skill => further[skill.Id]),
            ],
            ExperienceYears = resume.ExperienceMonths > 0 ? resume.ExperienceYears : Math.Max(resume.ExperienceYears, words.ExperienceYears),
            Jobs = resume.Jobs.Count > 0 ? resume.Jobs : words.Jobs,
            Projects = resume.Projects.Count > 0 ? resume.Projects : words.Projects,
            Certifications = resume.Certifications.Count > 0 ? resume.Certifications : words.Certifications,
            Education = resume.Education.Count > 0 ? resume.Education : words.Education,
        };
        return (profile, document + "\n\n" + written);
    }

    private static JsonHttpResult<AnalysisRefusal> Refusal(string reason) =>
        TypedResults.Json(new AnalysisRefusal(reason), PlatformJson.Internal, statusCode: StatusCodes.Status422UnprocessableEntity);
}
