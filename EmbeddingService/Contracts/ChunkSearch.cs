namespace EmbeddingService.Contracts;

/// <summary>Body of <c>POST /internal/search</c>, and the same as a request on the bus: the chunks of one resume that answer each query best.</summary>
/// <param name="UserId">Owner; chunks of nobody else are ever searched.</param>
/// <param name="ResumeId">The resume.</param>
/// <param name="Queries">1 to 32 texts.</param>
/// <param name="Top">1 to 50 hits per query.</param>
public sealed record ChunkSearchRequest(long UserId, long ResumeId, IReadOnlyList<string> Queries, int Top);

/// <param name="Hits">One list per query, in its order: best first by meaning and words together, so a hit may have a higher score than one before it.</param>
public sealed record ChunkSearchResponse(IReadOnlyList<IReadOnlyList<ChunkHit>> Hits);

/// <param name="ChunkNumber">0-based number of the chunk in its resume.</param>
/// <param name="Text">The chunk's text.</param>
/// <param name="Score">By meaning alone: inner product of unit vectors, -1 to 1. Means something only beside other scores of the same model.</param>
/// <param name="Relevance">The same on a scale that holds for every model, 0 to 1: from 0.5 on, query and chunk are about the same.</param>
public sealed record ChunkHit(int ChunkNumber, string Text, float Score, double Relevance = 0);
