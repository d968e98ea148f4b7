using System.Numerics.Tensors;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models.Onnx;

/// <summary>all-MiniLM-L6-v2 itself, where its files are.</summary>
public sealed class PublishedModelTests
{
    [Theory]
    [InlineData("model.onnx", "fp32", false)]
    [InlineData("model_int8.onnx", "int8", true)]
    public async Task Every_reference_text_gives_the_reference_vector_whatever_is_asked_beside_it(string file, string name, bool dependsOnBatch)
    {
        if (PublishedModel.Folder is not { } folder)
            return;
        var model = OnnxModel.Load(folder, file);
        model.DependsOnBatch.ShouldBe(dependsOnBatch);
        using var generator = new OnnxEmbeddingGenerator(model, threads: 1, queueCapacity: 1000, TimeProvider.System);
        var reference = PublishedModel.Reference(folder, "vectors.jsonl").ToArray();

        var vectors = await generator.EmbedAsync(reference.Select(line => line.GetProperty("text").GetString()!), CancellationToken.None);

        for (var i = 0; i < reference.Length; i++)
        {
            var expected = reference[i].GetProperty(name).EnumerateArray().Select(number => number.GetSingle()).ToArray();
            TensorPrimitives.CosineSimilarity(vectors[i].Span, expected).ShouldBeGreaterThan(0.99999f, reference[i].GetProperty("text").GetString());
            TensorPrimitives.Norm(vectors[i].Span).ShouldBe(1, 1e-5f);
        }
    }
}
