using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ResumeService.Extraction.Workers;

/// <summary>One worker process as the pool sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // What a worker may know of its parent's environment: no connection strings, no keys.
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "DOTNET_ROOT", "TESSDATA_PREFIX", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "SystemRoot", "TEMP"];

    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
        Id = process.Id;
    }

    public bool HasExited => _process.HasExited;

    /// <summary>It has said that it is: what dies before that did not die of a document.</summary>
    public bool IsReady { get; private set; }

    public int Id { get; }

    public static WorkerProcess Start(ExtractionOptions limits)
    {
        var (program, arguments) = OwnExecutable();
        var start = new ProcessStartInfo(program, [.. arguments, ExtractionWorker.Argument, ExtractionWorker.Serialize(limits)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        // The heap's own limit makes most large documents a failure the worker survives; the pool's limit on resident memory covers the rest.
        start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"0x{limits.MemoryLimitBytes / 4 * 3:X}");
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";

        var process = Process.Start(start) ?? throw new InvalidOperationException("An extraction worker did not start.");

        // What a crashing runtime prints may quote the document; it is read, so that the pipe never fills, and thrown away.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken) =>
        await WorkerProtocol.WriteRequestAsync(_process.StandardInput.BaseStream, content, kind, cancellationToken);

    public async Task<(WorkerProtocol.Signal Signal, ExtractionResult? Result)> ReceiveAsync(CancellationToken cancellationToken)
    {
        var answer = await WorkerProtocol.ReadAnswerAsync(_process.StandardOutput.BaseStream, cancellationToken);
        IsReady |= answer.Signal == WorkerProtocol.Signal.Ready;
        return answer;
    }

    /// <summary>Resident memory of the worker and of the programs it runs, in bytes.</summary>
    public long ResidentBytes() => ProcessTree.ResidentBytes(_process);

    public void Dispose()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in between.
        }

        _process.Dispose();
    }

    /// <summary>This service's executable; under <c>dotnet ResumeService.dll</c> and in a test host, the runtime with the service's assembly.</summary>
    private static (string Program, string[] Arguments) OwnExecutable()
    {
        var assembly = typeof(WorkerProcess).Assembly;
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        if (Environment.ProcessPath is { } own && Path.GetFileName(own) == assembly.GetName().Name + suffix)
            return (own, []);
        var name = "dotnet" + suffix;
        string?[] hosts =
        [
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Path.GetFileName(Environment.ProcessPath) == name ? Environment.ProcessPath : null,
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", name)),
        ];
        return (Array.Find(hosts, File.Exists) ?? name, [assembly.Location]);
    }
}
