using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Type and shape of a tensor.</summary>
public readonly unsafe struct OrtTensorTypeAndShapeInfo
{
    /// <summary>Reads the native description, which stays its owner's.</summary>
    internal OrtTensorTypeAndShapeInfo(nint info)
    {
        int element;
        OrtApi.Check(OrtApi.GetTensorElementType(info, &element));
        ElementDataType = (TensorElementType)element;
        nuint rank;
        OrtApi.Check(OrtApi.GetDimensionsCount(info, &rank));
        DimensionsCount = (int)rank;
        Shape = new long[rank];
        var symbols = new byte*[rank];
        fixed (long* shape = Shape)
            OrtApi.Check(OrtApi.GetDimensions(info, shape, rank));
        fixed (byte** names = symbols)
            OrtApi.Check(OrtApi.GetSymbolicDimensions(info, names, rank));
        SymbolicDimensions = new string[rank];
        for (var i = 0; i < symbols.Length; i++)
            SymbolicDimensions[i] = System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)symbols[i]) ?? "";
        nuint count;
        // A description with open dimensions has no number of elements; the library answers a large number or an error.
        if (Shape.All(dimension => dimension >= 0))
            OrtApi.Check(OrtApi.GetTensorShapeElementCount(info, &count));
        else
            count = 0;
        ElementCount = (long)count;
    }

    public TensorElementType ElementDataType { get; }

    public bool IsString => ElementDataType == TensorElementType.String;

    /// <summary>Product of the dimensions.</summary>
    public long ElementCount { get; }

    public int DimensionsCount { get; }

    /// <summary>Its dimensions; -1 for one that is open.</summary>
    public long[] Shape { get; }

    /// <summary>A name for each dimension that is open; else empty.</summary>
    public string[] SymbolicDimensions { get; }
}
