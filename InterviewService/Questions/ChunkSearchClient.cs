using EmbeddingService.Contracts;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace InterviewService.Questions;

/// <summary>HTTP client of EmbeddingService: finds the parts of a resume that questions should be about.</summary>
public sealed class ChunkSearchClient(HttpClient http, ILogger<ChunkSearchClient> logger)
{
    private const int HitsPerQuery = 3;

    /// <summary>The relevant chunks of the resume; none when EmbeddingService did not answer in time: the profile alone gives questions too.</summary>
    internal async Task<ResumeEvidence> FindAsync(long userId, ResumeAnalysis resume, string? jobDescription, CancellationToken cancellationToken)
    {
        var queries = EvidenceQueries.Of(resume, jobDescription);
        if (queries.Count == 0)
            return ResumeEvidence.None;

        try
        {
            using var response = await http.PostAsJsonAsync(
                new Uri("/internal/search", UriKind.Relative), new ChunkSearchRequest(userId, resume.ResumeId, queries, HitsPerQuery), PlatformJson.Internal, cancellationToken);
            response.EnsureSuccessStatusCode();
            var found = await response.Content.ReadFromJsonAsync<ChunkSearchResponse>(PlatformJson.Internal, cancellationToken);
            return found is null ? ResumeEvidence.None : ResumeEvidence.Of(found);
        }
        catch (HttpRequestException exception)
        {
            Log.SearchMissing(logger, resume.ResumeId, exception.HttpRequestError.ToString());
            return ResumeEvidence.None;
        }
    }
}
