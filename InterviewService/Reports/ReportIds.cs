using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace InterviewService.Reports;

/// <summary>S1's ids of 24 hex digits.</summary>
internal static class ReportIds
{
    private const int Bytes = 12;

    /// <summary>A new id: the second it was made in, then chance, so that ids sort by age.</summary>
    public static string New(DateTimeOffset now)
    {
        Span<byte> id = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(id);
        BinaryPrimitives.WriteUInt32BigEndian(id, (uint)now.ToUnixTimeSeconds());
        return Convert.ToHexStringLower(id);
    }

    /// <summary>Whether <paramref name="text"/> has the form of an id.</summary>
    public static bool IsOne(string text) => text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The user's integer id, always in the same digits.</summary>
    public static string OfUser(long userId) => userId.ToString("x24", CultureInfo.InvariantCulture);
}
