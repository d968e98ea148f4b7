using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>A process that was started here, with whatever it started in turn.</summary>
sealed class ChildProcess : IDisposable
{
    const int Interrupt = 2;
    const int Kill = 9;
    const int Terminate = 15;

    static readonly int[] _requests = [Terminate, Interrupt];

    readonly Process _process;
    readonly bool _leadsGroup;
    readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChildProcess(ProcessStartInfo start, Action<string> line, bool leadsGroup)
    {
        _leadsGroup = leadsGroup;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) =>
        {
            // A grandchild may hold the output pipe open, so the exit is told without waiting for the end of the output.
            EndGroup();
            _exited.TrySetResult(_process.ExitCode);
        };
        _process.Start();
        Id = _process.Id;
        _process.StandardInput.Close();
        Output = Task.WhenAll(ReadAsync(_process.StandardOutput, line), ReadAsync(_process.StandardError, line));
    }

    public int Id { get; }

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Completes when the last line of output was read.</summary>
    public Task Output { get; }

    /// <summary>Asks (SIGTERM), insists (SIGINT: what a database takes as "now, not when the last client has gone"), then kills the process and all it started.</summary>
    public async Task StopAsync(TimeSpan grace, CancellationToken hurry)
    {
        foreach (var signal in _requests)
        {
            Send(Id, signal);
            if (await ExitsWithinAsync(grace, hurry))
                return;
        }
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // Gone between the question and the kill.
        }
        EndGroup();
        await Exited;
    }

    public void Dispose() => _process.Dispose();

    async Task<bool> ExitsWithinAsync(TimeSpan limit, CancellationToken hurry)
    {
        try
        {
            await Exited.WaitAsync(limit, hurry);
            return true;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return Exited.IsCompleted;
        }
    }

    void EndGroup()
    {
        if (_leadsGroup)
            Send(-Id, Kill);
    }

    static void Send(int id, int signal)
    {
        // A process that has gone already is what was wanted.
        _ = kill(id, signal);
    }

    static async Task ReadAsync(StreamReader reader, Action<string> line)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } text)
                line(text);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The pipe broke with the process.
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int pid, int signal);
}
