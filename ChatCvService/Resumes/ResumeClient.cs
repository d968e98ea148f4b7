using System.Net;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace ChatCvService.Resumes;

/// <summary>HTTP client of ResumeService: a user's uploaded resumes.</summary>
internal sealed class ResumeClient(HttpClient http)
{
    /// <summary>Newest first; empty when the user has uploaded none.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<IReadOnlyList<UploadedResume>> ListAsync(long userId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"/internal/users/{userId}/resumes", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<UploadedResumes>(PlatformJson.Internal, cancellationToken))?.Resumes
            ?? throw new HttpRequestException("ResumeService answered without a body.");
    }

    /// <summary>What one resume says; null when the user has no such resume.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<DocumentAnalysis?> FindAsync(long userId, long resumeId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"/internal/users/{userId}/resumes/{resumeId}", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<DocumentAnalysis>(PlatformJson.Internal, cancellationToken)
            ?? throw new HttpRequestException("ResumeService answered without a body.");
    }
}
