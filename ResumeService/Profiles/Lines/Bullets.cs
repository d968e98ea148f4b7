using System.Globalization;

namespace ResumeService.Profiles.Lines;

/// <summary>The signs that open list items, and the icons that stand for words such as "phone".</summary>
internal static class Bullets
{
    private const string Signs = "•●○◦▪▫■□◆◇▶►▸▹‣⁃∙·*✓✔➢➤➔→»›❖✦✧★☆⬥⬧⦁⚫·";
    private const string Dashes = "-–—−";

    /// <summary>A bullet or an icon opens the line here: a sign, or a dash with a space behind.</summary>
    public static bool StartsAt(string text, int at)
    {
        if (char.IsWhiteSpace(text[at]))
            return false;

        if (Signs.Contains(text[at], StringComparison.Ordinal) || IsIcon(text[at]))
            return true;

        if (Dashes.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]))
            return true;

        // "o " is what Word's second list level becomes in plain text.
        return text[at] == 'o' && at + 2 < text.Length && text[at + 1] == ' ' && char.IsUpper(text[at + 2]);
    }

    public static bool IsIcon(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse || c is >= '\u2600' and <= '\u27bf' or >= '\u25a0' and <= '\u25ff' or '\u260e' or '\ufffd';
}
