using System.Collections.Concurrent;

namespace ServiceDefaults.Messaging.DeadLetters;

/// <summary>The queues this service consumes from, noted down as the bus configures them.</summary>
internal sealed class ReceiveQueues
{
    private readonly ConcurrentDictionary<string, byte> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => [.. _names.Keys.Order(StringComparer.Ordinal)];

    public void Add(string name) => _names.TryAdd(name, 0);

    public bool Has(string name) => _names.ContainsKey(name);
}
