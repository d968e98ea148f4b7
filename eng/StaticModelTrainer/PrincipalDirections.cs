using EmbeddingService.Models;

namespace StaticModelTrainer;

/// <summary>The directions in which vectors spread most: the leading eigenvectors of the mean of their outer products, without centring.</summary>
internal sealed class PrincipalDirections
{
    private const int Sample = 50_000;
    private const int MaxSweeps = 30;
    private const double Converged = 1e-18;

    private readonly float[][] _byInput;

    private PrincipalDirections(float[][] byInput, double energy) => (_byInput, Energy) = (byInput, energy);

    /// <summary>Share of the squared length of the vectors that lies in the directions.</summary>
    public double Energy { get; }

    /// <param name="count">Vectors that there are.</param>
    /// <param name="dimensions">Of a vector.</param>
    /// <param name="read">Writes the vector with a number.</param>
    /// <param name="kept">Directions that are kept.</param>
    /// <param name="random">Draws the sample.</param>
    public static PrincipalDirections Find(int count, int dimensions, Action<int, Span<float>> read, int kept, Random random)
    {
        var moments = new double[dimensions, dimensions];
        var vector = new float[dimensions];
        for (var drawn = 0; drawn < Sample; drawn++)
        {
            read(random.Next(count), vector);
            for (var i = 0; i < dimensions; i++)
            {
                for (var j = i; j < dimensions; j++)
                    moments[i, j] += (double)vector[i] * vector[j];
            }
        }

        for (var i = 0; i < dimensions; i++)
        {
            for (var j = 0; j < i; j++)
                moments[i, j] = moments[j, i];
        }

        var directions = Diagonalize(moments);
        var order = Enumerable.Range(0, dimensions).OrderByDescending(i => moments[i, i]).ToArray();
        var total = order.Sum(i => moments[i, i]);
        return new PrincipalDirections(
            [.. Enumerable.Range(0, dimensions).Select(input => order[..kept].Select(i => (float)directions[input, i]).ToArray())],
            order[..kept].Sum(i => moments[i, i]) / total);
    }

    /// <summary>Writes the coordinates of <paramref name="vector"/> in the directions.</summary>
    public void Project(ReadOnlySpan<float> vector, Span<float> coordinates)
    {
        coordinates.Clear();
        for (var i = 0; i < vector.Length; i++)
            FixedOrder.AddScaled(_byInput[i], vector[i], coordinates);
    }

    /// <summary>
    /// Jacobi's method: rotates pairs of axes until nothing is left beside the diagonal of <paramref name="symmetric"/>, which then holds the eigenvalues.
    /// </summary>
    /// <returns>The eigenvectors as columns.</returns>
    internal static double[,] Diagonalize(double[,] symmetric)
    {
        var n = symmetric.GetLength(0);
        var vectors = new double[n, n];
        for (var i = 0; i < n; i++)
            vectors[i, i] = 1;
        for (var sweep = 0; sweep < MaxSweeps && OffDiagonal(symmetric) > Converged; sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                    Rotate(symmetric, vectors, p, q);
            }
        }

        return vectors;
    }

    // As a share of the whole.
    private static double OffDiagonal(double[,] matrix)
    {
        var (off, all) = (0.0, 0.0);
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var j = 0; j < matrix.GetLength(1); j++)
            {
                all += matrix[i, j] * matrix[i, j];
                if (i != j)
                    off += matrix[i, j] * matrix[i, j];
            }
        }

        return all > 0 ? off / all : 0;
    }

    private static void Rotate(double[,] matrix, double[,] vectors, int p, int q)
    {
        if (matrix[p, q] == 0)
            return;
        var n = matrix.GetLength(0);
        var theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < n; k++)
        {
            var (kp, kq) = (matrix[k, p], matrix[k, q]);
            matrix[k, p] = (cosine * kp) - (sine * kq);
            matrix[k, q] = (sine * kp) + (cosine * kq);
        }

        for (var k = 0; k < n; k++)
        {
            var (pk, qk) = (matrix[p, k], matrix[q, k]);
            matrix[p, k] = (cosine * pk) - (sine * qk);
            matrix[q, k] = (sine * pk) + (cosine * qk);
        }

        for (var k = 0; k < n; k++)
        {
            var (kp, kq) = (vectors[k, p], vectors[k, q]);
            vectors[k, p] = (cosine * kp) - (sine * kq);
            vectors[k, q] = (sine * kp) + (cosine * kq);
        }
    }
}
