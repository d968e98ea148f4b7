using System.Diagnostics;
using System.Text.Json;
using Testing;

namespace EmbeddingService.Tests.Models.Onnx;

/// <summary>The publisher-independent other way to run a model: npm's onnxruntime-node.</summary>
internal static class OnnxRuntimeNode
{
    /// <summary>The vector of each text: the mean over its tokens, L2-normalised, in double precision.</summary>
    public static async Task<double[][]> EmbedAsync(string model, IReadOnlyList<int[]> texts, int dimensions = 384)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var script = Path.Combine(PlatformFixture.Checkout, "tests", "EmbeddingService.Tests", "Models", "Onnx", "last-hidden-state.mjs");
        var npm = Path.Combine(PlatformFixture.Checkout, "eng", "npm", "package.json");
        using var node = Process.Start(new ProcessStartInfo("node", [script, npm]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { model, texts }));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync(limit.Token);
        await node.WaitForExitAsync(limit.Token);
        return node.ExitCode == 0
            ? [.. JsonSerializer.Deserialize<double[][]>(answer)!.Select(states => Pool(states, dimensions))]
            : throw new InvalidOperationException("onnxruntime-node did not run; eng/setup --tests installs it.");
    }

    private static double[] Pool(double[] states, int dimensions)
    {
        var sum = new double[dimensions];
        for (var i = 0; i < states.Length; i++)
            sum[i % dimensions] += states[i];
        var length = Math.Sqrt(sum.Sum(number => number * number));
        return Array.ConvertAll(sum, number => number / length);
    }
}
