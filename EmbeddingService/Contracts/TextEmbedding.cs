namespace EmbeddingService.Contracts;

/// <summary>Body of <c>POST /internal/embed</c>, and the same as a request on the bus: the vectors of some texts.</summary>
/// <param name="Texts">1 to 256 texts of at most 10,000 characters.</param>
public sealed record TextEmbeddingRequest(IReadOnlyList<string> Texts);

/// <param name="Model">Version of the embedding model; vectors of two versions are never to be compared.</param>
/// <param name="Vectors">One unit vector a text, in order; the zero vector for a text without words.</param>
public sealed record TextEmbeddingResponse(string Model, IReadOnlyList<IReadOnlyList<float>> Vectors);
