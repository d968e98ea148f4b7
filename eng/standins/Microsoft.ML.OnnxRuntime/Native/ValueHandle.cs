using System.Buffers;
using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime.Native;

/// <summary>A native value, and the pin of the managed memory that it reads and writes.</summary>
internal sealed unsafe class ValueHandle : SafeHandle
{
    private MemoryHandle _memory;

    /// <summary>Takes both over.</summary>
    public ValueHandle(nint value, MemoryHandle memory = default)
        : base(0, ownsHandle: true)
    {
        _memory = memory;
        SetHandle(value);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        OrtApi.ReleaseValue(handle);
        _memory.Dispose();
        return true;
    }
}
