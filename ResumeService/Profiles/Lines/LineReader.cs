using System.Globalization;
using System.Text;
using ResumeService.Extraction;
using ResumeService.Profiles.Dates;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Lines;

/// <summary>A document's lines, cleaned: bullets and icons noted, lines that were broken inside a date or a name joined again.</summary>
internal static class LineReader
{
    public static List<ResumeLine> Read(DocumentText document)
    {
        var lines = new List<ResumeLine>();
        var previousEnd = 0;
        var previousPage = 0;
        foreach (var line in document.Lines)
        {
            var (text, isBullet) = Clean(line.Text);
            var startsBlock = line.Page != previousPage || line.Start - previousEnd > 1;
            previousEnd = line.End;
            previousPage = line.Page;
            if (text.Length == 0 || IsNoise(text))
                continue;

            lines.Add(new ResumeLine
            {
                Text = text,
                Start = line.Start,
                IsBullet = isBullet,
                StartsBlock = startsBlock,
                IsHeading = line.IsHeading,
                FontSize = line.FontSize,
                Left = line.Left,
                Page = line.Page,
            });
        }

        return Unwrapper.Join(lines).ConvertAll(Described);
    }

    /// <summary>The line with its dates and shape looked up.</summary>
    public static ResumeLine Described(ResumeLine line)
    {
        var dates = DateScanner.Find(line.Text);
        var rest = dates.Count == 0 ? line.Text : Separators.Trim(Without(line.Text, dates));
        return line with { Dates = dates, WithoutDates = rest, IsProse = line.Text.Length > 200 || (rest.Length > 0 && Prose.Is(rest) && !IsMarkedName(line)) };
    }

    /// <summary>"Managed cloud hosting provider" opens like a sentence; the format says that it is none.</summary>
    private static bool IsMarkedName(ResumeLine line) => line.IsHeading && line.Text.Length <= 60 && char.IsUpper(line.Text[0]) && line.Text[^1] is not '.' && Prose.StartsWithVerb(line.Text);

    /// <summary>Text cut out at the dates; what stood around them keeps apart.</summary>
    private static string Without(string text, IReadOnlyList<DateSpan> dates)
    {
        var rest = new StringBuilder(text.Length);
        var from = 0;
        foreach (var date in dates)
        {
            rest.Append(text, from, date.Start - from).Append(" | ");
            from = date.End;
        }

        rest.Append(text, from, text.Length - from);
        return Separators.DropEmpty(rest.ToString());
    }

    /// <summary>"Page 2 of 3", "2/3" and a printed duration alone ("2 years 10 months") say nothing that other lines do not.</summary>
    private static bool IsNoise(string text)
    {
        if (text.Length > 32)
            return false;

        var words = TextShape.Words(text);
        return words.Length > 0 && (Array.TrueForAll(words, IsPageWord) || (words.Length is 2 or 4 or 5 && Array.TrueForAll(words, word => word == "and" || word.All(char.IsAsciiDigit) || DateWords.DurationUnits.Contains(word)) && words.Any(DateWords.DurationUnits.Contains) && words[0].All(char.IsAsciiDigit)));
    }

    private static bool IsPageWord(string word) => word is "page" or "seite" or "of" or "von" || (word.Length < 3 && word.All(char.IsAsciiDigit));

    private static (string Text, bool IsBullet) Clean(string raw)
    {
        var normal = Normalise(raw);
        var text = new StringBuilder(normal.Length);
        var isBullet = false;
        for (var at = 0; at < normal.Length; at++)
        {
            var c = normal[at];
            if (text.Length == 0 && Bullets.StartsAt(normal, at))
                isBullet = true;
            else if (Bullets.IsIcon(c) || c == '\t')
                text.Append(" | ");
            else if (char.IsHighSurrogate(c) && at + 1 < normal.Length && char.IsLowSurrogate(normal[at + 1]))
                _ = Rune.GetUnicodeCategory(new Rune(c, normal[at + 1])) is UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse ? text.Append(" | ") : text.Append(c).Append(normal[at + 1]);
            else if (char.IsControl(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format)
                continue;
            else
                text.Append(c);
        }

        return (Separators.DropEmpty(OneSpaced(TextShape.JoinSpacedLetters(text.ToString().Trim()))), isBullet);
    }

    /// <summary>Ligatures, full-width forms and fixed spaces as plain characters. Text with lone surrogates cannot be normalised and stays.</summary>
    private static string Normalise(string raw)
    {
        try
        {
            return raw.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return raw;
        }
    }

    private static string OneSpaced(string text)
    {
        // Three or more spaces are a column gap that extraction left in the line.
        var spaced = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] == ' ')
                end++;

            if (end == at)
                spaced.Append(text[at++]);
            else
            {
                spaced.Append(end - at > 2 ? " | " : " ");
                at = end;
            }
        }

        return spaced.ToString();
    }
}
