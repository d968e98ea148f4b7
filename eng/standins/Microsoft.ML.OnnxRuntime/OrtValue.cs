using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>An input or output of a session. Dispose it: it owns native memory, or pins managed memory.</summary>
public sealed unsafe class OrtValue : IDisposable
{
    /// <summary>Takes a native value over.</summary>
    internal OrtValue(ValueHandle handle)
    {
        Handle = handle;
        using var self = new HandleLease(handle);
        int type;
        OrtApi.Check(OrtApi.GetValueType(self.Value, &type));
        OnnxType = (OnnxValueType)type;
    }

    public OnnxValueType OnnxType { get; }

    public bool IsTensor => OnnxType == OnnxValueType.ONNX_TYPE_TENSOR;

    internal ValueHandle Handle { get; }

    /// <summary>A tensor in managed memory, which is pinned, not copied, until the value is disposed.</summary>
    /// <param name="data">At least as many elements as the shape has.</param>
    /// <param name="shape">The dimensions.</param>
    /// <exception cref="OnnxRuntimeException">The memory is too small, or its type is none of a tensor's.</exception>
    public static OrtValue CreateTensorValueFromMemory<T>(T[] data, long[] shape)
        where T : unmanaged => CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, new Memory<T>(data), shape);

    /// <inheritdoc cref="CreateTensorValueFromMemory{T}(T[], long[])"/>
    /// <param name="memoryInfo">Where the memory is.</param>
    /// <param name="memory">At least as many elements as the shape has.</param>
    /// <param name="shape">The dimensions.</param>
    public static OrtValue CreateTensorValueFromMemory<T>(OrtMemoryInfo memoryInfo, Memory<T> memory, long[] shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(memoryInfo);
        ArgumentNullException.ThrowIfNull(shape);
        var element = ElementTypes.Of(typeof(T));
        if (element == TensorElementType.DataTypeMax)
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Elements of type {typeof(T)} are not covered.");

        var count = 1L;
        foreach (var dimension in shape)
            count = dimension >= 0 ? checked(count * dimension) : throw new OnnxRuntimeException(ErrorCode.InvalidArgument, "A dimension is negative.");
        if (count > memory.Length)
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"The shape has {count} elements, the memory only {memory.Length}.");

        var pin = memory.Pin();
        try
        {
            using var info = new HandleLease(memoryInfo);
            nint value;
            fixed (long* dimensions = shape)
            {
                OrtApi.Check(OrtApi.CreateTensorWithDataAsOrtValue(
                    info.Value, pin.Pointer, (nuint)memory.Length * (nuint)sizeof(T), dimensions, (nuint)shape.Length, (int)element, &value));
            }

            return new OrtValue(new ValueHandle(value, pin));
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>The tensor's elements, valid until the value is disposed.</summary>
    /// <exception cref="OnnxRuntimeException">The value is no tensor of elements of this type.</exception>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged => GetTensorMutableDataAsSpan<T>();

    /// <inheritdoc cref="GetTensorDataAsSpan{T}"/>
    public Span<T> GetTensorMutableDataAsSpan<T>()
        where T : unmanaged
    {
        var shape = GetTensorTypeAndShape();
        if (ElementTypes.Of(typeof(T)) != shape.ElementDataType)
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"The tensor holds elements of type {shape.ElementDataType}, not {typeof(T)}.");
        if (shape.ElementCount == 0)
            return [];

        using var self = new HandleLease(Handle);
        void* data;
        OrtApi.Check(OrtApi.GetTensorMutableData(self.Value, &data));
        return new Span<T>(data, checked((int)shape.ElementCount));
    }

    /// <exception cref="OnnxRuntimeException">The value is no tensor.</exception>
    public OrtTensorTypeAndShapeInfo GetTensorTypeAndShape()
    {
        if (!IsTensor)
            throw new OnnxRuntimeException(ErrorCode.InvalidArgument, "The value is no tensor.");

        using var self = new HandleLease(Handle);
        nint info;
        OrtApi.Check(OrtApi.GetTensorTypeAndShape(self.Value, &info));
        try
        {
            return new OrtTensorTypeAndShapeInfo(info);
        }
        finally
        {
            OrtApi.ReleaseTensorTypeAndShapeInfo(info);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();
}
