using System.Globalization;
using System.Text;

namespace InterviewService.Questions;

/// <summary>Text of a resume, made fit for a sentence.</summary>
internal static class Text
{
    /// <summary>White space and control characters as single spaces; without characters that turn the direction of what follows, or that nobody sees.</summary>
    public static string OneLine(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            // Joiners belong to the scripts that use them.
            if (char.GetUnicodeCategory(character) != UnicodeCategory.Format || character is '\u200C' or '\u200D')
                kept.Append(char.IsControl(character) ? ' ' : character);
        }

        return string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>At most <paramref name="length"/> UTF-16 units, cut between words where there are any, with an ellipsis.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;

        var cut = text.LastIndexOf(' ', length - 1);
        if (cut < length / 2)
            cut = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..cut].TrimEnd(' ', ',', ';', ':', '-', '–', '(') + "…";
    }

    /// <summary>As it can be stored: Postgres has no place for the character 0.</summary>
    public static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Letters and digits alone, lower case: two copies of a line compare equal whatever became of its spaces, bullets and dashes.</summary>
    public static string Comparable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                kept.Append(char.ToLowerInvariant(character));
        }

        return kept.ToString();
    }
}
