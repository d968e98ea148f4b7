namespace EmbeddingService.Chunks;

/// <summary>What is looked for.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Vector">Its meaning.</param>
public sealed record ChunkQuery(string Text, ReadOnlyMemory<float> Vector);

/// <summary>
/// Chunks by meaning and by words: names, products and rare terms say little to a model and everything as words, while a question often has no word in common
/// with its answer. How much better the two are together: docs/vector-store.md.
/// </summary>
internal static class HybridRanking
{
    /// <summary>Chunks that are ranked; of a longer resume those nearest in meaning. A resume has some dozens at most.</summary>
    public const int Candidates = 200;

    extension(IChunkStore store)
    {
        /// <summary>The chunks of a resume that answer each query best by meaning and words together.</summary>
        /// <param name="userId">Owner.</param>
        /// <param name="resumeId">The resume.</param>
        /// <param name="model">The model that made the queries' vectors; only vectors of it are compared.</param>
        /// <param name="queries">What is looked for.</param>
        /// <param name="top">Most hits a query, at least 1.</param>
        /// <param name="cancellationToken">Ends the search.</param>
        /// <returns>One list a query, in order: best first, which is not the order of their scores.</returns>
        public async Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> SearchHybridAsync(
            long userId, long resumeId, string model, IReadOnlyList<ChunkQuery> queries, int top, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(queries);
            ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
            var nearest = await store.SearchAsync(userId, resumeId, model, [.. queries.Select(query => query.Vector)], Math.Max(top, Candidates), cancellationToken);
            return Rank([.. queries.Select(query => query.Text)], nearest, top);
        }
    }

    /// <param name="queries">Texts.</param>
    /// <param name="nearest">Of each query, the candidates by meaning, best first.</param>
    /// <param name="top">Most hits a query.</param>
    /// <returns>One list a query, best first; equal ones by meaning.</returns>
    public static IReadOnlyList<IReadOnlyList<ScoredChunk>> Rank(IReadOnlyList<string> queries, IReadOnlyList<IReadOnlyList<ScoredChunk>> nearest, int top)
    {
        var words = new LexicalScores(queries);
        return [.. nearest.Select((chunks, query) => Fuse(chunks, words.Of(query, chunks), top))];
    }

    // A chunk without any of the words has no place among those that have some.
    private static ScoredChunk[] Fuse(IReadOnlyList<ScoredChunk> nearest, double[] words, int top)
    {
        var sums = ReciprocalRankFusion.Fuse(
            [.. nearest.Select(chunk => (double)chunk.Score)], Array.ConvertAll(words, score => score > 0 ? score : double.NegativeInfinity));
        return [.. Enumerable.Range(0, nearest.Count).OrderByDescending(chunk => sums[chunk]).Take(top).Select(chunk => nearest[chunk])];
    }
}
