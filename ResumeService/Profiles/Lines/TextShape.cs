using System.Globalization;
using System.Text;

namespace ResumeService.Profiles.Lines;

/// <summary>What can be said of a piece of text without knowing its words.</summary>
internal static class TextShape
{
    private const string WideSpace = "  ";

    /// <summary>Lower case, without accents.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;

            _ = c switch
            {
                'ß' => folded.Append("ss"),
                'ł' => folded.Append('l'),
                'ø' => folded.Append('o'),
                'đ' => folded.Append('d'),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'ı' => folded.Append('i'),
                '’' or 'ʼ' or '`' or '´' => folded.Append('\''),
                _ => folded.Append(c),
            };
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Words of letters and digits, folded; the marks of names such as C++, .NET, R&amp;D and O'Neil stay in their word.</summary>
    public static string[] Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Fold(text))
        {
            if (IsCjk(c))
            {
                Flush(words, word);
                words.Add(c.ToString());
            }
            else if (char.IsLetterOrDigit(c) || c is '+' or '#' or '\'' || (c == '&' && word.Length > 0))
            {
                word.Append(c);
            }
            else if (c != '.' || word.Length == 0)
            {
                Flush(words, word);
            }
        }

        Flush(words, word);
        return [.. words];

        static void Flush(List<string> words, StringBuilder word)
        {
            var text = word.ToString().Trim('\'', '&');
            if (text.Length > 0)
                words.Add(text);

            word.Clear();
        }
    }

    public static bool IsCjk(char c) => c is (>= '\u3400' and <= '\u9fff') or (>= '\u3040' and <= '\u30ff') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff');

    public static bool HasCjk(string text) => text.Any(IsCjk);

    /// <summary>More than one letter, and none of them lower case.</summary>
    public static bool IsUpperCase(string text) => text.Count(char.IsUpper) > 1 && !text.Any(char.IsLower);

    /// <summary>"E X P E R I E N C E": at least four letters, each alone. Words stay apart where the gap between letters is wider.</summary>
    public static string JoinSpacedLetters(string text)
    {
        var letters = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (letters.Length < 4 || letters.Count(letter => letter.Length == 1 && char.IsLetter(letter[0])) < 4 || letters.Any(letter => letter.Length > 1 && letter != "&"))
            return text;

        return string.Join(' ', text.Split(WideSpace, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => word.Replace(" ", "", StringComparison.Ordinal)));
    }

    /// <summary>"JOHN McDONALD-SMITH" as "John McDonald-Smith"; text that is not in capitals stays as it is.</summary>
    public static string Decapitalise(string text)
    {
        if (!IsUpperCase(text))
            return text;

        var shaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var starts = at == 0 || !(char.IsLetter(text[at - 1]) || (text[at - 1] is '\'' or '’' && at > 2 && char.IsLetter(text[at - 2]) && char.IsLetter(text[at - 3])));
            shaped.Append(starts ? text[at] : char.ToLowerInvariant(text[at]));
        }

        return shaped.ToString();
    }
}
