using System.Globalization;
using System.Text;

namespace ChatCvService.Sessions;

/// <summary>A title as part of an address: lower case, hyphens, at most 120 characters (CONTRACT.md, S3).</summary>
internal static class Slug
{
    public const int MaxLength = 120;

    /// <summary>Letters of any script stay, accents go; "document" when nothing is left.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        // U+FFFE is no character, and normalisation throws on it.
        foreach (var rune in title.Replace("\uFFFE", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                continue;
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = Cut(slug.ToString().Normalize(NormalizationForm.FormC), MaxLength);
        return text.Length > 0 ? text : "document";
    }

    /// <summary>The <paramref name="number"/>th document of this title: "my-cv-2".</summary>
    public static string Numbered(string slug, int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return Cut(slug, MaxLength - suffix.Length) + suffix;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length > length)
            text = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        return text.Trim('-');
    }
}
