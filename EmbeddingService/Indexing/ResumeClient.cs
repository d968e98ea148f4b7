using System.Net;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace EmbeddingService.Indexing;

/// <summary>HTTP client of ResumeService.</summary>
public sealed class ResumeClient(HttpClient http)
{
    /// <summary>The chunks of a resume at its present revision; null when there is no such resume.</summary>
    /// <param name="resumeId">The resume.</param>
    /// <param name="revision">Lowest revision that will do.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or not well.</exception>
    public async Task<ResumeChunks?> GetChunksAsync(long resumeId, int revision, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"/internal/resumes/{resumeId}/chunks?revision={revision}", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<ResumeChunks>(PlatformJson.Internal, cancellationToken)
            ?? throw new HttpRequestException("ResumeService answered without a body.");
    }
}
