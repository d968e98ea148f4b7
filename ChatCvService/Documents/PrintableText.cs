using System.Text;

namespace ChatCvService.Documents;

/// <summary>Text without what no file can hold or show: control characters other than line breaks and tabs, halves of surrogate pairs, noncharacters.</summary>
internal static class PrintableText
{
    public static string Of(string text)
    {
        if (!text.Any(character => char.IsControl(character) || char.IsSurrogate(character) || character >= '\uFFFE'))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isNoncharacter = (rune.Value & 0xFFFE) == 0xFFFE;
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && !isNoncharacter))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Split at line breaks: people and models put one between paragraphs, or two.</summary>
    public static IEnumerable<string> Paragraphs(string text) => text.Split(['\r', '\n', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
