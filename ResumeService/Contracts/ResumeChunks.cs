namespace ResumeService.Contracts;

/// <summary>Answer of <c>GET /internal/resumes/{resumeId}/chunks</c>: the text to index, for EmbeddingService alone.</summary>
/// <param name="ResumeId">Id of the resume.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="Revision">Revision these chunks belong to.</param>
/// <param name="Chunks">In order; <see cref="ResumeChunk.Number"/> counts from 0.</param>
public sealed record ResumeChunks(long ResumeId, long UserId, int Revision, IReadOnlyList<ResumeChunk> Chunks);

/// <summary>One chunk: at most 500 characters, overlapping its neighbour by at most 50 (seed 0, "Text Chunking Strategy").</summary>
/// <param name="Number">0-based.</param>
/// <param name="Text">The chunk's text.</param>
public sealed record ResumeChunk(int Number, string Text);
