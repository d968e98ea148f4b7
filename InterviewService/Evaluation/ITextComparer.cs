namespace InterviewService.Evaluation;

/// <summary>Compares texts by meaning. EmbeddingService does in production; tests and measurements use the same model in their own process.</summary>
internal interface ITextComparer
{
    /// <summary>Every left text against every right one.</summary>
    /// <exception cref="HttpRequestException">The comparison is not to be had at the moment.</exception>
    Task<TextComparison> CompareAsync(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken);
}

/// <summary>One row per left text, one column per right text.</summary>
/// <param name="Cosine">Cosine of the two texts' vectors, -1 to 1.</param>
/// <param name="SoftRecall">How much of the left text's words have a word of like meaning in the right one, 0 to 1.</param>
internal sealed record TextComparison(IReadOnlyList<IReadOnlyList<double>> Cosine, IReadOnlyList<IReadOnlyList<double>> SoftRecall);
