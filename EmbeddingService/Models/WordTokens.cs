using System.Globalization;
using System.Text;

namespace EmbeddingService.Models;

/// <summary>The words of a text as the hashed model counts them: lower case, accents folded, Chinese, Japanese and Korean in pairs of characters.</summary>
internal static class WordTokens
{
    /// <summary>Longest word in UTF-16 units; the rest of a longer one (a key, an encoded file) is a word of its own.</summary>
    public const int MaxWord = 64;

    /// <summary>The words of <paramref name="text"/> in order. <c>c++</c>, <c>c#</c> and <c>f#</c> keep their signs.</summary>
    public static IEnumerable<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = new StringBuilder();
        Rune? previous = null;
        var pairs = 0;
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            if (IsCjk(rune))
            {
                if (word.Length > 0)
                    yield return Take(word);
                if (previous is { } first)
                {
                    yield return first.ToString() + rune;
                    pairs++;
                }

                previous = rune;
                continue;
            }

            // A lone character has no partner to form a pair with.
            if (previous is { } lone && pairs == 0)
                yield return lone.ToString();
            (previous, pairs) = (null, 0);

            if (IsWordPart(rune) || (rune.Value is '+' or '#' && word.Length > 0))
            {
                word.Append(rune.ToString());
                if (word.Length >= MaxWord)
                    yield return Take(word);
            }
            else if (word.Length > 0)
            {
                yield return Take(word);
            }
        }

        if (word.Length > 0)
            yield return Take(word);
        if (previous is { } last && pairs == 0)
            yield return last.ToString();
    }

    private static string Take(StringBuilder word)
    {
        var taken = word.ToString();
        word.Clear();
        return taken;
    }

    // Decomposed, stripped of the accents of Latin, Greek and Cyrillic, and composed again so that Korean syllables and Japanese voicing stay whole.
    private static string Fold(string text)
    {
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var kept = new StringBuilder(decomposed.Length);
        foreach (var character in decomposed)
        {
            if (character is < '\u0300' or > '\u036F')
                kept.Append(character);
        }

        return kept.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    // Half a surrogate pair, as a cut in the middle of a character leaves it, cannot be normalised.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsCjk(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF);
}
