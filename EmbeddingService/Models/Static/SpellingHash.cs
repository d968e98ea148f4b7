using System.Buffers;
using System.Text;

namespace EmbeddingService.Models.Static;

/// <summary>
/// A word by its spelling: its 3-, 4- and 5-grams, with marks at both ends, hashed with signs into <see cref="Dimensions"/> dimensions (feature hashing,
/// Weinberger et al. 2009). Words that the table does not know, names and misspellings are told apart by it.
/// </summary>
internal static class SpellingHash
{
    public const int Dimensions = 128;

    private const int ShortestGram = 3;
    private const int LongestGram = 5;

    // Of a shorter word the whole is a feature of its own: its few n-grams are shared by many.
    private const int ShortWord = 3;

    private static readonly uint[] s_crc = CrcTable();

    // Every feature starts with the letter c, which the trainer's first prototype used to tell kinds of features apart.
    private static readonly uint s_start = Extend(uint.MaxValue, (byte)'c');

    /// <summary>Writes the unit vector of <paramref name="word"/>.</summary>
    /// <param name="word">One word, not empty.</param>
    /// <param name="vector">Of <see cref="Dimensions"/> elements.</param>
    public static void Write(ReadOnlySpan<char> word, Span<float> vector)
    {
        vector[..Dimensions].Clear();
        Span<byte> marked = stackalloc byte[(StaticTokens.MaxLength * 3) + 2];
        Span<int> starts = stackalloc int[StaticTokens.MaxLength + 3];
        var characters = Mark(word, marked, starts);

        for (var first = 0; first + ShortestGram <= characters; first++)
        {
            var hash = s_start;
            for (var length = 1; length <= LongestGram && first + length <= characters; length++)
            {
                hash = Extend(hash, marked[starts[first + length - 1]..starts[first + length]]);
                if (length >= ShortestGram)
                    Add(~hash, vector);
            }
        }

        if (word.Length < ShortWord)
            Add(~Extend(Extend(s_start, (byte)'='), marked[..starts[characters]]), vector);

        // Whole numbers until here: the root and the division are the only rounding.
        var squares = 0f;
        foreach (var value in vector[..Dimensions])
            squares += value * value;
        if (squares == 0)
            return;
        var norm = MathF.Sqrt(squares);
        for (var i = 0; i < Dimensions; i++)
            vector[i] /= norm;
    }

    // UTF-8 of the word between its marks, and where each character starts in it.
    private static int Mark(ReadOnlySpan<char> word, Span<byte> marked, Span<int> starts)
    {
        marked[0] = (byte)'<';
        (starts[0], starts[1]) = (0, 1);
        var (characters, end) = (1, 1);
        while (!word.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(word, out var rune, out var units) != OperationStatus.Done)
                rune = Rune.ReplacementChar;
            end += rune.EncodeToUtf8(marked[end..]);
            starts[++characters] = end;
            word = word[units..];
        }

        marked[end++] = (byte)'>';
        starts[++characters] = end;
        return characters;
    }

    private static void Add(uint crc, Span<float> vector)
    {
        var mixed = unchecked(crc * 2654435761);
        mixed ^= mixed >> 15;
        vector[(int)((mixed >> 1) % Dimensions)] += (mixed & 1) == 1 ? 1 : -1;
    }

    // CRC-32 of IEEE 802.3, the reflected polynomial, without the last inversion.
    private static uint Extend(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            crc = Extend(crc, value);
        return crc;
    }

    private static uint Extend(uint crc, byte value) => s_crc[(byte)crc ^ value] ^ (crc >> 8);

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            table[i] = crc;
        }

        return table;
    }
}
