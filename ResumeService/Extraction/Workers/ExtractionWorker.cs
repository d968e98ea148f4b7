using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace ResumeService.Extraction.Workers;

/// <summary>The service's executable in its other role: reads documents from its standard input, one at a time, until that is closed.</summary>
public static partial class ExtractionWorker
{
    internal const string Argument = "--extract-worker";

    // Documents may be nested deeper than any honest one; running out of stack ends the process.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>True when this process was started as a worker.</summary>
    public static bool IsRequested(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args is [Argument, ..];
    }

    /// <summary>Serves until the parent closes the stream or is gone. Returns the process's exit code.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var limits = args is [_, var json, ..] ? JsonSerializer.Deserialize(json, LimitsJson.Default.ExtractionOptions) : null;

        // Nothing but answers may reach standard output.
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null);

        using var requests = new BlockingCollection<(byte[] Content, DocumentKind Kind)>();
        var reading = new Thread(() => Serve(requests, output, limits ?? new ExtractionOptions()), StackBytes) { IsBackground = true };
        reading.Start();

        // This thread stays with the input while the other reads a document: when the parent is gone, so is the document's reader, hanging or not.
        while (WorkerProtocol.ReadRequest(input) is { } request)
            requests.Add(request);
        return Task.FromResult(0);
    }

    internal static string Serialize(ExtractionOptions limits) => JsonSerializer.Serialize(limits, LimitsJson.Default.ExtractionOptions);

    private static void Serve(BlockingCollection<(byte[] Content, DocumentKind Kind)> requests, Stream output, ExtractionOptions limits)
    {
        var reader = new DocumentReader(Options.Create(limits));
        WarmUp.Run(reader);
        WorkerProtocol.WriteSignal(output, WorkerProtocol.Signal.Ready);
        foreach (var (content, kind) in requests.GetConsumingEnumerable())
        {
            using var timeIsUp = new CancellationTokenSource(limits.OcrTimeLimit);
            var result = reader.ReadAsync(content, kind, () => WorkerProtocol.WriteSignal(output, WorkerProtocol.Signal.Recognizing), timeIsUp.Token).GetAwaiter().GetResult();
            WorkerProtocol.WriteResult(output, result);
        }
    }

    [JsonSerializable(typeof(ExtractionOptions))]
    private sealed partial class LimitsJson : JsonSerializerContext;
}
