namespace EmbeddingService.Contracts;

/// <summary>The chunks of a resume are searchable. Published as an event, and the answer to <see cref="IndexResume"/>.</summary>
/// <param name="ResumeId">Id of the resume.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="Revision">Revision that was indexed.</param>
/// <param name="ChunkCount">Chunks in the index; 0 when the resume was gone.</param>
/// <param name="Model">Version of the embedding model; vectors of two models are never compared.</param>
/// <param name="IndexedAt">UTC.</param>
public sealed record ResumeIndexed(long ResumeId, long UserId, int Revision, int ChunkCount, string Model, DateTimeOffset IndexedAt);
