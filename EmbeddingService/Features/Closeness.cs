using System.Numerics.Tensors;

namespace EmbeddingService.Features;

/// <param name="Vector">Unit vector, or the zero vector.</param>
/// <param name="Weight">Length of the text it stands for.</param>
internal readonly record struct WeightedVector(ReadOnlyMemory<float> Vector, double Weight);

/// <summary>
/// How close a job description is to a resume, on the model's own scale. The mean of two views: part by part, the inner product with the chunk that answers
/// the part best, averaged by the length of the parts (is each thing asked for anywhere in the resume?); and as wholes, the cosine of the sum of the parts
/// and the sum of the chunks (are the two about the same field?). The first alone rewards a long resume, which has a passable chunk for everything.
/// </summary>
internal static class Closeness
{
    /// <summary>-1 to 1; null when there is nothing to compare.</summary>
    public static double? Of(IReadOnlyList<WeightedVector> parts, IReadOnlyList<ReadOnlyMemory<float>> chunks)
    {
        var weight = parts.Sum(part => part.Weight);
        if (weight <= 0 || chunks.Count == 0)
            return null;

        var best = parts.Sum(part => part.Weight * chunks.Max(chunk => TensorPrimitives.Dot(part.Vector.Span, chunk.Span))) / weight;
        var job = Sum(parts);
        var resume = Sum([.. chunks.Select(chunk => new WeightedVector(chunk, 1))]);
        var lengths = TensorPrimitives.Norm<float>(job) * TensorPrimitives.Norm<float>(resume);
        var whole = lengths > 0 ? TensorPrimitives.Dot<float>(job, resume) / lengths : 0;
        return (best + whole) / 2;
    }

    private static float[] Sum(IReadOnlyList<WeightedVector> vectors)
    {
        var sum = new float[vectors[0].Vector.Length];
        foreach (var vector in vectors)
            TensorPrimitives.MultiplyAdd(vector.Vector.Span, (float)vector.Weight, sum, sum);
        return sum;
    }
}
