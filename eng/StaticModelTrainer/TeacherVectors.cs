using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StaticModelTrainer;

/// <summary>
/// The teacher's vectors of a list of texts in a file of 16-bit floats, in the order of the texts. The file grows by whole windows: a pass that was
/// interrupted goes on where it stopped and writes the same bytes as one that was not.
/// </summary>
internal sealed class TeacherVectors
{
    public const int Dimensions = 384;

    private const int WindowLength = 4096;
    private const int BatchSize = 64;
    private const int VectorBytes = Dimensions * sizeof(ushort);

    private readonly Half[] _values;

    private TeacherVectors(Half[] values) => _values = values;

    public int Count => _values.Length / Dimensions;

    /// <summary>Writes the vector of a text.</summary>
    public void Read(int text, Span<float> vector) => TensorPrimitives.ConvertToSingle(_values.AsSpan(text * Dimensions, Dimensions), vector);

    /// <summary>Embeds what the file does not hold yet, then reads it.</summary>
    /// <param name="file">Made when it is not there. Its name tells the texts and the teacher: another list must not go on in it.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="teacher">One vector a text, in order.</param>
    /// <param name="progress">Told after each window how many texts are done.</param>
    public static TeacherVectors Make(string file, IReadOnlyList<string> texts, Func<IReadOnlyList<string>, float[][]> teacher, Action<int> progress)
    {
        using (var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite))
        {
            // Half a window, as a killed pass leaves it, is made again.
            var done = stream.Length / VectorBytes >= texts.Count ? texts.Count : (int)(stream.Length / VectorBytes / WindowLength * WindowLength);
            stream.SetLength((long)done * VectorBytes);
            stream.Position = stream.Length;
            for (; done < texts.Count; done = Math.Min(done + WindowLength, texts.Count))
            {
                stream.Write(MemoryMarshal.AsBytes(EmbedWindow([.. texts.Skip(done).Take(WindowLength)], teacher).AsSpan()));
                stream.Flush();
                progress(Math.Min(done + WindowLength, texts.Count));
            }
        }

        var values = new Half[(long)texts.Count * Dimensions];
        using var read = File.OpenRead(file);
        read.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return new TeacherVectors(values);
    }

    // Texts of like length go together: the teacher's time goes by the longest of a batch.
    private static Half[] EmbedWindow(string[] texts, Func<IReadOnlyList<string>, float[][]> teacher)
    {
        var values = new Half[texts.Length * Dimensions];
        foreach (var batch in Enumerable.Range(0, texts.Length).OrderBy(i => texts[i].Length).ThenBy(i => i).Chunk(BatchSize))
        {
            var vectors = teacher([.. batch.Select(i => texts[i])]);
            for (var i = 0; i < batch.Length; i++)
                TensorPrimitives.ConvertToHalf(vectors[i], values.AsSpan(batch[i] * Dimensions, Dimensions));
        }

        return values;
    }
}
