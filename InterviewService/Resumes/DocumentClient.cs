using System.Net;
using System.Net.Http.Headers;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace InterviewService.Resumes;

/// <summary>What became of a document: its analysis, or the reason why there is none. Exactly one of the two is set.</summary>
internal sealed record DocumentReading(DocumentAnalysis? Analysis, string? Refusal);

/// <summary>A file as it was sent.</summary>
internal sealed record SentFile(Stream Content, string Name, string? ContentType);

/// <summary>HTTP client of ResumeService: has documents and texts read that are not stored there.</summary>
internal sealed class DocumentClient(HttpClient http)
{
    /// <summary>Reads the file, else the text; both are set against the job description.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<DocumentReading> AnalyseAsync(SentFile? file, string? text, string? jobDescription, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        if (file is not null)
        {
            var content = new StreamContent(file.Content);
            if (MediaTypeHeaderValue.TryParse(file.ContentType, out var type))
                content.Headers.ContentType = type;
            // The name goes into a header: only its end says something about the type.
            form.Add(content, "resume", "resume" + SafeExtension(file.Name));
        }

        if (text is not null)
            form.Add(new StringContent(text), "text");
        form.Add(new StringContent(jobDescription ?? ""), "jobDescription");

        using var response = await http.PostAsync(new Uri("/internal/analyse", UriKind.Relative), form, cancellationToken);
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            var refusal = await response.Content.ReadFromJsonAsync<AnalysisRefusal>(PlatformJson.Internal, cancellationToken);
            return new DocumentReading(Analysis: null, refusal?.Reason ?? AnalysisRefusals.Unreadable);
        }

        response.EnsureSuccessStatusCode();
        var analysis = await response.Content.ReadFromJsonAsync<DocumentAnalysis>(PlatformJson.Internal, cancellationToken);
        return new DocumentReading(analysis ?? throw new HttpRequestException("ResumeService answered without a body."), Refusal: null);
    }

    /// <summary>The first pages of a PDF as PNG; none for what cannot be drawn.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(SentFile file, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(file.Content), "resume", "resume.pdf" } };
        using var response = await http.PostAsync(new Uri("/internal/pages", UriKind.Relative), form, cancellationToken);
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
            return [];
        response.EnsureSuccessStatusCode();
        var drawn = await response.Content.ReadFromJsonAsync<DocumentPages>(PlatformJson.Internal, cancellationToken);
        return drawn?.Pages ?? [];
    }

    private static string SafeExtension(string name) => Path.GetExtension(name).ToUpperInvariant() switch { ".PDF" => ".pdf", ".DOCX" => ".docx", _ => "" };
}
