using System.Globalization;
using System.Text;

namespace ResumeService.Extraction;

/// <summary>Makes one spelling of what formats and fonts write differently. Scripts are kept as they are.</summary>
internal static class TextNormalizer
{
    /// <summary>
    /// One line: control characters and soft hyphens gone, ligatures opened, every kind of blank a space, blanks run together, a leading bullet sign written as <c>- </c>.
    /// A tab stays one, because it marks a wide gap.
    /// </summary>
    public static string Line(string text)
    {
        if (IsPlain(text))
            return text;
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\t':
                    TrimEnd(line);
                    if (line.Length > 0)
                        line.Append('\t');
                    continue;
                case '\u00ad' when i == text.Length - 1 && line.Length > 0:
                    // A soft hyphen that is drawn: the word goes on in the next line.
                    line.Append('-');
                    continue;
                case '\u00ad' or '\u200b' or '\u2060' or '\ufeff' or '\ufffe' or '\uffff':
                    continue;
                case >= '\ufb00' and <= '\ufb06':
                    line.Append(Ligatures[c - '\ufb00']);
                    continue;
                case '\ufffd':
                    continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                line.Append(c).Append(text[++i]);
                continue;
            }

            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    if (line.Length > 0 && line[^1] is not (' ' or '\t'))
                        line.Append(' ');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
                    break;
                case UnicodeCategory.PrivateUse:
                    // Symbol fonts put their bullets here, icon fonts their icons; only the bullets say something to a reader of text.
                    if (line.Length == 0 && IsSymbolBullet(c))
                        line.Append('\u2022');
                    break;
                default:
                    line.Append(c);
                    break;
            }
        }

        TrimEnd(line);
        return WithPlainBullet(line);
    }

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ')
            return text.Length == 0;
        if (text[0] is '*' or 'o')
            return false;
        var previous = '\0';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && previous == ' '))
                return false;
            previous = c;
        }

        return true;
    }

    private static void TrimEnd(StringBuilder line)
    {
        while (line.Length > 0 && line[^1] is ' ' or '\t')
            line.Length--;
    }

    private static string WithPlainBullet(StringBuilder line)
    {
        if (line.Length == 0 || !IsBullet(line[0]))
            return line.ToString();
        var text = 1;
        while (text < line.Length && (line[text] is ' ' or '\t' || IsBullet(line[text])))
            text++;

        // A lone sign, or one that is part of a word (an asterisk, the letter o), is no bullet.
        var isSign = line[0] is not ('*' or 'o');
        if (text == line.Length)
            return isSign ? "" : line.ToString();
        if (text == 1 && !isSign)
            return line.ToString();
        return "- " + line.ToString(text, line.Length - text);
    }

    /// <summary>Bullets, squares, arrows and check marks of Symbol and Wingdings, which are mapped to the private area.</summary>
    public static bool IsSymbolBullet(char c) => c is '\uf0b7' or '\uf0a7' or '\uf0a8' or '\uf0d8' or '\uf076' or '\uf0fc' or '\uf06c' or '\uf06e' or '\uf071' or '\uf075';

    private static bool IsBullet(char c) =>
        c is '\u2022' or '\u2023' or '\u2043' or '\u204c' or '\u204d' or '\u2219' or '\u25a0' or '\u25a1' or '\u25aa' or '\u25ab' or '\u25b6' or '\u25b8' or '\u25ba' or '\u25c6' or '\u25c7' or '\u25cb' or '\u25cf'
            or '\u25d8' or '\u25e6' or '\u2756' or '\u2794' or '\u27a2' or '\u27a4' or '\u2192' or '\u29bf' or '\u2713' or '\u2714' or '\u00b7' or '*' or 'o';
}
