using Microsoft.Extensions.AI;

namespace EmbeddingService.Models.Static;

/// <summary>
/// Embeddings from a table of word vectors distilled from all-MiniLM-L6-v2 (docs/static-model.md): the sum of the rows of a text's words, and beside it the
/// sum of their spellings; 384 dimensions, L2-normalised. The order of words does not count. A text without words is the zero vector.
/// The same text gives the same bits on every machine: every sum has one order, and nothing is fused or left to the width of a register.
/// </summary>
internal sealed class StaticEmbeddingGenerator(StaticTable table) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>What operators read of it.</summary>
    public const string Kind = "static";

    private readonly EmbeddingGeneratorMetadata _metadata = new("built-in", providerUri: null, table.Version, table.Dimensions);

    // How they were found: docs/similarity.md.
    private readonly ModelScale _scale = new(Relevance: new Logistic(0.35, 12), Similarity: new Logistic(0.44, 15));

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(text)) { ModelId = table.Version });
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
            : serviceType == typeof(EmbeddingModelInfo) ? new EmbeddingModelInfo(Kind, table.Version, table.Dimensions, File: null, Note: null, QueueLength: 0, QueueCapacity: 0)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private float[] Embed(string text)
    {
        var vector = new float[table.Dimensions];
        var meaning = vector.AsSpan(0, table.RowDimensions);
        var spelling = vector.AsSpan(table.RowDimensions);
        Span<float> rows = stackalloc float[table.RowDimensions];
        Span<float> hash = stackalloc float[SpellingHash.Dimensions];
        foreach (var word in StaticTokens.Of(text))
        {
            var (weight, hasRows) = table.ReadWord(word, rows);
            if (hasRows)
                FixedOrder.AddScaled(rows, 1, meaning);
            SpellingHash.Write(word, hash);
            FixedOrder.AddScaled(hash, weight, spelling);
        }

        ScaleTo(meaning, 1);
        ScaleTo(spelling, table.SpellingWeight);
        ScaleTo(vector, 1);
        return vector;
    }

    private static void ScaleTo(Span<float> vector, float length)
    {
        var norm = FixedOrder.Norm(vector);
        if (norm == 0)
            return;
        foreach (ref var value in vector)
            value = value / norm * length;
    }
}
