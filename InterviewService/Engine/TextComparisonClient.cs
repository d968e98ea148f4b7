using EmbeddingService.Contracts;
using InterviewService.Evaluation;
using ServiceDefaults.Json;

namespace InterviewService.Engine;

/// <summary>HTTP client of EmbeddingService: compares texts in parts that it takes.</summary>
internal sealed class TextComparisonClient(HttpClient http) : ITextComparer
{
    // The limits of EmbeddingService.
    private const int MaxLeft = 64;
    private const int MaxRight = 256;

    /// <inheritdoc/>
    public async Task<TextComparison> CompareAsync(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken)
    {
        if (left.Count == 0 || right.Count == 0)
            return new TextComparison([.. left.Select(_ => Array.Empty<double>())], [.. left.Select(_ => Array.Empty<double>())]);

        var cosine = left.Select(_ => new List<double>(right.Count)).ToArray();
        var coverage = left.Select(_ => new List<double>(right.Count)).ToArray();
        foreach (var rightPart in right.Chunk(MaxRight))
        {
            var row = 0;
            foreach (var leftPart in left.Chunk(MaxLeft))
            {
                var answer = await AskAsync(leftPart, rightPart, cancellationToken);
                for (var place = 0; place < leftPart.Length; place++, row++)
                {
                    cosine[row].AddRange(answer.Cosine[place]);
                    coverage[row].AddRange(answer.Coverage[place]);
                }
            }
        }

        return new TextComparison(cosine, coverage);
    }

    private async Task<TextComparisonResponse> AskAsync(string[] left, string[] right, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri("/internal/texts/compare", UriKind.Relative), new TextComparisonRequest(left, right), PlatformJson.Internal, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<TextComparisonResponse>(PlatformJson.Internal, cancellationToken);
        return answer is not null && answer.Cosine.Count == left.Length && answer.Coverage.Count == left.Length
            ? answer
            : throw new HttpRequestException("EmbeddingService answered with another number of texts.");
    }
}
