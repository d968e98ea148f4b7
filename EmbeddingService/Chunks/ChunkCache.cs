namespace EmbeddingService.Chunks;

/// <summary>
/// Resumes that were searched lately, in memory up to a limit. An entry says which version of the index it is a copy of; whoever takes it out has to know
/// the version of now, so that a change made by another replica is never overlooked, whether or not anybody told this one.
/// </summary>
/// <param name="maxBytes">Most memory for blocks; 0 keeps nothing.</param>
internal sealed class ChunkCache(long maxBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(long UserId, long ResumeId), LinkedListNode<Entry>> _entries = [];

    // Most recently used first.
    private readonly LinkedList<Entry> _order = [];

    /// <summary>Memory that the entries take, roughly.</summary>
    public long Bytes { get; private set; }

    public int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    public bool Contains(long userId, long resumeId)
    {
        lock (_lock)
            return _entries.ContainsKey((userId, resumeId));
    }

    /// <summary>The entry of this very version; one of another version is dropped.</summary>
    public ChunkBlock? Find(long userId, long resumeId, long version)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue((userId, resumeId), out var node))
                return null;
            if (node.Value.Version != version)
            {
                // A reader that was slow must not throw out what is newer than it knows.
                if (node.Value.Version < version)
                    Drop(node);
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Block;
        }
    }

    public void Put(long userId, long resumeId, long version, ChunkBlock block)
    {
        var bytes = block.Bytes;
        if (bytes > maxBytes)
            return;

        lock (_lock)
        {
            if (_entries.TryGetValue((userId, resumeId), out var held))
            {
                if (held.Value.Version >= version)
                    return;
                Drop(held);
            }

            _entries.Add((userId, resumeId), _order.AddFirst(new Entry(userId, resumeId, version, block, bytes)));
            Bytes += bytes;
            while (Bytes > maxBytes)
                Drop(_order.Last!);
        }
    }

    public void Remove(long userId, long resumeId)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue((userId, resumeId), out var node))
                Drop(node);
        }
    }

    public void RemoveUser(long userId)
    {
        lock (_lock)
        {
            foreach (var node in _entries.Values.Where(node => node.Value.UserId == userId).ToList())
                Drop(node);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _entries.Remove((node.Value.UserId, node.Value.ResumeId));
        Bytes -= node.Value.Bytes;
    }

    private sealed record Entry(long UserId, long ResumeId, long Version, ChunkBlock Block, long Bytes);
}
