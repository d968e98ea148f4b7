using EmbeddingService.Contracts;
using ServiceDefaults.Json;

namespace ResumeService.Messaging;

/// <summary>HTTP client of EmbeddingService.</summary>
public sealed class EmbeddingClient(HttpClient http, ILogger<EmbeddingClient> logger)
{
    /// <summary>Similarity of a resume and a job description, 0 to 1; null when EmbeddingService did not answer in time.</summary>
    public async Task<double?> SimilarityAsync(long userId, long resumeId, int revision, string jobDescription, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(
                "/internal/similarity", new ResumeSimilarityRequest(userId, resumeId, revision, jobDescription), PlatformJson.Internal, cancellationToken);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<ResumeSimilarityResponse>(PlatformJson.Internal, cancellationToken);
            return answer?.Similarity;
        }
        catch (HttpRequestException exception)
        {
            Log.SimilarityMissing(logger, resumeId, exception.InnerException?.GetType().Name ?? exception.HttpRequestError.ToString());
            return null;
        }
    }
}
