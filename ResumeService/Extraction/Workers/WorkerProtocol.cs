using System.Buffers.Binary;
using System.Text;

namespace ResumeService.Extraction.Workers;

/// <summary>
/// What goes over a worker's standard input and output. To the worker: length (4 bytes, little endian), kind (1 byte), the document. From the worker: one byte
/// <see cref="Signal"/>, and behind <see cref="Signal.Result"/> a length and the result.
/// </summary>
internal static class WorkerProtocol
{
    // A resume's text is some kilobytes; what is longer than this comes from a worker gone wrong.
    private const int LongestResult = 64 * 1024 * 1024;

    internal enum Signal : byte
    {
        /// <summary>The worker has started and is warm. It comes once, before everything else.</summary>
        Ready = 3,

        Result = 1,

        /// <summary>The document has no text of its own and goes through OCR now.</summary>
        Recognizing = 2,
    }

    public static async Task WriteRequestAsync(Stream stream, ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken)
    {
        var head = new byte[5];
        BinaryPrimitives.WriteInt32LittleEndian(head, content.Length);
        head[4] = (byte)kind;
        await stream.WriteAsync(head, cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>The next document, or null when the other side has closed the stream.</summary>
    public static (byte[] Content, DocumentKind Kind)? ReadRequest(Stream stream)
    {
        Span<byte> head = stackalloc byte[5];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(head)];
        return stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length ? null : (content, (DocumentKind)head[4]);
    }

    public static void WriteSignal(Stream stream, Signal signal)
    {
        stream.WriteByte((byte)signal);
        stream.Flush();
    }

    public static void WriteResult(Stream stream, ExtractionResult result)
    {
        using var frame = new MemoryStream();
        frame.Write([(byte)Signal.Result, 0, 0, 0, 0]);
        using (var writer = new BinaryWriter(frame, Encoding.Unicode, leaveOpen: true))
            Write(writer, result);
        var bytes = frame.GetBuffer().AsSpan(0, (int)frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], bytes.Length - 5);
        stream.Write(bytes);
        stream.Flush();
    }

    /// <summary>The next signal, with the result when it is one.</summary>
    /// <exception cref="EndOfStreamException">The worker is gone.</exception>
    /// <exception cref="InvalidDataException">The worker wrote something else.</exception>
    public static async Task<(Signal Signal, ExtractionResult? Result)> ReadAnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[4];
        await stream.ReadExactlyAsync(head.AsMemory(0, 1), cancellationToken);
        switch ((Signal)head[0])
        {
            case Signal.Ready or Signal.Recognizing:
                return ((Signal)head[0], null);
            case Signal.Result:
                await stream.ReadExactlyAsync(head, cancellationToken);
                var length = BinaryPrimitives.ReadInt32LittleEndian(head);
                if (length is < 0 or > LongestResult)
                    throw new InvalidDataException("The worker's result has an impossible length.");
                var frame = new byte[length];
                await stream.ReadExactlyAsync(frame, cancellationToken);
                using (var reader = new BinaryReader(new MemoryStream(frame), Encoding.Unicode))
                    return (Signal.Result, Read(reader));
            default:
                throw new InvalidDataException("The worker sent an unknown signal.");
        }
    }

    private static void Write(BinaryWriter writer, ExtractionResult result)
    {
        writer.Write((sbyte)(result.Failure is { } failure ? (int)failure : -1));
        if (result.Document is not { } document)
            return;
        writer.Write(document.PageCount);
        writer.Write(document.FromOcr);
        writer.Write(document.Text);
        writer.Write(document.Lines.Count);
        foreach (var line in document.Lines)
        {
            writer.Write(line.Start);
            writer.Write(line.Text.Length);
            writer.Write(line.Page);
            writer.Write(line.FontSize);
            writer.Write(line.Left);
            writer.Write(line.IsHeading);
        }
    }

    private static ExtractionResult Read(BinaryReader reader)
    {
        if (reader.ReadSByte() is >= 0 and var failure)
            return ExtractionResult.Failed((ExtractionFailure)failure);
        var pageCount = reader.ReadInt32();
        var fromOcr = reader.ReadBoolean();
        var text = reader.ReadString();
        var lines = new DocumentLine[reader.ReadInt32()];
        for (var i = 0; i < lines.Length; i++)
        {
            var start = reader.ReadInt32();
            lines[i] = new DocumentLine(start, text.Substring(start, reader.ReadInt32()), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
        }

        return ExtractionResult.Success(new DocumentText { Text = text, Lines = lines, PageCount = pageCount, FromOcr = fromOcr });
    }
}
