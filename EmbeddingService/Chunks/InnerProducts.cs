using System.Numerics.Tensors;

namespace EmbeddingService.Chunks;

/// <summary>The inner product of a query with every row of a matrix.</summary>
internal static class InnerProducts
{
    /// <param name="query">One vector.</param>
    /// <param name="rows">Vectors of the same length, one after the other.</param>
    /// <param name="scores">One place a row.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void Of(ReadOnlySpan<float> query, ReadOnlySpan<float> rows, Span<float> scores)
    {
        if (rows.Length != (long)query.Length * scores.Length)
            throw new ArgumentException("The query must be as long as each row.", nameof(query));

        for (var row = 0; row < scores.Length; row++)
            scores[row] = TensorPrimitives.Dot(query, rows.Slice(row * query.Length, query.Length));
    }
}
