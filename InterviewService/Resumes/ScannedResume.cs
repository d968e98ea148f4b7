using InterviewService.Engine.Model;
using Microsoft.Extensions.Options;
using ServiceDefaults.Ai;

namespace InterviewService.Resumes;

/// <summary>The text of a PDF that is pictures only and that OCR could not read, by a language model where there is one (CONTRACT.md, "S1 report").</summary>
internal sealed class ScannedResume(DocumentClient documents, ReadScan model, IOptions<AiOptions> ai)
{
    /// <summary>Null when nobody can read it.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<string?> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (!ai.Value.IsOn)
            return null;
        await using var content = file.OpenReadStream();
        var pages = await documents.DrawAsync(new SentFile(content, file.FileName, file.ContentType), cancellationToken);
        if (pages.Count == 0)
            return null;
        try
        {
            return await model.ReadAsync(pages, cancellationToken) is { Length: > 0 } text ? text : null;
        }
        catch (AiException)
        {
            // The file stays what it was without a model: one that gives no text.
            return null;
        }
    }
}
