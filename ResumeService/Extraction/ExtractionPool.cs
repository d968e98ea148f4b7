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
    private int _inside;
    private int _isDisposed;

    public ExtractionPool(IOptions<ExtractionOptions> options, TimeProvider time, ILogger<ExtractionPool> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _limits = options.Value;
        _time = time;
        _logger = logger;
        _free = new SemaphoreSlim(_limits.Workers);
    }

    /// <summary>Starts the workers; they warm up while the service goes on starting.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        for (var started = _idle.Count; started < _limits.Workers; started++)
            _idle.Enqueue(WorkerProcess.Start(_limits));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <inheritdoc/>
    public async Task<ExtractionResult> ReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken)
    {
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
                return await TryReadAsync(content, kind, start, cancellationToken)
                    ?? await TryReadAsync(content, kind, start, cancellationToken)
                    ?? ExtractionResult.Failed(ExtractionFailure.Damaged);
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
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            while (_idle.TryDequeue(out var worker))
                worker.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>One worker's result, or null when the worker died over it.</summary>
    private async Task<ExtractionResult?> TryReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, long start, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        var worker = TakeWorker();
        var isSound = false;
        try
        {
            var reading = ReadWithinLimitsAsync(worker, content, kind, start, cancellationToken);
            (var result, isSound) = await reading;
            return result;
        }
        finally
        {
            if (isSound && _isDisposed == 0)
            {
                _idle.Enqueue(worker);
            }
            else
            {
                worker.Dispose();
                if (_isDisposed == 0)
                    _idle.Enqueue(WorkerProcess.Start(_limits));
            }
        }
    }

    private WorkerProcess TakeWorker()
    {
        while (_idle.TryDequeue(out var worker))
        {
            if (!worker.HasExited)
                return worker;
            worker.Dispose();
        }

        return WorkerProcess.Start(_limits);
    }

    private async Task<(ExtractionResult? Result, bool IsSound)> ReadWithinLimitsAsync(WorkerProcess worker, ReadOnlyMemory<byte> content, DocumentKind kind, long start, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var deadline = Min(_time.GetElapsedTime(start) + _limits.TimeLimit, _limits.TotalTimeLimit);
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
                    deadline = _limits.TotalTimeLimit;
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
        catch (Exception exception) when (exception is IOException or InvalidDataException or ObjectDisposedException)
        {
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

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
