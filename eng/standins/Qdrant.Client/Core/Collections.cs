using System.Collections.ObjectModel;

namespace Google.Protobuf.Collections;

/// <summary>A message's list: set by a collection initializer, which also takes whole sequences.</summary>
public sealed class RepeatedField<T> : Collection<T>
{
    public void Add(IEnumerable<T> values) => AddRange(values);

    public void AddRange(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            Add(value);
    }
}

/// <summary>A message's map.</summary>
public sealed class MapField<TKey, TValue> : Dictionary<TKey, TValue>
    where TKey : notnull
{
    public void Add(IDictionary<TKey, TValue> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (key, value) in entries)
            Add(key, value);
    }
}
