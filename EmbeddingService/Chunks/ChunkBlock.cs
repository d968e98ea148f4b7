using System.Buffers;

namespace EmbeddingService.Chunks;

/// <summary>The chunks of one resume, their vectors one after the other in one array: a search runs through memory from end to end.</summary>
internal sealed class ChunkBlock
{
    public static readonly ChunkBlock Empty = new([], []);

    private readonly float[] _vectors;

    private ChunkBlock(EmbeddedChunk[] chunks, float[] vectors) => (Chunks, _vectors) = (chunks, vectors);

    /// <summary>In the order of the resume; their vectors are windows on the block's array.</summary>
    public IReadOnlyList<EmbeddedChunk> Chunks { get; }

    /// <summary>Memory that the block takes, roughly.</summary>
    public long Bytes => ((long)_vectors.Length * sizeof(float)) + Chunks.Sum(chunk => 100L + (chunk.Text.Length * sizeof(char)));

    /// <param name="chunks">In the order of their numbers, with vectors of one length.</param>
    /// <exception cref="ArgumentException">The vectors are not of one length.</exception>
    public static ChunkBlock Of(IReadOnlyList<EmbeddedChunk> chunks)
    {
        if (chunks.Count == 0)
            return Empty;

        var dimensions = chunks[0].Vector.Length;
        var vectors = GC.AllocateUninitializedArray<float>(checked(dimensions * chunks.Count));
        var held = new EmbeddedChunk[chunks.Count];
        for (var i = 0; i < held.Length; i++)
        {
            if (chunks[i].Vector.Length != dimensions)
                throw new ArgumentException("The vectors of a resume must be of one length.", nameof(chunks));
            var window = vectors.AsMemory(i * dimensions, dimensions);
            chunks[i].Vector.CopyTo(window);
            held[i] = chunks[i] with { Vector = window };
        }

        return new ChunkBlock(held, vectors);
    }

    /// <summary>The <paramref name="top"/> chunks with the largest inner product, exactly: best first, equal scores by number.</summary>
    public IReadOnlyList<ScoredChunk> Nearest(ReadOnlySpan<float> query, int top)
    {
        var best = Rank(query, top);
        var hits = new ScoredChunk[best.Length];
        for (var i = 0; i < hits.Length; i++)
            hits[i] = new ScoredChunk(Chunks[best[i].Row].Number, Chunks[best[i].Row].Text, best[i].Score);
        return hits;
    }

    private Ranked[] Rank(ReadOnlySpan<float> query, int top)
    {
        var best = new Ranked[Math.Min(top, Chunks.Count)];
        if (best.Length == 0)
            return best;

        var scores = ArrayPool<float>.Shared.Rent(Chunks.Count);
        try
        {
            InnerProducts.Of(query, _vectors, scores.AsSpan(0, Chunks.Count));
            var held = 0;
            var worst = float.NegativeInfinity;
            for (var row = 0; row < Chunks.Count; row++)
            {
                // A later chunk of an equal score is the worse hit, so only a better one gets in.
                if (held == best.Length && !(scores[row] > worst))
                    continue;

                var score = float.IsNaN(scores[row]) ? float.NegativeInfinity : scores[row];
                var place = held < best.Length ? held++ : held - 1;
                for (; place > 0 && best[place - 1].Score < score; place--)
                    best[place] = best[place - 1];
                best[place] = new Ranked(row, score);
                worst = best[held - 1].Score;
            }

            return best;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private readonly record struct Ranked(int Row, float Score);
}
