using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using Testing;

namespace Benchmarks;

/// <summary>
/// Sentences a second of the service's own path (text to vector, one thread) beside onnxruntime-node on the same file (ready-made ids, no pooling, one
/// thread): medians of some rounds each, in turns. A second is one of processor time, which other work on the machine does not take away. The peer runs as many
/// texts together as the service does, which is one for a model whose answers depend on the batch, and for comparison <see cref="Batch"/>.
/// </summary>
internal static class OnnxBenchmark
{
    private const int Rounds = 7;
    private const int Batch = 16;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.onnx").Order(StringComparer.Ordinal))
        {
            var model = OnnxModel.Load(folder, Path.GetFileName(file));
            var together = model.DependsOnBatch ? 1 : Batch;
            using var generator = new OnnxEmbeddingGenerator(model, threads: 1, queueCapacity: 4096, TimeProvider.System);
            foreach (var length in new[] { 16, 32, 128 })
            {
                var (own, peer, batched) = (new List<double>(), new List<double>(), new List<double>());
                for (var round = 0; round < Rounds; round++)
                {
                    own.Add(await OwnAsync(generator, length));
                    peer.Add(await NodeAsync(file, length, together));
                    batched.Add(together == Batch ? peer[^1] : await NodeAsync(file, length, Batch));
                }

                var (o, p, b) = (new Timings(own).Median, new Timings(peer).Median, new Timings(batched).Median);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(file),-18} {length,3} tokens  {o,6:F0}/s   onnxruntime-node, {together,2} together {p,6:F0}/s   {o / p:F2} x   {Batch} together {b,6:F0}/s   {o / b:F2} x"));
            }
        }

        return 0;
    }

    private static async Task<double> OwnAsync(OnnxEmbeddingGenerator model, int length)
    {
        // A word of one piece, with the two tokens around the text.
        var texts = Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("work", length - 2)), Batch).ToArray();
        await model.EmbedAsync(texts, CancellationToken.None);
        var before = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var sentences = 0;
        for (; Stopwatch.GetElapsedTime(start) < Round; sentences += Batch)
            await model.EmbedAsync(texts, CancellationToken.None);
        return sentences / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static async Task<double> NodeAsync(string model, int length, int batch)
    {
        var script = Path.Combine(PlatformFixture.Checkout, "tests", "Benchmarks", "Peers", "onnxruntime-node.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { model, length, batch, milliseconds = Round.TotalMilliseconds }));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<double>(answer) : throw new InvalidOperationException("onnxruntime-node did not run; eng/setup --tests installs it.");
    }
}
