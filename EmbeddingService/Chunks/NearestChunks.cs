using System.Numerics.Tensors;

namespace EmbeddingService.Chunks;

/// <summary>Exact nearest neighbours in memory.</summary>
internal static class NearestChunks
{
    // Of two equal scores the later chunk is the worse hit.
    private static readonly Comparer<Rank> WorstFirst = Comparer<Rank>.Create((one, other) =>
        one.Score.CompareTo(other.Score) is not 0 and var order ? order : other.Number.CompareTo(one.Number));

    /// <summary>The <paramref name="top"/> chunks with the largest inner product, best first, equal scores by number.</summary>
    public static IReadOnlyList<ScoredChunk> Of(ReadOnlySpan<float> query, IReadOnlyList<EmbeddedChunk> chunks, int top)
    {
        // The worst of the best so far is on top and makes room for a better one: a long resume is never sorted as a whole.
        var best = new PriorityQueue<EmbeddedChunk, Rank>(top + 1, WorstFirst);
        foreach (var chunk in chunks)
        {
            var rank = new Rank(TensorPrimitives.Dot(query, chunk.Vector.Span), chunk.Number);
            if (best.Count < top)
                best.Enqueue(chunk, rank);
            else
                best.EnqueueDequeue(chunk, rank);
        }

        var hits = new ScoredChunk[best.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out var chunk, out var rank);
            hits[i] = new ScoredChunk(chunk!.Number, chunk.Text, rank.Score);
        }

        return hits;
    }

    private readonly record struct Rank(float Score, int Number);
}
