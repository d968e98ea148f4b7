using System.Net;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace InterviewService.Resumes;

/// <summary>HTTP client of ResumeService: the resumes that a user keeps there.</summary>
internal sealed class StoredResumeClient(HttpClient http)
{
    /// <summary>The user's resumes, the current one first.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<IReadOnlyList<UploadedResume>> ListAsync(long userId, CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<UploadedResumes>(new Uri($"/internal/users/{userId}/resumes", UriKind.Relative), PlatformJson.Internal, cancellationToken))?.Resumes
            ?? throw new HttpRequestException("ResumeService answered without a body.");

    /// <summary>One resume, with what its owner says beside it, set against the job description; null when it is not there or somebody else's.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<DocumentAnalysis?> AnalyseAsync(long userId, long resumeId, string? text, string? jobDescription, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri($"/internal/users/{userId}/resumes/{resumeId}/analysis", UriKind.Relative), new StoredAnalysisRequest(jobDescription, text), PlatformJson.Internal, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<DocumentAnalysis>(PlatformJson.Internal, cancellationToken)
            ?? throw new HttpRequestException("ResumeService answered without a body.");
    }
}
