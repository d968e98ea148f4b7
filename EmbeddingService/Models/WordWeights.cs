using System.Collections.Frozen;
using System.Globalization;

namespace EmbeddingService.Models;

/// <summary>How much a word says about what a text is about, 0 to 1; read from <c>word-weights.v1.txt</c>. A word that is not listed weighs 1.</summary>
internal sealed class WordWeights
{
    private readonly FrozenDictionary<string, double> _weights;

    private WordWeights(FrozenDictionary<string, double> weights) => _weights = weights;

    public IEnumerable<string> Words => _weights.Keys;

    public double Of(string word) => _weights.GetValueOrDefault(word, 1);

    /// <summary>Reads the list that is built into the service.</summary>
    /// <exception cref="InvalidDataException">A line stands before the first class, or a word in two classes.</exception>
    public static WordWeights Read()
    {
        var assembly = typeof(WordWeights).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream("word-weights.v1.txt")!);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        double? weight = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
            {
                weight = double.Parse(line.AsSpan().Trim("[]"), CultureInfo.InvariantCulture);
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!weights.TryAdd(word, weight ?? throw new InvalidDataException("Word weights: a word stands before the first class.")))
                    throw new InvalidDataException($"Word weights: '{word}' stands twice.");
            }
        }

        return new WordWeights(weights.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
