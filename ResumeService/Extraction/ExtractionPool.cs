using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ResumeService.Extraction.Workers;

namespace ResumeService.Extraction;

/// <summary>
/// Reads documents in worker processes, one document each at a time. A worker that hangs, eats memory or dies is killed with everything it started and replaced; the
/// service and the other documents go on.
/// </summary>
public sealed class ExtractionPool : IDocumentReader, IHostedService, IAsyncDisposable
{
    // Most documents are done before the first look at their memory.
    private static readonly TimeSpan MemoryCheck = TimeSpan.FromMilliseconds(100);

    private readonly ExtractionOptions _limits;
    private readonly ILogger<ExtractionPool> _logger;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentQueue<WorkerProcess> _idle = new();
    private readonly ConcurrentDictionary<int, WorkerProcess> _all = new();
    private int _inside;
    private volatile bool _isDisposed;

    public ExtractionPool(IOptions<ExtractionOptions> options, TimeProvider time, ILogger<ExtractionPool> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _limits = options.Value;
        _time = time;
        _logger = logger;
        _free = new SemaphoreSlim(_limits.Workers);
    }

    /// <summary>Process ids of the workers that live now.</summary>
    internal ICollection<int> WorkerIds => _all.Keys;

    /// <summary>Starts the workers; they warm up while the service goes on starting.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        for (var started = _all.Count; started < _limits.Workers; started++)
            _idle.Enqueue(StartWorker());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Workers do not start: the installation is broken, not the document.</exception>
    public async Task<ExtractionResult> ReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var start = _time.GetTimestamp();
        if (Interlocked.Increment(ref _inside) > _limits.Workers + _limits.MaxWaiting)
        {
            Interlocked.Decrement(ref _inside);
            Log.Refused(_logger, _limits.MaxWaiting);
            return ExtractionResult.Failed(ExtractionFailure.Busy);
        }

        try
        {
            if (!await _free.WaitAsync(_limits.WaitLimit, cancellationToken))
            {
                Log.WaitedInVain(_logger, _limits.WaitLimit);
                return ExtractionResult.Failed(ExtractionFailure.Busy);
            }

            try
            {
                // A worker can also be killed from outside: a second one decides whether it was the document.
                var (result, _) = await TryReadAsync(content, kind, start, cancellationToken);
                if (result is not null)
                    return result;
                (result, var wasReady) = await TryReadAsync(content, kind, start, cancellationToken);
                return result ?? (wasReady ? ExtractionResult.Failed(ExtractionFailure.Damaged) : throw new InvalidOperationException("Extraction workers end before they are ready."));
            }
            finally
            {
                _free.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        foreach (var worker in _all.Values)
            Remove(worker);
        return ValueTask.CompletedTask;
    }

    /// <summary>One worker's result, or null when the worker died over it, and whether it had come so far as to look at a document.</summary>
    private async Task<(ExtractionResult? Result, bool WasReady)> TryReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, long start, CancellationToken cancellationToken)
    {
        var worker = TakeWorker();
        var isSound = false;
        try
        {
            (var result, isSound) = await ReadWithinLimitsAsync(worker, content, kind, start, cancellationToken);
            return (result, worker.IsReady);
        }
        finally
        {
            if (isSound)
            {
                _idle.Enqueue(worker);
            }
            else
            {
                Remove(worker);
                if (!_isDisposed)
                    _idle.Enqueue(StartWorker());
            }
        }
    }

    private async Task<(ExtractionResult? Result, bool IsSound)> ReadWithinLimitsAsync(WorkerProcess worker, ReadOnlyMemory<byte> content, DocumentKind kind, long start, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The document's own time begins when the worker is there to read it; on a busy machine a new one takes a while.
        var deadline = worker.IsReady ? Min(_time.GetElapsedTime(start) + _limits.TimeLimit, _limits.TotalTimeLimit) : _limits.TotalTimeLimit;
        try
        {
            var answer = AskAsync(worker, content, kind, stop.Token);
            while (true)
            {
                var left = deadline - _time.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                {
                    Log.TimedOut(_logger, worker.Id);
                    return (ExtractionResult.Failed(ExtractionFailure.TimedOut), false);
                }

                if (await Task.WhenAny(answer, Task.Delay(Min(left, MemoryCheck), _time, stop.Token)) == answer)
                {
                    var (signal, result) = await answer;
                    if (signal == WorkerProtocol.Signal.Result)
                        return (result, true);
                    deadline = signal == WorkerProtocol.Signal.Ready ? Min(_time.GetElapsedTime(start) + _limits.TimeLimit, _limits.TotalTimeLimit) : _limits.TotalTimeLimit;
                    answer = worker.ReceiveAsync(stop.Token);
                }
                else if (worker.ResidentBytes() > _limits.MemoryLimitBytes)
                {
                    Log.TookTooMuchMemory(_logger, worker.Id);
                    return (ExtractionResult.Failed(ExtractionFailure.TooLarge), false);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Log.Died(_logger, worker.Id);
            return (null, false);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task<(WorkerProtocol.Signal Signal, ExtractionResult? Result)> AskAsync(WorkerProcess worker, ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken)
    {
        await worker.SendAsync(content, kind, cancellationToken);
        return await worker.ReceiveAsync(cancellationToken);
    }

    private WorkerProcess TakeWorker()
    {
        while (_idle.TryDequeue(out var worker))
        {
            if (!worker.HasExited)
                return worker;
            Remove(worker);
        }

        return StartWorker();
    }

    private WorkerProcess StartWorker()
    {
        var worker = WorkerProcess.Start(_limits);
        _all[worker.Id] = worker;
        return worker;
    }

    private void Remove(WorkerProcess worker)
    {
        _all.TryRemove(worker.Id, out _);
        worker.Dispose();
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
