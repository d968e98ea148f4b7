namespace EmbeddingService.Models.Onnx;

/// <summary>
/// Texts that wait for a model, from all callers: each run takes the oldest and those that are about as long, whoever sent them. Bounded: what does not fit
/// is refused at once instead of waiting without end.
/// </summary>
/// <param name="capacity">Texts that may wait. A request that is larger than that is taken when nothing waits.</param>
/// <param name="maxBatch">Most texts of a run.</param>
/// <param name="workers">Who take from it: what waits is shared out, so that none stands idle.</param>
/// <param name="time">Measures the runs.</param>
internal sealed class EmbeddingQueue(int capacity, int maxBatch, int workers, TimeProvider time) : IDisposable
{
    /// <summary>Oldest texts among which a run's are chosen.</summary>
    private const int Window = 256;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _changes = new();
    private readonly LinkedList<WaitingText> _waiting = [];
    private readonly List<EmbeddingBatch> _running = [];
    private readonly SemaphoreSlim _signal = new(0);
    private double _secondsPerText = 0.01;
    private bool _closed;

    public int Capacity => capacity;

    /// <summary>Texts that wait or are being run.</summary>
    public int Length
    {
        get
        {
            lock (_changes)
                return _waiting.Count + _running.Sum(batch => batch.Texts.Count);
        }
    }

    /// <exception cref="EmbeddingQueueFullException">So many texts more do not fit.</exception>
    public void CheckRoom(int texts)
    {
        lock (_changes)
            CheckRoomLocked(texts);
    }

    /// <summary>Lets the request's texts wait; cancelling withdraws those that are not being run yet, and ends runs that nobody waits for.</summary>
    /// <exception cref="EmbeddingQueueFullException">They do not fit.</exception>
    /// <exception cref="ObjectDisposedException">Nobody takes from the queue any more.</exception>
    public async Task<float[][]> AnswerAsync(EmbeddingRequest request, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            CheckRoomLocked(request.Texts.Count);
            for (var number = 0; number < request.Texts.Count; number++)
                _waiting.AddLast(new WaitingText(request, number));
            _signal.Release(request.Texts.Count);
        }

        await using var withdrawal = cancellationToken.Register(() => Withdraw(request, cancellationToken));
        return await request.Answer;
    }

    /// <summary>Waits for the texts of the next run; null when the queue is closed.</summary>
    public EmbeddingBatch? Take()
    {
        while (true)
        {
            // One permit a text; a run that takes several, and a withdrawal, leave permits over, which find nothing and are gone.
            _signal.Wait();
            lock (_changes)
            {
                if (_closed)
                    return null;
                if (_waiting.Count == 0)
                    continue;
                var batch = new EmbeddingBatch(TakeAlike());
                _running.Add(batch);
                return batch;
            }
        }
    }

    public void Complete(EmbeddingBatch batch, float[][] vectors, long startedAt)
    {
        lock (_changes)
        {
            var seconds = time.GetElapsedTime(startedAt).TotalSeconds / batch.Texts.Count / workers;
            _secondsPerText = (0.9 * _secondsPerText) + (0.1 * seconds);
            for (var i = 0; i < vectors.Length; i++)
                batch.Texts[i].Request.Put(batch.Texts[i].Number, vectors[i]);
            Leave(batch);
        }
    }

    /// <summary>A run failed: its callers are told, and their other texts need no run any more.</summary>
    public void Fail(EmbeddingBatch batch, Exception exception)
    {
        lock (_changes)
        {
            foreach (var request in batch.Texts.Select(text => text.Request).Distinct())
            {
                request.Fail(exception);
                RemoveWaiting(request);
            }

            Leave(batch);
        }
    }

    /// <summary>Ends the runs and tells who waits.</summary>
    public void Close()
    {
        lock (_changes)
        {
            _closed = true;
            foreach (var text in _waiting)
                text.Request.Fail(new ObjectDisposedException(nameof(EmbeddingQueue)));
            _waiting.Clear();
            foreach (var batch in _running)
                batch.Options.Terminate = true;
            _signal.Release(workers);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    private void CheckRoomLocked(int texts)
    {
        if (_waiting.Count > 0 && _waiting.Count + texts > capacity)
        {
            var wait = TimeSpan.FromSeconds(Math.Ceiling(_waiting.Count * _secondsPerText));
            throw new EmbeddingQueueFullException(wait < LongestRetryAfter ? wait : LongestRetryAfter);
        }
    }

    private List<WaitingText> TakeAlike()
    {
        var oldest = _waiting.First!;
        var length = oldest.Value.Ids.Length;
        var count = Math.Min(maxBatch, (_waiting.Count + workers - 1) / workers);
        if (count == 1)
        {
            _waiting.Remove(oldest);
            return [oldest.Value];
        }

        var near = new List<LinkedListNode<WaitingText>>();
        for (var (node, seen) = (oldest, 0); node is not null && seen < Window; node = node.Next, seen++)
        {
            // Padding is computed for nothing: a quarter of the work at most.
            if (Math.Abs(node.Value.Ids.Length - length) <= length / 8 + 2)
                near.Add(node);
        }

        var chosen = near.OrderBy(node => Math.Abs(node.Value.Ids.Length - length)).Take(count).ToList();
        foreach (var node in chosen)
            _waiting.Remove(node);
        return [.. chosen.Select(node => node.Value)];
    }

    private void Withdraw(EmbeddingRequest request, CancellationToken cancellationToken)
    {
        lock (_changes)
        {
            request.Cancel(cancellationToken);
            RemoveWaiting(request);
            foreach (var batch in _running.Where(batch => batch.Texts.All(text => text.Request.Ended)))
                batch.Options.Terminate = true;
        }
    }

    private void RemoveWaiting(EmbeddingRequest request)
    {
        for (var node = _waiting.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Request == request)
                _waiting.Remove(node);
            node = next;
        }
    }

    private void Leave(EmbeddingBatch batch)
    {
        _running.Remove(batch);
        batch.Dispose();
    }
}
