using System.Collections.ObjectModel;

namespace Microsoft.ML.OnnxRuntime;

#pragma warning disable CA1711, CA1710 // The package's own name.

/// <summary>Values that are disposed of together.</summary>
public interface IDisposableReadOnlyCollection<T> : IReadOnlyCollection<T>, IDisposable
{
    T this[int index] { get; }
}

internal sealed class DisposableValues(OrtValue[] values) : ReadOnlyCollection<OrtValue>(values), IDisposableReadOnlyCollection<OrtValue>
{
    public void Dispose()
    {
        foreach (var value in this)
            value.Dispose();
    }
}
