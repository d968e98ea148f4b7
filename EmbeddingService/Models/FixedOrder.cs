using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace EmbeddingService.Models;

/// <summary>
/// Sums of products whose rounding is the same on every machine: eight lanes that each add in the order of the elements, without fused multiply-add, put
/// together in one fixed order. <see cref="TensorPrimitives"/> adds in an order that depends on the width of the machine's registers.
/// </summary>
internal static class FixedOrder
{
    private const int Lanes = 8;

    /// <summary>Inner product of two vectors of the same length.</summary>
    public static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        RequireSameLength(one.Length, other.Length);
        // Two sums, so that an addition need not wait for the one before it.
        var (even, odd) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i + (2 * Lanes) <= one.Length; i += 2 * Lanes)
        {
            even += Vector256.Create(one[i..]) * Vector256.Create(other[i..]);
            odd += Vector256.Create(one[(i + Lanes)..]) * Vector256.Create(other[(i + Lanes)..]);
        }

        var lanes = even + odd;
        var sum = ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
        for (; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    /// <summary>Euclidean length.</summary>
    public static float Norm(ReadOnlySpan<float> vector) => MathF.Sqrt(Dot(vector, vector));

    /// <summary>Adds <paramref name="weight"/> times <paramref name="vector"/> to <paramref name="sum"/>, each product rounded before it is added.</summary>
    public static void AddScaled(ReadOnlySpan<float> vector, float weight, Span<float> sum)
    {
        RequireSameLength(vector.Length, sum.Length);
        var weights = Vector256.Create(weight);
        var i = 0;
        for (; i + Lanes <= vector.Length; i += Lanes)
            (Vector256.Create<float>(sum[i..]) + (Vector256.Create(vector[i..]) * weights)).CopyTo(sum[i..]);
        for (; i < vector.Length; i++)
            sum[i] += vector[i] * weight;
    }

    private static void RequireSameLength(int one, int other)
    {
        if (one != other)
            throw new ArgumentException($"A vector of {one} elements and one of {other} cannot be put together.", nameof(other));
    }
}
