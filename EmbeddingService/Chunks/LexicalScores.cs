using EmbeddingService.Models.Static;

namespace EmbeddingService.Chunks;

/// <summary>
/// How well chunks answer queries by the words they share: BM25 (Robertson and Zaragoza 2009) among the chunks it is given, so that what nearly all of them say
/// counts little. Words are those of <see cref="StaticTokens"/> without the commonest English endings. Reads each chunk once, whatever the number of queries.
/// </summary>
internal sealed class LexicalScores
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    // As much of a query as the models read of it at most.
    private const int MostWords = 256;

    private const int ShortestStem = 4;
    private static readonly string[] Endings = ["ing", "ed", "es", "s"];

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _find;
    private readonly int[][] _queries;
    private readonly Dictionary<int, CountedChunk> _chunks = [];

    public LexicalScores(IReadOnlyList<string> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        _find = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _queries = [.. queries.Select(WordsOf)];
    }

    /// <summary>One score a chunk, 0 and up; 0 for a chunk that has none of the query's words.</summary>
    /// <param name="query">0-based number of the query.</param>
    /// <param name="chunks">Chunks of one resume.</param>
    public double[] Of(int query, IReadOnlyList<ScoredChunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        var scores = new double[chunks.Count];
        var counted = new CountedChunk[chunks.Count];
        for (var i = 0; i < counted.Length; i++)
            counted[i] = Count(chunks[i]);

        var meanLength = counted.Sum(chunk => (double)chunk.Length) / Math.Max(1, counted.Length);
        foreach (var word in _queries[query])
        {
            var holding = counted.Count(chunk => chunk.Occurrences.ContainsKey(word));
            var rarity = Math.Log(1 + ((counted.Length - holding + 0.5) / (holding + 0.5)));
            for (var i = 0; holding > 0 && i < counted.Length; i++)
            {
                if (!counted[i].Occurrences.TryGetValue(word, out var count))
                    continue;
                var length = 1 - LengthShare + (LengthShare * counted[i].Length / meanLength);
                scores[i] += rarity * count * (Saturation + 1) / (count + (Saturation * length));
            }
        }

        return scores;
    }

    private int[] WordsOf(string query)
    {
        var words = new HashSet<int>();
        foreach (var token in StaticTokens.Of(query))
        {
            if (words.Count == MostWords)
                break;
            if (IsCounted(token))
                words.Add(NumberOf(Stem(token)));
        }

        return [.. words];
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        if (!_find.TryGetValue(word, out var number))
            _find[word] = number = _words.Count;
        return number;
    }

    private CountedChunk Count(ScoredChunk chunk)
    {
        if (_chunks.TryGetValue(chunk.Number, out var counted))
            return counted;

        var occurrences = new Dictionary<int, int>();
        var length = 0;
        foreach (var token in StaticTokens.Of(chunk.Text))
        {
            if (!IsCounted(token))
                continue;
            length++;
            if (_find.TryGetValue(Stem(token), out var word))
                occurrences[word] = occurrences.GetValueOrDefault(word) + 1;
        }

        return _chunks[chunk.Number] = new CountedChunk(length, occurrences);
    }

    // It stands for every long number, so two of them need not be the same.
    private static bool IsCounted(ReadOnlySpan<char> token) => !token.SequenceEqual(StaticTokens.LongNumber);

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }

    /// <param name="Length">Words in all.</param>
    /// <param name="Occurrences">By the number of a query's word.</param>
    private sealed record CountedChunk(int Length, Dictionary<int, int> Occurrences);
}
