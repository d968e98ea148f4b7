namespace EmbeddingService.Contracts;

/// <summary>Body of <c>POST /internal/texts/compare</c>: every left text against every right one.</summary>
/// <param name="Left">1 to 64 texts of at most 10,000 characters, for instance the key points of a reference answer.</param>
/// <param name="Right">1 to 256 texts of at most 10,000 characters, for instance the sentences of an answer.</param>
public sealed record TextComparisonRequest(IReadOnlyList<string> Left, IReadOnlyList<string> Right);

/// <param name="Cosine">One row per left text, one column per right text: cosine of their vectors, -1 to 1.</param>
/// <param name="Coverage">
/// The same shape: how much of the left text's words have a word of like meaning in the right one, 0 to 1 (the soft recall of the built-in word vectors,
/// whichever model is in use).
/// </param>
/// <param name="Model">Version of the embedding model behind <paramref name="Cosine"/>.</param>
public sealed record TextComparisonResponse(IReadOnlyList<IReadOnlyList<double>> Cosine, IReadOnlyList<IReadOnlyList<double>> Coverage, string Model);
