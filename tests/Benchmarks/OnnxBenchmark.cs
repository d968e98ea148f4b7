using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using Testing;

namespace Benchmarks;

/// <summary>
/// Sentences a second of the service's own path (text to vector, one thread) beside onnxruntime-node on the same file (batches of 16 ready-made ids, no
/// pooling, one thread): the best of some rounds each, in turns.
/// </summary>
internal static class OnnxBenchmark
{
    private const int Rounds = 3;
    private const int Batch = 16;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.onnx").Order(StringComparer.Ordinal))
        {
            using var model = new OnnxEmbeddingGenerator(OnnxModel.Load(folder, Path.GetFileName(file)), threads: 1, queueCapacity: 4096, TimeProvider.System);
            foreach (var length in new[] { 16, 32, 128 })
            {
                var (own, peer) = (0.0, 0.0);
                for (var round = 0; round < Rounds; round++)
                {
                    own = Math.Max(own, await OwnAsync(model, length));
                    peer = Math.Max(peer, await NodeAsync(file, length));
                }

                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{Path.GetFileName(file),-18} {length,3} tokens  {own,6:F0}/s   onnxruntime-node {peer,6:F0}/s   {own / peer:F2} x"));
            }
        }

        return 0;
    }

    private static async Task<double> OwnAsync(OnnxEmbeddingGenerator model, int length)
    {
        // A word of one piece, with the two tokens around the text.
        var texts = Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("work", length - 2)), Batch).ToArray();
        await model.EmbedAsync(texts, CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        var sentences = 0;
        for (; Stopwatch.GetElapsedTime(start) < Round; sentences += Batch)
            await model.EmbedAsync(texts, CancellationToken.None);
        return sentences / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> NodeAsync(string model, int length)
    {
        var script = Path.Combine(PlatformFixture.Checkout, "tests", "Benchmarks", "Peers", "onnxruntime-node.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { model, length, batch = Batch, milliseconds = Round.TotalMilliseconds }));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<double>(answer) : throw new InvalidOperationException("onnxruntime-node did not run; eng/setup --tests installs it.");
    }
}
