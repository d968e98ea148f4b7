using EmbeddingService.Models.Onnx;
using EmbeddingService.Models.Static;
using Microsoft.Extensions.AI;

namespace Accuracy;

/// <summary>The embedding models that are measured, by name.</summary>
internal static class Models
{
    public const string Static = "static";
    public const string Int8 = "MiniLM int8";
    public const string Fp32 = "MiniLM fp32";

    /// <summary>The variable that names a static model's file to be measured in place of the built-in one.</summary>
    public const string StaticFile = "STATIC_MODEL";

    private const int QueueCapacity = 10_000;

    public static IEnumerable<(string Name, IEmbeddingGenerator<string, Embedding<float>> Model)> All(DataFolder data)
    {
        yield return (Static, new StaticEmbeddingGenerator(Table()));
        foreach (var (name, file) in new[] { (Int8, "model_int8.onnx"), (Fp32, "model.onnx") })
            yield return (name, new OnnxEmbeddingGenerator(OnnxModel.Load(data.Path("models", "all-MiniLM-L6-v2"), file), threads: 1, QueueCapacity, TimeProvider.System));
    }

    public static StaticTable Table() =>
        Environment.GetEnvironmentVariable(StaticFile) is { Length: > 0 } file ? StaticTable.Read(File.ReadAllBytes(file)) : StaticTable.ReadBuiltIn();
}
