using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ResumeService.Extraction;
using Testing;

namespace Benchmarks;

/// <summary>Text and boxes of every PDF in a folder, one document at a time: the median over the documents of each one's median over five rounds.</summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string folder)
    {
        var files = Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Console.Error.WriteLine("There is no PDF in that folder.");
            return 1;
        }

        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in files)
            contents[file] = await File.ReadAllBytesAsync(file);

        await using var pool = new ExtractionPool(Options.Create(new ExtractionOptions()), TimeProvider.System, NullLogger<ExtractionPool>.Instance);
        await pool.StartAsync(CancellationToken.None);
        foreach (var file in files)
            await pool.ReadAsync(contents[file], DocumentKind.Pdf, CancellationToken.None);

        // In turns, so that whatever else the machine does meets all of them.
        var warm = new Medians();
        var process = new Medians();
        var peer = new Medians();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var file in files)
            {
                warm.Add(file, await TimeAsync(() => pool.ReadAsync(contents[file], DocumentKind.Pdf, CancellationToken.None)));
                process.Add(file, await TimeAsync(() => PdfToTextAsync(file)));
            }

            foreach (var (file, milliseconds) in await PdfParseAsync(files))
                peer.Add(file, milliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {files.Length} PDFs, median over documents of the median of {Rounds} rounds
            whole extraction in a warm worker    {warm.Overall,6:F1} ms   {peer.Overall / warm.Overall:F2} x the speed of pdf-parse
            pdftotext -raw -bbox as a process    {process.Overall,6:F1} ms   {peer.Overall / process.Overall:F2} x
            npm pdf-parse 2.4.5                  {peer.Overall,6:F1} ms   1.00 x
            """));
        return 0;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task PdfToTextAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", "-bbox", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
    }

    // One Node process a round, warmed up on every file before it times them.
    private static async Task<Dictionary<string, double>> PdfParseAsync(string[] files)
    {
        var script = Path.Combine(PlatformFixture.Checkout, "tests", "Benchmarks", "Peers", "pdf-parse.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(files));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(answer)!
            : throw new InvalidOperationException("pdf-parse did not run; eng/setup --tests installs it.");
    }

    private sealed class Medians
    {
        private readonly Dictionary<string, List<double>> _rounds = new(StringComparer.Ordinal);

        public double Overall => new Timings(_rounds.Values.Select(rounds => new Timings(rounds).Median)).Median;

        public void Add(string file, double milliseconds)
        {
            if (!_rounds.TryGetValue(file, out var rounds))
                _rounds[file] = rounds = [];
            rounds.Add(milliseconds);
        }
    }
}
