using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Where a tensor's memory is. Only the processor's own memory is covered.</summary>
public sealed unsafe class OrtMemoryInfo : SafeHandle
{
    private const int DeviceAllocator = 0;
    private const int DefaultMemory = 0;

#pragma warning disable CA1419 // Never made by the marshaller; the package has no such constructor either.
    private OrtMemoryInfo()
#pragma warning restore CA1419
        : base(0, ownsHandle: true)
    {
        nint info;
        OrtApi.Check(OrtApi.CreateCpuMemoryInfo(DeviceAllocator, DefaultMemory, &info));
        SetHandle(info);
    }

    /// <summary>The processor's memory; shared, never to be disposed.</summary>
    public static OrtMemoryInfo DefaultInstance { get; } = new();

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        OrtApi.ReleaseMemoryInfo(handle);
        return true;
    }
}
