namespace Microsoft.ML.OnnxRuntime.Tensors;

/// <summary>The .NET types of tensor elements; the 16-bit floats, complex numbers and strings have none here.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<Type, TensorElementType> OfTypes = new()
    {
        [typeof(float)] = TensorElementType.Float,
        [typeof(byte)] = TensorElementType.UInt8,
        [typeof(sbyte)] = TensorElementType.Int8,
        [typeof(ushort)] = TensorElementType.UInt16,
        [typeof(short)] = TensorElementType.Int16,
        [typeof(int)] = TensorElementType.Int32,
        [typeof(long)] = TensorElementType.Int64,
        [typeof(bool)] = TensorElementType.Bool,
        [typeof(double)] = TensorElementType.Double,
        [typeof(uint)] = TensorElementType.UInt32,
        [typeof(ulong)] = TensorElementType.UInt64,
    };

    private static readonly Dictionary<TensorElementType, Type> OfElements = OfTypes.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static TensorElementType Of(Type type) => OfTypes.GetValueOrDefault(type, TensorElementType.DataTypeMax);

    public static Type? Of(TensorElementType element) => OfElements.GetValueOrDefault(element);
}
