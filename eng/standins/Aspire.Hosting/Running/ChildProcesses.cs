using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>
/// Starts the processes. Each leads a session of its own, so that a Ctrl-C in the terminal reaches the host alone and a
/// whole family can be ended by one id; and each is sent SIGTERM by the kernel when the host dies, however it dies.
/// </summary>
sealed class ChildProcesses : IDisposable
{
    // The kernel ties the parent-death signal to the thread that forked, not to the process: that thread must last.
    readonly BlockingCollection<Action> _starts = [];
    readonly Thread _thread;
    readonly string? _setsid = Find("setsid");
    readonly string? _setpriv = Find("setpriv");

    public ChildProcesses()
    {
        _thread = new Thread(() =>
        {
            foreach (var start in _starts.GetConsumingEnumerable())
                start();
        })
        {
            IsBackground = true,
            Name = "process starter",
        };
        _thread.Start();
    }

    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public Task<ChildProcess> StartAsync(Launch launch, Action<string> line)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = launch.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        List<string> all = [launch.Command, .. launch.Args];
        if (_setpriv is not null)
            all.InsertRange(0, [_setpriv, "--pdeathsig", "TERM", "--"]);
        if (_setsid is not null)
            all.Insert(0, _setsid);
        start.FileName = all[0];
        foreach (var arg in all.Skip(1))
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;
        if ((_setpriv ?? _setsid) is not null && Find(launch.Command) is null)
            throw new Win32Exception(2, $"There is no program '{launch.Command}'.");

        var started = new TaskCompletionSource<ChildProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(new ChildProcess(start, line, leadsGroup: _setsid is not null));
            }
            catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
            {
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    public void Dispose()
    {
        _starts.CompleteAdding();
        _thread.Join(TimeSpan.FromSeconds(1));
        _starts.Dispose();
    }

    static string? Find(string program) => program.Contains('/', StringComparison.Ordinal)
        ? (File.Exists(program) ? program : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
