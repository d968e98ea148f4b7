using EmbeddingService.Contracts;

namespace EmbeddingService.Chunks;

/// <summary>A chunk of a resume with its vector.</summary>
/// <param name="Number">0-based number of the chunk in its resume.</param>
/// <param name="Text">The chunk's text.</param>
/// <param name="Vector">Unit vector, or the zero vector of a chunk without words.</param>
public sealed record EmbeddedChunk(int Number, string Text, ReadOnlyMemory<float> Vector);

/// <summary>A chunk that a search found.</summary>
/// <param name="Number">0-based number of the chunk in its resume.</param>
/// <param name="Text">The chunk's text.</param>
/// <param name="Score">Inner product with the query, -1 to 1.</param>
public sealed record ScoredChunk(int Number, string Text, float Score);

/// <summary>
/// The vectors of resumes. Every call names the owner as well as the resume, so that nobody's chunks are ever read for somebody else. Replicas may call it
/// at the same time; each change is seen as a whole or not at all.
/// </summary>
public interface IChunkStore
{
    /// <summary>What holds the vectors, in lower case: <c>postgres</c> or <c>qdrant</c>.</summary>
    string Kind { get; }

    /// <summary>What is indexed of this resume; null when nothing is, and when another store has the vectors.</summary>
    Task<ResumeIndexed?> FindAsync(long userId, long resumeId, CancellationToken cancellationToken);

    /// <summary>
    /// Puts <paramref name="chunks"/> in the place of what was there, and announces <paramref name="index"/> as an event with it: both or neither.
    /// </summary>
    /// <returns>
    /// False, and nothing changed nor announced, when a newer revision is there, this revision by the same model, or when the resume or its owner was erased.
    /// </returns>
    Task<bool> ReplaceAsync(ResumeIndexed index, IReadOnlyList<EmbeddedChunk> chunks, CancellationToken cancellationToken);

    /// <summary>Removes the vectors of a resume; it may be indexed again.</summary>
    Task RemoveAsync(long userId, long resumeId, CancellationToken cancellationToken);

    /// <summary>Removes the vectors of a resume for good: <see cref="ReplaceAsync"/> refuses it from now on.</summary>
    Task EraseResumeAsync(long userId, long resumeId, DateTimeOffset erasedAt, CancellationToken cancellationToken);

    /// <summary>Removes everything of a user for good: <see cref="ReplaceAsync"/> refuses the user's resumes from now on.</summary>
    Task EraseUserAsync(long userId, DateTimeOffset erasedAt, CancellationToken cancellationToken);

    /// <summary>All chunks of a resume that <paramref name="model"/> embedded, in their order.</summary>
    Task<IReadOnlyList<EmbeddedChunk>> ReadAsync(long userId, long resumeId, string model, CancellationToken cancellationToken);

    /// <summary>The chunks of a resume nearest to each query by exact inner product.</summary>
    /// <param name="userId">Owner.</param>
    /// <param name="resumeId">The resume.</param>
    /// <param name="model">Only vectors of this model are compared.</param>
    /// <param name="queries">Vectors of that model.</param>
    /// <param name="top">Most hits a query, at least 1.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>One list a query, in order: best first, equal scores by chunk number.</returns>
    Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> SearchAsync(
        long userId, long resumeId, string model, IReadOnlyList<ReadOnlyMemory<float>> queries, int top, CancellationToken cancellationToken);
}
