using EmbeddingService.Models;

namespace StaticModelTrainer;

/// <summary>Rows of numbers, one behind another.</summary>
internal sealed class Matrix(int rows, int columns)
{
    private readonly float[] _values = new float[(long)rows * columns];

    public int Rows => rows;

    public int Columns => columns;

    public Span<float> this[int row] => _values.AsSpan(row * columns, columns);

    /// <summary>Scales every row to length 1; a zero row stays.</summary>
    public void NormalizeRows()
    {
        for (var row = 0; row < rows; row++)
        {
            var norm = FixedOrder.Norm(this[row]);
            if (norm > 0)
                Scale(this[row], 1 / norm);
        }
    }

    public static void Scale(Span<float> vector, float factor)
    {
        foreach (ref var value in vector)
            value *= factor;
    }
}
