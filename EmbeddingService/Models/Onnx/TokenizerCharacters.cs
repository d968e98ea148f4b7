using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace EmbeddingService.Models.Onnx;

/// <summary>What the tokenizer makes of one character.</summary>
internal enum CharacterKind
{
    /// <summary>Part of a word.</summary>
    Word,

    /// <summary>Leaves no trace: control and format characters, marks.</summary>
    Removed,

    /// <summary>Ends a word.</summary>
    Space,

    /// <summary>A word of its own.</summary>
    Alone,
}

/// <summary>
/// Characters as BERT's uncased tokenizer sees them: decomposed, without accents, in lower case. From a table of the project's own, so that neither .NET's
/// Unicode version, nor ICU's, nor globalization-invariant mode (where .NET does not decompose at all) changes a token, and with it a vector.
/// </summary>
internal sealed class TokenizerCharacters
{
    private const int LastHangul = FirstHangul + (19 * HangulPerLead) - 1;
    private const int FirstHangul = 0xAC00;
    private const int HangulPerLead = 21 * HangulPerVowel;
    private const int HangulPerVowel = 28;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11A7;

    private static readonly char[] Separators = [' ', '\n'];

    private readonly (int First, int Last)[] _removed;
    private readonly (int First, int Last)[] _spaces;
    private readonly (int First, int Last)[] _ideographs;
    private readonly (int First, int Last)[] _punctuation;
    private readonly FrozenDictionary<int, string> _becomes;
    private readonly CharacterKind[] _ascii = new CharacterKind[128];

    private TokenizerCharacters(Dictionary<string, string[]> sections)
    {
        _removed = ReadRanges(sections["removed"]);
        _spaces = ReadRanges(sections["space"]);
        _ideographs = ReadRanges(sections["ideograph"]);
        _punctuation = ReadRanges(sections["punctuation"]);
        _becomes = sections["becomes"].ToFrozenDictionary(
            entry => Hex(entry[..entry.IndexOf('=', StringComparison.Ordinal)]),
            entry => string.Concat(entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('+').Select(code => char.ConvertFromUtf32(Hex(code)))));
        for (var code = 0; code < _ascii.Length; code++)
            _ascii[code] = Classify(code);
    }

    public static TokenizerCharacters Table { get; } = Read();

    public CharacterKind KindOf(Rune rune) => rune.IsAscii ? _ascii[rune.Value] : Classify(rune.Value);

    /// <summary>Ideographs are words of their own before anything else happens to them; what they become is one too.</summary>
    public bool IsIdeograph(Rune rune) => !rune.IsAscii && Holds(_ideographs, rune.Value);

    /// <summary>Adds what is left of a character that is not <see cref="CharacterKind.Removed"/>.</summary>
    public void Append(StringBuilder word, Rune rune)
    {
        if (rune.IsAscii)
        {
            word.Append(char.ToLowerInvariant((char)rune.Value));
        }
        else if (rune.Value is >= FirstHangul and <= LastHangul)
        {
            var syllable = rune.Value - FirstHangul;
            word.Append((char)(FirstLead + (syllable / HangulPerLead))).Append((char)(FirstVowel + (syllable % HangulPerLead / HangulPerVowel)));
            if (syllable % HangulPerVowel is > 0 and var tail)
                word.Append((char)(BeforeFirstTail + tail));
        }
        else if (_becomes.TryGetValue(rune.Value, out var left))
        {
            word.Append(left);
        }
        else
        {
            Span<char> units = stackalloc char[2];
            word.Append(units[..rune.EncodeToUtf16(units)]);
        }
    }

    private static TokenizerCharacters Read()
    {
        using var stream = typeof(TokenizerCharacters).Assembly.GetManifestResourceStream("characters.v1.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var sections = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var section in reader.ReadToEnd().Split('[').Skip(1))
        {
            var end = section.IndexOf(']', StringComparison.Ordinal);
            sections[section[..end]] = section[(end + 1)..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        }

        return new TokenizerCharacters(sections);
    }

    private static (int First, int Last)[] ReadRanges(string[] entries) => Array.ConvertAll(entries, entry =>
    {
        var dash = entry.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Hex(entry), Hex(entry)) : (Hex(entry[..dash]), Hex(entry[(dash + 1)..]));
    });

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool Holds((int First, int Last)[] ranges, int code)
    {
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (code < ranges[middle].First)
                high = middle - 1;
            else if (code > ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    // What a character becomes decides whether it is punctuation: U+037E, the Greek question mark, becomes a semicolon.
    private CharacterKind Classify(int code) =>
        Holds(_removed, code) ? CharacterKind.Removed
        : Holds(_spaces, code) ? CharacterKind.Space
        : Holds(_punctuation, _becomes.TryGetValue(code, out var left) ? char.ConvertToUtf32(left, 0) : code) ? CharacterKind.Alone
        : CharacterKind.Word;
}
