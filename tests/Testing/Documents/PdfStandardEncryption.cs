using System.Security.Cryptography;
using System.Text;

namespace Testing.Documents;

/// <summary>
/// The standard security handler, version 1, revision 2 (ISO 32000-1, 7.6.3): RC4 with 40 bits. Weak by today's measure, and what a reader must recognise.
/// </summary>
internal sealed class PdfStandardEncryption
{
    public const string FileIdHex = "00112233445566778899AABBCCDDEEFF";

    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    private readonly byte[] _key;

    public PdfStandardEncryption(string userPassword)
    {
        const int permissions = -4;
        byte[] padded = [.. Encoding.Latin1.GetBytes(userPassword).Concat(Padding).Take(32)];
        var owner = Rc4(Md5(padded)[..5], padded);
        _key = Md5([.. padded, .. owner, .. BitConverter.GetBytes(permissions), .. Convert.FromHexString(FileIdHex)])[..5];
        Dictionary = $"<< /Filter /Standard /V 1 /R 2 /O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(Rc4(_key, Padding))}> /P {permissions} >>";
    }

    /// <summary>The value of the trailer's <c>/Encrypt</c>.</summary>
    public string Dictionary { get; }

    /// <summary>Encrypts an object's stream data in place of the plain one; objects without a stream hold no strings here and stay as they are.</summary>
    public byte[] EncryptStreamOf(byte[] body, int objectNumber)
    {
        var marker = "\nstream\n"u8;
        var start = body.AsSpan().IndexOf(marker);
        if (start < 0)
            return body;
        start += marker.Length;
        var end = body.AsSpan().LastIndexOf("\nendstream"u8);
        byte[] objectKey = [.. Md5([.. _key, (byte)objectNumber, (byte)(objectNumber >> 8), (byte)(objectNumber >> 16), 0, 0]).Take(10)];
        return [.. body[..start], .. Rc4(objectKey, body[start..end]), .. body[end..]];
    }

#pragma warning disable CA5351 // The format's own algorithm, not a choice.
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    private static byte[] Rc4(byte[] key, byte[] input)
    {
        var state = new byte[256];
        for (var i = 0; i < 256; i++)
            state[i] = (byte)i;
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var output = new byte[input.Length];
        for (int n = 0, i = 0, j = 0; n < input.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            output[n] = (byte)(input[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return output;
    }
}
