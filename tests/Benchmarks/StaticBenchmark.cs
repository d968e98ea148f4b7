using System.Diagnostics;
using System.Globalization;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using EmbeddingService.Models.Static;
using Microsoft.Extensions.AI;

namespace Benchmarks;

/// <summary>Sentences a second of the static model on one thread, beside the int8 ONNX file on the same sentences: the best of some rounds each, in turns.</summary>
internal static class StaticBenchmark
{
    private const int Rounds = 3;
    private const int Batch = 64;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <param name="data">Holds data/labels/stsb, whose sentences have eleven words in the mean, and models/all-MiniLM-L6-v2.</param>
    public static async Task<int> RunAsync(string data)
    {
        // Two sentences and a grade a line; the few that hold a comma are cut there.
        var lines = await File.ReadAllLinesAsync(Path.Combine(data, "data", "labels", "stsb", "stsb-en-dev.csv"));
        string[][] batches = [.. lines.SelectMany(line => line.Split(',')[..2]).Chunk(Batch)];
        using var builtIn = new StaticEmbeddingGenerator(StaticTable.ReadBuiltIn());
        using var onnx = new OnnxEmbeddingGenerator(
            OnnxModel.Load(Path.Combine(data, "models", "all-MiniLM-L6-v2"), "model_int8.onnx"), threads: 1, queueCapacity: 4096, TimeProvider.System);
        var (ofStatic, ofOnnx) = (0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            ofStatic = Math.Max(ofStatic, await RateAsync(builtIn, batches));
            ofOnnx = Math.Max(ofOnnx, await RateAsync(onnx, batches));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"static {ofStatic,8:F0}/s   MiniLM int8 {ofOnnx,6:F0}/s   {ofStatic / ofOnnx:F0} x"));
        return 0;
    }

    private static async Task<double> RateAsync(IEmbeddingGenerator<string, Embedding<float>> model, string[][] batches)
    {
        await model.EmbedAsync(batches[0], CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        var sentences = 0;
        for (var batch = 0; Stopwatch.GetElapsedTime(start) < Round; batch++)
        {
            await model.EmbedAsync(batches[batch % batches.Length], CancellationToken.None);
            sentences += batches[batch % batches.Length].Length;
        }

        return sentences / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
