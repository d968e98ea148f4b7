using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmbeddingService.Contracts;

namespace EmbeddingService.Chunks;

/// <summary>Ids of points: the same chunk of the same revision by the same model has the same id, whoever stores it and however often.</summary>
internal static class PointIds
{
    private static readonly Guid Namespace = new("5b6a3cf0-9f0b-4c1e-8f57-2d1f6f6f6a51");

    public static Guid Of(ResumeIndexed index, int number) =>
        Version5(Namespace, string.Create(CultureInfo.InvariantCulture, $"{index.ResumeId}/{index.Revision}/{index.Model}/{number}"));

    /// <summary>The name-based UUID of RFC 9562, section 5.5.</summary>
    internal static Guid Version5(Guid space, string name)
    {
        Span<byte> hashed = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        space.TryWriteBytes(hashed, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, hashed[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The RFC says SHA-1; nothing secret rests on it.
        SHA1.HashData(hashed[..length], hash);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
