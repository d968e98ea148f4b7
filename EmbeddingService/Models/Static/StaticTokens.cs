using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EmbeddingService.Models.Static;

/// <summary>
/// The words of a text as the static model was trained on them and reads them: lower case, accents folded, addresses left out, "don't" as "do not".
/// <c>c++</c>, <c>c#</c>, <c>f#</c> and <c>.net</c> are words; a number of five digits or more is <see cref="LongNumber"/>. Letters of other scripts, of which
/// the table has no row, are words too, Chinese, Japanese and Korean in pairs of characters: they count by their spelling.
/// </summary>
internal static partial class StaticTokens
{
    public const string LongNumber = "<num>";

    /// <summary>Longest word in UTF-16 units; the rest of a longer one is left out.</summary>
    public const int MaxLength = 24;

    private const int MaxDigits = 4;
    private const int PatternTimeLimit = 10_000;

    /// <summary>The words of <paramref name="text"/> in order.</summary>
    public static Enumerator Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Enumerator(Normalize(text));
    }

    private static string Normalize(string text)
    {
        // Most texts hold none of these; looking for one character costs little beside a pattern.
        if (!Ascii.IsValid(text))
            text = Fold(text);
        if (text.Contains('@', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal))
            text = Address().Replace(text, " ");
        text = text.ToLowerInvariant();
        return text.AsSpan().IndexOfAny('\'', '\u2019') < 0 ? text : Clitic().Replace(
            NotClitic().Replace(Cannot().Replace(text, "cannot"), " not"), " ");
    }

    // Decomposed, stripped of the accents of Latin, Greek and Cyrillic, and composed again so that Korean syllables and Japanese voicing stay whole.
    private static string Fold(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A trade mark would become part of the word before it; U+FFFE is no character, and normalisation throws on it.
            if (rune.Value is not ('™' or '℠' or '\uFFFE'))
                whole.Append(rune.ToString());
        }

        var decomposed = whole.ToString().Normalize(NormalizationForm.FormKD);
        whole.Clear();
        foreach (var character in decomposed)
        {
            if (character is >= '\u0300' and <= '\u036F')
                continue;
            if (character < '\u0080' || Plain(character) is not { } plain)
                whole.Append(character);
            else
                whole.Append(plain);
        }

        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    // Latin letters that Unicode does not decompose.
    private static string? Plain(char letter) => letter switch
    {
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ħ' or 'Ħ' => "h",
        'ı' => "i",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        _ => null,
    };

    [GeneratedRegex(@"https?://\S+|\S+@\S+", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Address();

    [GeneratedRegex("can['\u2019]t", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Cannot();

    [GeneratedRegex(@"n['\u2019]t|['\u2019]t\b", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex NotClitic();

    [GeneratedRegex(@"['\u2019](s|re|ve|ll|d|m)\b", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Clitic();

    /// <summary>Walks over the words without a string for each.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<char> _text;
        private int _next;
        private int _pairsEnd;

        internal Enumerator(ReadOnlySpan<char> text) => _text = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _text.Length)
            {
                if (_next < _pairsEnd)
                {
                    Current = _text.Slice(_next, 2);
                    _next = _next + 2 < _pairsEnd ? _next + 1 : _pairsEnd;
                    return true;
                }

                var rest = _text[_next..];
                var length = LengthOfWord(rest);
                if (length == 0)
                {
                    _next++;
                    continue;
                }

                if (length > 1 && IsCjk(rest[0]))
                {
                    _pairsEnd = _next + length;
                    continue;
                }

                Current = length > MaxDigits && char.IsAsciiDigit(rest[0]) ? LongNumber : rest[..Math.Min(length, MaxLength)];
                _next += length;
                return true;
            }

            return false;
        }

        // 0 where no word starts.
        private static int LengthOfWord(ReadOnlySpan<char> rest) => rest[0] switch
        {
            'c' when rest.StartsWith("c++") => 3,
            'c' or 'f' when rest.Length > 1 && rest[1] == '#' => 2,
            '.' => rest.StartsWith(".net") && (rest.Length == 4 || !IsLatinOrDigit(rest[4])) ? 4 : 0,
            >= '0' and <= '9' => Digits(rest),
            >= 'a' and <= 'z' => Letters(rest) is var letters && Digits(rest[letters..]) is var digits
                ? letters + digits + Letters(rest[(letters + digits)..])
                : 0,
            < '\u0080' => 0,
            var first when IsCjk(first) => Run(rest, IsCjk),
            _ => Run(rest, IsOtherLetter),
        };

        private static int Letters(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('a', 'z') is >= 0 and var end ? end : text.Length;

        private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;

        private static int Run(ReadOnlySpan<char> text, Func<char, bool> belongs)
        {
            var length = 0;
            while (length < text.Length && belongs(text[length]))
                length++;
            return length;
        }

        private static bool IsLatinOrDigit(char character) => character is (>= 'a' and <= 'z') or (>= '0' and <= '9');

        private static bool IsOtherLetter(char character) => character >= '\u0080' && !IsCjk(character) && (char.IsLetter(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

        private static bool IsCjk(char character) => character is
            (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3')
            or (>= '\uF900' and <= '\uFAFF');
    }
}
