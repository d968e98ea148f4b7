namespace Gateway.RateLimiting;

/// <summary>
/// Counts requests exactly: in no window of the given length, wherever it begins, are more than the limits let through. What is refused is not counted. Holds at most
/// one time for each request let through in the last window.
/// </summary>
internal sealed class RecentRequests(RateLimitOptions limits, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<long>> _byClient = new(StringComparer.Ordinal);
    private readonly Queue<long> _all = new();

    /// <summary>Lets a request through and counts it, or says how long to wait.</summary>
    public TimeSpan? WaitFor(string client)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            Forget(now);
            var own = _byClient.GetValueOrDefault(client);
            var wait = Max(Wait(_all, limits.InAll, now), own is null ? null : Wait(own, limits.PerClient, now));
            if (wait is not null)
                return wait;
            if (own is null)
                _byClient[client] = own = new Queue<long>();
            own.Enqueue(now);
            _all.Enqueue(now);
            return null;
        }
    }

    private void Forget(long now)
    {
        while (_all.TryPeek(out var oldest) && IsPast(oldest, now))
            _all.Dequeue();
        foreach (var (client, requests) in _byClient)
        {
            while (requests.TryPeek(out var oldest) && IsPast(oldest, now))
                requests.Dequeue();
            if (requests.Count == 0)
                _byClient.Remove(client);
        }
    }

    private bool IsPast(long request, long now) => time.GetElapsedTime(request, now) >= limits.Window;

    private TimeSpan? Wait(Queue<long> requests, int limit, long now) =>
        limit > 0 && requests.Count >= limit ? limits.Window - time.GetElapsedTime(requests.Peek(), now) : null;

    private static TimeSpan? Max(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other ?? one : one;
}
