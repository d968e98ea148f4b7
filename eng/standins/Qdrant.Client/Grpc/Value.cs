using Google.Protobuf.Collections;

#pragma warning disable CA2225 // The conversions are the original's, which has no named alternates.
namespace Qdrant.Client.Grpc;

public sealed class ListValue
{
    public RepeatedField<Value> Values { get; } = [];
}

public sealed class Struct
{
    public MapField<string, Value> Fields { get; } = [];
}

/// <summary>A value of a payload: exactly one of the kinds.</summary>
public sealed class Value
{
    public enum KindOneofCase
    {
        None = 0,
        NullValue = 1,
        DoubleValue = 2,
        IntegerValue = 3,
        StringValue = 4,
        BoolValue = 5,
        StructValue = 6,
        ListValue = 7,
    }

    private object? _value;

    public KindOneofCase KindCase { get; private set; }

    public double DoubleValue
    {
        get => _value as double? ?? 0;
        set => Set(KindOneofCase.DoubleValue, value);
    }

    public long IntegerValue
    {
        get => _value as long? ?? 0;
        set => Set(KindOneofCase.IntegerValue, value);
    }

    public string StringValue
    {
        get => _value as string ?? "";
        set => Set(KindOneofCase.StringValue, value);
    }

    public bool BoolValue
    {
        get => _value is true;
        set => Set(KindOneofCase.BoolValue, value);
    }

    public Struct? StructValue
    {
        get => _value as Struct;
        set => Set(KindOneofCase.StructValue, value);
    }

    public ListValue? ListValue
    {
        get => _value as ListValue;
        set => Set(KindOneofCase.ListValue, value);
    }

    public static implicit operator Value(string value) => new() { StringValue = value };

    public static implicit operator Value(long value) => new() { IntegerValue = value };

    public static implicit operator Value(bool value) => new() { BoolValue = value };

    public static implicit operator Value(double value) => new() { DoubleValue = value };

    internal static Value Null() => new() { KindCase = KindOneofCase.NullValue };

    private void Set(KindOneofCase kind, object? value) => (KindCase, _value) = (kind, value);
}
