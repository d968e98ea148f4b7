using InterviewService.Resumes;
using ResumeService.Contracts;

namespace InterviewService.Pages;

/// <summary>What a form offers to rest on: the stored resumes, or a file.</summary>
/// <param name="Resumes">The current one first.</param>
/// <param name="Chosen">Value of the field <c>resumeId</c>: the id of a stored resume, <see cref="File"/>, or what a page adds; null for the first that is offered.</param>
/// <param name="AreUnavailable">The stored resumes cannot be listed now.</param>
public sealed record ResumeChoices(IReadOnlyList<UploadedResume> Resumes, string? Chosen, bool AreUnavailable)
{
    /// <summary>The person sends a file instead of choosing a stored resume.</summary>
    public const string File = "file";

    /// <summary>Form fields, files up to 16 MB and what multipart adds; the gateway refuses larger bodies before they come here.</summary>
    public const long MaxBody = 24 * 1024 * 1024;

    internal static async Task<ResumeChoices> ReadAsync(StoredResumeClient resumes, long userId, string? chosen, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return new ResumeChoices(await resumes.ListAsync(userId, cancellationToken), chosen, AreUnavailable: false);
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return new ResumeChoices([], chosen, AreUnavailable: true);
        }
    }

    /// <summary>The file of a form; null when none was chosen.</summary>
    internal static IFormFile? FileIn(IFormCollection form) => form.Files["resume"] is { FileName.Length: > 0 } file ? file : null;
}
