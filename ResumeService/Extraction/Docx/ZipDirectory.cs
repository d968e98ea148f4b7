using System.Buffers.Binary;
using System.Text;

namespace ResumeService.Extraction.Docx;

/// <summary>An entry as the archive's central directory declares it.</summary>
internal sealed record ZipEntry(string Name, long PackedBytes, long ExpandedBytes, long HeaderOffset, int Method, bool IsEncrypted);

/// <summary>
/// An archive's central directory, read from the bytes without unpacking anything, so that limits are checked first.
/// .NET's own reader never expands an entry beyond the size declared here, so a declaration that lies low only truncates the entry.
/// </summary>
internal sealed record ZipDirectory(IReadOnlyList<ZipEntry> Entries)
{
    private const int EndRecordLength = 22;
    private const int EntryLength = 46;
    private const uint Unknown32 = uint.MaxValue;

    public long ExpandedBytes => Entries.Sum(entry => entry.ExpandedBytes);

    public ZipEntry? Find(string name) => Entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads at most <paramref name="maxEntries"/> + 1 entries; null when there is no sound directory.</summary>
    public static ZipDirectory? Read(ReadOnlySpan<byte> file, int maxEntries)
    {
        var end = FindEndRecord(file);
        if (end < 0)
            return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 12)..]);
        var declaredOffset = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]);
        if (length > end || declaredOffset > end - length)
            return null;

        var entries = new List<ZipEntry>();
        var rest = file.Slice((int)declaredOffset, (int)length);
        while (rest.Length >= EntryLength && rest.StartsWith("PK\x01\x02"u8) && entries.Count <= maxEntries)
        {
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]);
            var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            var whole = EntryLength + nameLength + extraLength + commentLength;
            if (whole > rest.Length)
                return null;
            long packed = BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]);
            long expanded = BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(rest[42..]);
            if (!ReadLargeSizes(rest.Slice(EntryLength + nameLength, extraLength), ref expanded, ref packed, ref offset))
                return null;
            entries.Add(new ZipEntry(
                Encoding.UTF8.GetString(rest.Slice(EntryLength, nameLength)).Replace('\\', '/'),
                packed,
                expanded,
                offset,
                BinaryPrimitives.ReadUInt16LittleEndian(rest[10..]),
                (BinaryPrimitives.ReadUInt16LittleEndian(rest[8..]) & 1) != 0));
            rest = rest[whole..];
        }

        return entries.Count == 0 ? null : new ZipDirectory(entries);
    }

    /// <summary>The entry's packed bytes, empty when its header does not stand where the directory says.</summary>
    public static ReadOnlySpan<byte> Packed(ReadOnlySpan<byte> file, ZipEntry entry)
    {
        const int headerLength = 30;
        if (entry.HeaderOffset < 0 || entry.HeaderOffset > file.Length - headerLength)
            return [];
        var header = file[(int)entry.HeaderOffset..];
        if (!header.StartsWith("PK\x03\x04"u8))
            return [];
        var data = headerLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return data > header.Length ? [] : header.Slice(data, (int)Math.Min(entry.PackedBytes, header.Length - data));
    }

    private static int FindEndRecord(ReadOnlySpan<byte> file)
    {
        var earliest = Math.Max(0, file.Length - EndRecordLength - ushort.MaxValue);
        var tail = file[earliest..];
        while (tail.LastIndexOf("PK\x05\x06"u8) is var at and >= 0)
        {
            if (at + EndRecordLength <= file.Length - earliest)
                return earliest + at;
            tail = tail[..at];
        }

        return -1;
    }

    /// <summary>Sizes that do not fit 32 bits stand in the extra field with id 1, each only when its own field says "unknown".</summary>
    private static bool ReadLargeSizes(ReadOnlySpan<byte> extra, ref long expanded, ref long packed, ref long offset)
    {
        if (expanded != Unknown32 && packed != Unknown32 && offset != Unknown32)
            return true;
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                return false;
            var field = extra.Slice(4, length);
            extra = extra[(4 + length)..];
            if (id != 1)
                continue;
            return Take(ref field, ref expanded) && Take(ref field, ref packed) && Take(ref field, ref offset);
        }

        return false;

        static bool Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value != Unknown32)
                return true;
            if (field.Length < 8)
                return false;
            value = BinaryPrimitives.ReadInt64LittleEndian(field);
            field = field[8..];
            return value >= 0;
        }
    }
}
