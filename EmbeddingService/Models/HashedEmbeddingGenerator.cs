using System.Collections.Frozen;
using Microsoft.Extensions.AI;

namespace EmbeddingService.Models;

/// <summary>
/// Embeddings without a trained model: words and their character n-grams, weighted by how rare they are, hashed into 384 dimensions (feature hashing with
/// signs, Weinberger et al. 2009), L2-normalised. The same text gives the same bits on every machine. An empty text, or one without words, is the zero vector.
/// </summary>
public sealed class HashedEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Raised with any change to this class, to the tokens or to the word list: it changes the vectors.</summary>
    public const string Version = "hashed-ngrams-1";

    public const int Dimensions = 384;

    /// <summary>UTF-16 units of a text that are read; a longer one is embedded by its beginning.</summary>
    public const int MaxTextLength = 8192;

    // Measured on STS-B dev: the n-grams carry more than the whole words, two positions a feature halve the noise of collisions.
    private const double WordShare = 0.6;
    private const double GramShare = 2;
    private const int ShortestGram = 3;
    private const int LongestGram = 5;
    private const int PositionsPerFeature = 2;

    private const ulong HashStart = 0xCBF29CE484222325;
    private const ulong HashFactor = 0x100000001B3;
    private const char WordStart = '<';
    private const char WordEnd = '>';

    private readonly WordWeights _weights = WordWeights.Read();
    private readonly FrozenDictionary<ulong, int> _commonGrams;
    private readonly EmbeddingGeneratorMetadata _metadata = new("built-in", providerUri: null, Version, Dimensions);

    // The middles lie between what fitting and unrelated texts of tests/EmbeddingService.Tests/Features/resumes-and-jobs.txt score.
    private readonly ModelScale _scale = new(Relevance: new Logistic(0.16, 30), Similarity: new Logistic(0.24, 14));

    public HashedEmbeddingGenerator() => _commonGrams = CountGrams(_weights.Words);

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(text)) { ModelId = Version });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(ModelScale) ? _scale
            : serviceType == typeof(EmbeddingModelInfo) ? new EmbeddingModelInfo("hashed", Version, Dimensions, File: null, Note: null, QueueLength: 0, QueueCapacity: 0)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private float[] Embed(string text)
    {
        // Sums in double, in the order of the text and without SIMD: neither rounding nor vector width may differ between machines.
        var sums = new double[Dimensions];
        foreach (var (word, count) in CountWords(text.Length <= MaxTextLength ? text : text[..MaxTextLength]))
            AddWord(sums, word, _weights.Of(word) * Math.Sqrt(count));

        var squares = 0.0;
        foreach (var sum in sums)
            squares += sum * sum;
        var vector = new float[Dimensions];
        if (squares > 0)
        {
            var length = Math.Sqrt(squares);
            for (var i = 0; i < Dimensions; i++)
                vector[i] = (float)(sums[i] / length);
        }

        return vector;
    }

    private static List<(string Word, int Count)> CountWords(string text)
    {
        var words = new List<(string Word, int Count)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in WordTokens.Of(text))
        {
            if (places.TryAdd(word, words.Count))
                words.Add((word, 1));
            else
                words[places[word]] = (word, words[places[word]].Count + 1);
        }

        return words;
    }

    private void AddWord(double[] sums, string word, double weight)
    {
        var whole = HashStart;
        foreach (var character in word)
            whole = Extend(whole, character);
        AddFeature(sums, whole, weight * WordShare);

        // A long word has many n-grams; dividing by the root of their number gives every word the same weight in all.
        var marked = WordStart + word + WordEnd;
        var grams = 0;
        for (var length = ShortestGram; length <= LongestGram; length++)
            grams += Math.Max(0, marked.Length - length + 1);
        var share = weight * GramShare / Math.Sqrt(Math.Max(1, grams));
        foreach (var gram in GramsOf(marked))
        {
            // What many everyday words share ("ing", "tion") tells little, whatever rare word it stands in.
            var common = _commonGrams.GetValueOrDefault(gram);
            AddFeature(sums, gram, share / Math.Sqrt(1 + common));
        }
    }

    private static void AddFeature(double[] sums, ulong hash, double weight)
    {
        for (var position = 0; position < PositionsPerFeature; position++)
        {
            var mixed = Mix(hash + ((ulong)position * 0x9E3779B97F4A7C15));
            var index = (int)((mixed >> 1) % Dimensions);
            sums[index] += (mixed & 1) == 0 ? weight : -weight;
        }
    }

    private static FrozenDictionary<ulong, int> CountGrams(IEnumerable<string> words)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var word in words)
        {
            foreach (var gram in GramsOf(WordStart + word + WordEnd).Distinct())
                counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts.ToFrozenDictionary();
    }

    private static IEnumerable<ulong> GramsOf(string marked)
    {
        for (var start = 0; start + ShortestGram <= marked.Length; start++)
        {
            // Another start than a whole word's: "cat" as a word and "cat" inside "category" are two features.
            var hash = ~HashStart;
            for (var i = 0; i < LongestGram && start + i < marked.Length; i++)
            {
                hash = Extend(hash, marked[start + i]);
                if (i + 1 >= ShortestGram)
                    yield return hash;
            }
        }
    }

    // FNV-1a over UTF-16 units.
    private static ulong Extend(ulong hash, char character) => unchecked((hash ^ character) * HashFactor);

    // The finaliser of MurmurHash3: FNV's low bits alone would cluster.
    private static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash ^= hash >> 33;
            hash *= 0xFF51AFD7ED558CCD;
            hash ^= hash >> 33;
            hash *= 0xC4CEB9FE1A85EC53;
            return hash ^ (hash >> 33);
        }
    }
}
