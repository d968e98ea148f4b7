namespace EmbeddingService.Indexing;

/// <summary>
/// One at a time for one resume in this process. An upload asks for its index by request and by event at once: the second then finds the work done instead
/// of doing it again. Another replica may still do it twice, which the store settles.
/// </summary>
internal sealed class ResumeGate
{
    private readonly Dictionary<long, Entry> _entries = [];

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    public async Task<IDisposable> EnterAsync(long resumeId, CancellationToken cancellationToken)
    {
        Entry? entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(resumeId, out entry))
                _entries.Add(resumeId, entry = new Entry());
            entry.Users++;
        }

        try
        {
            await entry.Turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(resumeId, entry);
            throw;
        }

        return new Pass(this, resumeId, entry);
    }

    private void Leave(long resumeId, Entry entry)
    {
        lock (_entries)
        {
            if (--entry.Users > 0)
                return;
            _entries.Remove(resumeId);
        }

        entry.Turn.Dispose();
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Pass(ResumeGate gate, long resumeId, Entry entry) : IDisposable
    {
        public void Dispose()
        {
            entry.Turn.Release();
            gate.Leave(resumeId, entry);
        }
    }
}
