using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Type and shape of an input or output of a model.</summary>
public unsafe class NodeMetadata
{
    private readonly OrtTensorTypeAndShapeInfo _tensor;

    /// <summary>Reads the native description, which stays its owner's.</summary>
    internal NodeMetadata(nint info)
    {
        int type;
        OrtApi.Check(OrtApi.GetOnnxTypeFromTypeInfo(info, &type));
        OnnxValueType = (OnnxValueType)type;
        if (!IsTensor)
            return;
        nint tensor;
        OrtApi.Check(OrtApi.CastTypeInfoToTensorInfo(info, &tensor));
        _tensor = new OrtTensorTypeAndShapeInfo(tensor);
    }

    public OnnxValueType OnnxValueType { get; }

    public bool IsTensor => OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR;

    /// <summary>-1 for an open dimension.</summary>
    /// <exception cref="OnnxRuntimeException">It is no tensor.</exception>
    public int[] Dimensions => Array.ConvertAll(Tensor.Shape, dimension => (int)dimension);

    /// <summary>A name for each open dimension; else empty.</summary>
    /// <exception cref="OnnxRuntimeException">It is no tensor.</exception>
    public string[] SymbolicDimensions => Tensor.SymbolicDimensions;

    /// <exception cref="OnnxRuntimeException">It is no tensor.</exception>
    public TensorElementType ElementDataType => Tensor.ElementDataType;

    /// <exception cref="OnnxRuntimeException">It is no tensor, or one of elements without a .NET type here.</exception>
    public Type ElementType => ElementTypes.Of(ElementDataType)
        ?? throw new OnnxRuntimeException(ErrorCode.NotImplemented, $"Elements of type {ElementDataType} are not covered.");

    private OrtTensorTypeAndShapeInfo Tensor => IsTensor ? _tensor : throw new OnnxRuntimeException(ErrorCode.InvalidArgument, "The value is no tensor.");
}
