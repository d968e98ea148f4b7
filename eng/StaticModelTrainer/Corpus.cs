using System.IO.Compression;

namespace StaticModelTrainer;

/// <summary>The texts that the model learns from: one a line, <c>source TAB text</c>, gzip.</summary>
/// <param name="Texts">In the order of the file.</param>
/// <param name="IsDictionary">Whether a text comes from WordNet, whose texts are drawn twice: they are the plain English among the technical ones.</param>
internal sealed record Corpus(IReadOnlyList<string> Texts, IReadOnlyList<bool> IsDictionary)
{
    private const string DictionaryPrefix = "wn-";

    /// <exception cref="InvalidDataException">A line has no tab.</exception>
    public static Corpus Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var texts = new List<string>();
        var isDictionary = new List<bool>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
                throw new InvalidDataException($"Line {texts.Count + 1} of {file} has no tab.");
            texts.Add(line[(tab + 1)..]);
            isDictionary.Add(line.StartsWith(DictionaryPrefix, StringComparison.Ordinal));
        }

        return new Corpus(texts, isDictionary);
    }
}
