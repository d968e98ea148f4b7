using System.Runtime.InteropServices;
using System.Text;

namespace Testing.Models;

/// <summary>Writes ONNX models: the part of the protobuf format (onnx.proto, IR version 8, opset 17) that tests need.</summary>
public sealed class OnnxFile
{
    private const int FloatType = 1;
    private const int Int64Type = 7;

    private readonly Message _graph = new();

    public OnnxFile() => _graph.Text(2, "test");

    /// <param name="name">Name of the input.</param>
    /// <param name="dimensions">Numbers, or names of open dimensions.</param>
    public OnnxFile Int64Input(string name, params string[] dimensions) => Value(11, name, Int64Type, dimensions);

    /// <inheritdoc cref="Int64Input"/>
    public OnnxFile FloatInput(string name, params string[] dimensions) => Value(11, name, FloatType, dimensions);

    /// <inheritdoc cref="Int64Input"/>
    public OnnxFile FloatOutput(string name, params string[] dimensions) => Value(12, name, FloatType, dimensions);

    public OnnxFile Constant(string name, ReadOnlySpan<float> values, params long[] dimensions) => Tensor(name, FloatType, MemoryMarshal.AsBytes(values), dimensions);

    public OnnxFile Constant(string name, ReadOnlySpan<long> values, params long[] dimensions) => Tensor(name, Int64Type, MemoryMarshal.AsBytes(values), dimensions);

    /// <param name="operation">Name of the ONNX operator.</param>
    /// <param name="inputs">Names, separated by spaces.</param>
    /// <param name="output">Name.</param>
    /// <param name="attributes">An int, a float or a long[] each.</param>
    public OnnxFile Node(string operation, string inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new Message();
        foreach (var input in inputs.Split(' '))
            node.Text(1, input);
        node.Text(2, output).Text(3, output).Text(4, operation);
        foreach (var (name, value) in attributes)
        {
            var attribute = new Message().Text(1, name);
            _ = value switch
            {
                float number => attribute.Float(2, number).Number(20, 1),
                int number => attribute.Number(3, number).Number(20, 2),
                long[] numbers => numbers.Aggregate(attribute, (message, number) => message.Number(8, number)).Number(20, 7),
                _ => throw new ArgumentException("An attribute is an int, a float or a long[].", nameof(attributes)),
            };
            node.Part(5, attribute);
        }

        _graph.Part(1, node);
        return this;
    }

    public byte[] Build() => new Message().Number(1, 8).Text(2, "tests").Part(7, _graph).Part(8, new Message().Text(1, "").Number(2, 17)).ToArray();

    private OnnxFile Value(int field, string name, int type, string[] dimensions)
    {
        var shape = new Message();
        foreach (var dimension in dimensions)
            shape.Part(1, long.TryParse(dimension, out var size) ? new Message().Number(1, size) : new Message().Text(2, dimension));
        _graph.Part(field, new Message().Text(1, name).Part(2, new Message().Part(1, new Message().Number(1, type).Part(2, shape))));
        return this;
    }

    private OnnxFile Tensor(string name, int type, ReadOnlySpan<byte> values, long[] dimensions)
    {
        var tensor = new Message();
        foreach (var dimension in dimensions)
            tensor.Number(1, dimension);
        _graph.Part(5, tensor.Number(2, type).Text(8, name).Bytes(9, values));
        return this;
    }

    private sealed class Message
    {
        private readonly MemoryStream _bytes = new();

        public Message Number(int field, long value)
        {
            Varint((ulong)field << 3);
            Varint((ulong)value);
            return this;
        }

        public Message Float(int field, float value)
        {
            Varint(((ulong)field << 3) | 5);
            _bytes.Write(MemoryMarshal.AsBytes([value]));
            return this;
        }

        public Message Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

        public Message Part(int field, Message part) => Bytes(field, part._bytes.GetBuffer().AsSpan(0, (int)part._bytes.Length));

        public Message Bytes(int field, ReadOnlySpan<byte> value)
        {
            Varint(((ulong)field << 3) | 2);
            Varint((ulong)value.Length);
            _bytes.Write(value);
            return this;
        }

        public byte[] ToArray() => _bytes.ToArray();

        private void Varint(ulong value)
        {
            for (; value >= 0x80; value >>= 7)
                _bytes.WriteByte((byte)(value | 0x80));
            _bytes.WriteByte((byte)value);
        }
    }
}
