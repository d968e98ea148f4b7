using System.Text;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;

namespace StaticModelTrainer;

/// <summary>Writes a table in the format that <see cref="StaticTable"/> reads: each row in 4-bit numbers with a scale of its own.</summary>
internal static class ModelFile
{
    private const float SpellingWeight = 0.3f;
    private const int HighestNumber = 7;

    public static void Write(string file, StaticVocabulary vocabulary, Matrix rows)
    {
        var scales = new float[rows.Rows];
        var nibbles = new byte[rows.Rows * rows.Columns / 2];
        var norms = new float[rows.Rows];
        for (var row = 0; row < rows.Rows; row++)
        {
            var values = rows[row];
            norms[row] = FixedOrder.Norm(values);
            var largest = 0f;
            foreach (var value in values)
                largest = Math.Max(largest, Math.Abs(value));
            scales[row] = largest / HighestNumber;
            for (var column = 0; column < values.Length; column++)
                nibbles[((row * values.Length) + column) / 2] |= (byte)(Nibble(values[column], scales[row]) << (column % 2 * 4));
        }

        Array.Sort(norms);
        var entries = Encoding.UTF8.GetBytes(string.Join('\n', vocabulary.Entries));
        // BinaryWriter is little endian everywhere.
        using var writer = new BinaryWriter(File.Create(file));
        writer.Write(StaticTable.Magic);
        writer.Write(rows.Rows);
        writer.Write(rows.Columns);
        writer.Write(SpellingHash.Dimensions);
        writer.Write(SpellingWeight);
        writer.Write(norms[norms.Length / 2]);
        writer.Write(entries.Length);
        writer.Write(entries);
        foreach (var scale in scales)
            writer.Write(scale);
        writer.Write(nibbles);
    }

    private static int Nibble(float value, float scale) =>
        StaticTable.NibbleZero + (scale > 0 ? Math.Clamp((int)MathF.Round(value / scale), -HighestNumber, HighestNumber) : 0);
}
