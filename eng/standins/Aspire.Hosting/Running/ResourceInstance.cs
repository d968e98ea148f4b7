using System.ComponentModel;
using System.Globalization;

namespace Aspire.Hosting.Running;

enum InstanceState
{
    Waiting,
    Starting,
    Running,
    Exited,
    FailedToStart,
    Stopping,
    Stopped,
    Finished,
}

/// <summary>What a process is started with.</summary>
sealed record Launch(string Command, IReadOnlyList<string> Args, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment);

/// <summary>One process of a resource, over all its restarts.</summary>
sealed class ResourceInstance(string name, bool serves, ResourceOutput output, ChildProcesses processes, Func<CancellationToken, Task<Launch>> launch, Action changed)
{
    const int LinesKept = 200;

    static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(15);
    static readonly TimeSpan _steady = TimeSpan.FromSeconds(30);
    static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    readonly Queue<string> _lines = new();

    public string Name { get; } = name;

    public InstanceState State { get; private set; } = InstanceState.Waiting;

    public int? ProcessId { get; private set; }

    public int Restarts { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public int? ExitCode { get; private set; }

    /// <summary>What the running process was started with.</summary>
    public Launch? Launch { get; private set; }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>
    /// Starts the process when its dependencies are ready, starts it again whenever it ends, and ends it when <paramref name="stopping"/> says so;
    /// <paramref name="hurry"/> then cuts the grace short that a process is given to stop by itself.
    /// </summary>
    public async Task RunAsync(Func<CancellationToken, Task> dependencies, CancellationToken stopping, CancellationToken hurry)
    {
        try
        {
            await dependencies(stopping);
            var pause = _firstPause;
            while (!await RunOnceAsync(stopping, hurry))
            {
                if (DateTimeOffset.UtcNow - StartedAt > _steady)
                    pause = _firstPause;
                await Task.Delay(pause, stopping);
                pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
                Restarts++;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Become(InstanceState.Stopped);
        }
    }

    /// <returns>True when the process is not to be started again.</returns>
    async Task<bool> RunOnceAsync(CancellationToken stopping, CancellationToken hurry)
    {
        Become(InstanceState.Starting);
        ChildProcess process;
        try
        {
            StartedAt = DateTimeOffset.UtcNow;
            Launch = await launch(stopping);
            process = await processes.StartAsync(Launch, Line);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or DistributedApplicationException)
        {
            Line(exception.Message);
            Become(InstanceState.FailedToStart);
            return false;
        }

        using (process)
        {
            ProcessId = process.Id;
            Become(InstanceState.Running);
            await Task.WhenAny(process.Exited, Task.Delay(Timeout.Infinite, stopping));
            var asked = !process.Exited.IsCompleted;
            if (asked)
            {
                Become(InstanceState.Stopping);
                await process.StopAsync(_grace, hurry);
            }
            ExitCode = await process.Exited;
            ProcessId = null;
            // The last lines say why it ended; a grandchild that holds the pipe must not hold the restart.
            await Task.WhenAny(process.Output, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
            var finished = !serves && ExitCode == 0;
            if (!asked)
                Line(string.Create(CultureInfo.InvariantCulture, $"ended with exit code {ExitCode}{(finished ? "" : ", starting again")}"));
            Become(asked ? InstanceState.Stopped : finished ? InstanceState.Finished : InstanceState.Exited);
            return asked || finished;
        }
    }

    void Line(string line)
    {
        var shown = output.WithoutSecrets(line);
        lock (_lines)
        {
            if (_lines.Count == LinesKept)
                _lines.Dequeue();
            _lines.Enqueue(shown);
        }
        output.Write(Name, shown);
    }

    void Become(InstanceState state)
    {
        State = state;
        changed();
    }
}
