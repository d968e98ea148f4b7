using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Testing.Servers;

/// <summary>A server program started for a test run and ended with it, by its own process id.</summary>
public sealed class LocalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private LocalProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts <paramref name="program"/> in a session of its own that dies with this process.</summary>
    public static LocalProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("setpriv") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--pdeathsig", "TERM", "--", program])
            start.ArgumentList.Add(argument);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new LocalProcess(Starter.Run(() => Process.Start(start)!));
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds its output.</exception>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        await using var run = Start(program, arguments);
        await run._process.WaitForExitAsync();
        if (run._process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {run._process.ExitCode}: {run.Output}");
    }

    /// <summary>What the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>
    /// A TCP port on the loopback address that was free a moment ago, below those that the kernel and a starting platform choose from: neither takes it in between.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(12_000, 20_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Somebody's.
            }
        }
    }

    /// <summary>Waits until <paramref name="ready"/> says so, at most <paramref name="limit"/>.</summary>
    /// <exception cref="TimeoutException">It did not, or the program ended; the message holds its output.</exception>
    public async Task WaitUntilAsync(Func<Task<bool>> ready, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(ready);
        var watch = Stopwatch.StartNew();
        while (!await ready())
        {
            if (HasExited || watch.Elapsed > limit)
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Not ready after {watch.Elapsed.TotalSeconds:F0} s (ended: {HasExited}): {Output}"));
            await Task.Delay(50);
        }
    }

    /// <summary>Sends <paramref name="signal"/> (for instance TERM) to the program alone.</summary>
    public Task SignalAsync(string signal) => RunAsync("kill", "-" + signal, Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Waits for the program's end.</summary>
    /// <exception cref="TimeoutException">It is still running; the message holds its output.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException("Still running: " + Output, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("TERM");
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    // The kernel sends the parent-death signal when the starting THREAD ends, and pool threads come and go: children start from one that stays.
    private static class Starter
    {
        private static readonly BlockingCollection<Action> Work = [];

        static Starter() => new Thread(() =>
        {
            foreach (var start in Work.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "process starter" }.Start();

        public static T Run<T>(Func<T> start)
        {
            var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            Work.Add(() =>
            {
                try
                {
                    result.SetResult(start());
                }
                catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
                {
                    result.SetException(exception);
                }
            });
            return result.Task.GetAwaiter().GetResult();
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.AppendLine(line.Data);
    }
}
