using System.Text.RegularExpressions;
using ResumeService.Profiles.Dates;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Contacts;

/// <summary>Finds a telephone number as people print them all over the world, as printed.</summary>
internal static class PhoneReader
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    private static readonly Regex Pattern = new(
        @"(\+|00)?\(?\+?[0-9][0-9()\s.\-–‑/]{5,24}[0-9](\s?(x|ext\.?|extension)\s?[0-9]{1,6})?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly string[] Marks = ["phone", "tel", "mobile", "cell", "mob", "handy", "telefon", "movil", "portable", "fon", "whatsapp", "电话", "手机", "電話", "call"];

    /// <summary>The number beside a word such as "phone", else the most telling one.</summary>
    public static string? Read(IReadOnlyList<ResumeLine> lines)
    {
        string? best = null;
        var bestScore = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Text.Length > 300)
                continue;

            var marked = HasMark(line.Text) || (at > 0 && lines[at - 1].Text.Length < 16 && HasMark(lines[at - 1].Text));
            foreach (Match match in Pattern.Matches(line.Text))
            {
                var (text, index) = WithoutPostcode(match);
                var score = Score(text, index, line, marked);
                if (score > bestScore)
                    (best, bestScore) = (text.Trim(), score);
            }
        }

        return best;
    }

    public static string? ReadLabelled(IReadOnlyList<ResumeLine> lines) => Read([.. lines.Where(line => line.Text.Length < 120 && HasMark(line.Text))]);

    /// <summary>"94588 (555) 123-4567": what stands in front of a country code or an area code in brackets is another number.</summary>
    private static (string Text, int Index) WithoutPostcode(Match match)
    {
        var opening = match.Value.LastIndexOf('+');
        if (opening <= 0)
            opening = match.Value.IndexOf('(', StringComparison.Ordinal);

        var isOther = opening > 4 && match.Value[..opening].Count(char.IsAsciiDigit) >= 4;
        return isOther ? (match.Value[opening..], match.Index + opening) : (match.Value, match.Index);
    }

    private static int Score(string text, int index, ResumeLine line, bool marked)
    {
        var digits = text.Count(char.IsAsciiDigit);
        if (digits is < FewestDigits or > MostDigits + 4)
            return 0;

        var before = index > 0 ? line.Text[index - 1] : ' ';
        var after = index + text.Length < line.Text.Length ? line.Text[index + text.Length] : ' ';
        if (char.IsLetterOrDigit(before) || before is '$' or '€' or '/' or '#' or '@' or '_' or '=' || char.IsLetterOrDigit(after) || after is '%' or '@' or '_')
            return 0;

        // Dates, ranges of years and street numbers with postal codes look alike.
        if (DateScanner.Find(text).Any(date => date.IsRange || date.From.Month is not null || digits < 9))
            return 0;

        var hasPlus = text.StartsWith('+') || text.StartsWith("(+", StringComparison.Ordinal);
        var hasBrackets = text.Contains('(', StringComparison.Ordinal);
        var groups = text.Split([' ', '-', '.', '/', '(', ')', '–', '‑'], StringSplitOptions.RemoveEmptyEntries).Length;
        if (!hasPlus && !hasBrackets && !marked && (groups < 2 ? digits is < 10 or > 11 : digits < 9 && !(groups == 2 && digits == 7 && text.Contains('-', StringComparison.Ordinal))))
            return 0;

        // A sentence's numbers are amounts; a long line of contact facts is no sentence.
        if (line.IsProse && !marked && !hasPlus && !line.Text.Contains('@', StringComparison.Ordinal) && !line.Text.Contains('|', StringComparison.Ordinal))
            return 0;

        return 1 + (marked ? 4 : 0) + (hasPlus ? 3 : 0) + (hasBrackets ? 2 : 0) + (groups > 1 ? 1 : 0) + (digits is >= 9 and <= 13 ? 1 : 0);
    }

    private static bool HasMark(string text)
    {
        var folded = TextShape.Fold(text);
        foreach (var mark in Marks)
        {
            var at = folded.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetter(folded[at - 1])))
                return true;
        }

        return folded.StartsWith("m:", StringComparison.Ordinal) || folded.StartsWith("t:", StringComparison.Ordinal) || folded.StartsWith("p:", StringComparison.Ordinal) || folded.StartsWith("ph:", StringComparison.Ordinal);
    }
}
