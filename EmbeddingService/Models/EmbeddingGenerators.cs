using Microsoft.Extensions.AI;

namespace EmbeddingService.Models;

/// <summary>What the service asks of every embedding model beyond the vectors.</summary>
internal static class EmbeddingGenerators
{
    /// <summary>Length of every model's vectors (CONTRACT.md, "S0 resume"); a store is made for it before the model is chosen.</summary>
    public const int Dimensions = 384;

    extension(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        /// <summary>Stored with every vector: vectors of two versions are never compared.</summary>
        public string ModelVersion => generator.GetRequiredService<EmbeddingGeneratorMetadata>().DefaultModelId
            ?? throw new InvalidOperationException("An embedding model must name its version.");

        public ModelScale Scale => generator.GetRequiredService<ModelScale>();

        /// <summary>One vector a text, in order.</summary>
        public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IEnumerable<string> texts, CancellationToken cancellationToken) =>
            [.. (await generator.GenerateAsync(texts, cancellationToken: cancellationToken)).Select(embedding => embedding.Vector)];
    }
}
