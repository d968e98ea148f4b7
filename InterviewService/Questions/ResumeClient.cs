using System.Net;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace InterviewService.Questions;

/// <summary>HTTP client of ResumeService.</summary>
public sealed class ResumeClient(HttpClient http)
{
    /// <summary>The user's current resume, set against a job description when there is one; null when the user has no resume.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<ResumeAnalysis?> AnalyseAsync(long userId, string? jobDescription, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri($"/internal/users/{userId}/analysis", UriKind.Relative), new ResumeAnalysisRequest(jobDescription), PlatformJson.Internal, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<ResumeAnalysis>(PlatformJson.Internal, cancellationToken)
            ?? throw new HttpRequestException("ResumeService answered without a body.");
    }
}
