using ResumeService.Profiles.Dates;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Lines;

/// <summary>Joins lines again that a column's width broke inside a date, a title, a name or a row of contact facts.</summary>
/// <remarks>
/// A line can only have been broken when the next line's first word would not have fitted behind it; how much fits is learned from the longest
/// lines of the same column. That is needed, not enough: what the seam tears apart decides.
/// </remarks>
internal static class Unwrapper
{
    private const int LongestLine = 160;
    private const int LongestJoined = 320;

    /// <summary>Letters have different widths, so a full line may hold a few less than the fullest.</summary>
    private const double Full = 0.9;

    /// <summary>Points by which left edges in one column differ at most (indented lists).</summary>
    private const double ColumnTolerance = 40;

    public static List<ResumeLine> Join(List<ResumeLine> lines)
    {
        var capacities = Capacities(lines);
        var joined = new List<ResumeLine>(lines.Count);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            while (at + 1 < lines.Count && line.Text.Length < LongestJoined && BelongTogether(line, lines[at], lines[at + 1], capacities[at]))
                line = line with { Text = Seam(line.Text, lines[++at]) };

            var isFull = at + 1 < lines.Count && capacities[at] / SizeOf(lines[at]) <= LongestLine && !lines[at + 1].StartsBlock && IsFull(lines[at], lines[at + 1], capacities[at]);
            joined.Add(line with { IsFull = isFull });
        }

        return joined;
    }

    /// <summary>The line is so long that the next one's first word had no room in it.</summary>
    private static bool IsFull(ResumeLine line, ResumeLine next, double capacity)
    {
        var space = next.Text.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? next.Text.Length : space;
        return (line.Text.Length + 1 + word) * SizeOf(line) > capacity * Full;
    }

    /// <summary>For each line, how much the longest line of its column holds, in characters times their size.</summary>
    private static List<double> Capacities(List<ResumeLine> lines)
    {
        var byEdge = lines.GroupBy(line => (line.Page, Edge: (int)Math.Round(line.Left))).ToDictionary(group => group.Key, group => group.Max(line => line.Text.Length * SizeOf(line)));
        return lines.ConvertAll(line => byEdge.Where(edge => edge.Key.Page == line.Page && Math.Abs(edge.Key.Edge - line.Left) <= ColumnTolerance).Max(edge => edge.Value));
    }

    private static double SizeOf(ResumeLine line) => line.FontSize > 0 ? line.FontSize : 1;

    private static string Seam(string text, ResumeLine next)
    {
        var isBrokenWord = text.EndsWith('-') && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLetter(next.Text[0]);
        return isBrokenWord ? $"{text}{next.Text}" : next.IsBullet ? $"{text} - {next.Text}" : $"{text} {next.Text}";
    }

    private static bool BelongTogether(ResumeLine line, ResumeLine last, ResumeLine next, double capacity)
    {
        if (next.IsHeading != line.IsHeading || Math.Abs(SizeOf(next) - SizeOf(last)) > SizeOf(last) * 0.03 || last.Text.Length > LongestLine || next.Text.Length > LongestLine)
            return false;

        // "Apr 2019" | "- Present": the dash was taken for a bullet.
        if (next.IsBullet)
            return !next.StartsBlock && TearsDate(line.Text, $"- {next.Text}") && DateScanner.Find(line.Text) is [.., { IsRange: false } open] && open.End == line.Text.Length;

        if (TearsDate(line.Text, next.Text))
            return true;

        if (!next.StartsBlock && !line.IsBullet && char.IsUpper(next.Text[0]) && capacity / SizeOf(last) <= LongestLine && last.Text.Length < 70 && !Prose.Is(line.Text) && EndsInName(line.Text))
            return true;

        // A comma or a bar at the end of a row of contact facts leaves it open, however much room was left: the word behind it may be a long address.
        if (!next.StartsBlock && capacity / SizeOf(last) <= LongestLine && line.Text[^1] is ',' or '|' && IsContactRow(line.Text))
            return true;

        // Wide pages break prose only; a paragraph that was never broken has no column at all.
        if (next.StartsBlock || capacity / SizeOf(last) > LongestLine || !IsFull(last, next, capacity))
            return false;

        if (IsContactRow(line.Text))
            return TearsRow(line.Text, next.Text);

        return !line.IsBullet && !Prose.Is(line.Text) && char.IsUpper(next.Text[0]) && TearsName(line.Text, next.Text);
    }

    private static bool TearsDate(string text, string next)
    {
        if (!char.IsLetterOrDigit(next[0]) && next[0] is not ('-' or '–' or '—' or '(' or '\''))
            return false;

        // Only the seam can be torn: the last words of the one and the first of the other.
        var tail = text.Length > 40 ? text[^40..] : text;
        var head = next.Length > 30 ? next[..30] : next;
        var torn = DateScanner.Find($"{tail} {head}").FirstOrDefault(span => span.Start < tail.Length && span.End > tail.Length + 1);
        if (torn is null)
            return false;

        var endsOpen = tail[^1] is '-' or '–' or '—' or '−' or '~' || DateWords.Connectors.Contains(TextShape.Fold(tail[(tail.LastIndexOf(' ') + 1)..]));
        return endsOpen || !DateScanner.Find(tail).Any(own => own.IsRange && own.End >= tail.Length - 1);
    }

    private static bool IsContactRow(string text) => text.Contains('|', StringComparison.Ordinal) && (text.Contains('@', StringComparison.Ordinal) || text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains("www.", StringComparison.OrdinalIgnoreCase));

    /// <summary>A bar at the end, or a telephone number or place that goes on.</summary>
    private static bool TearsRow(string text, string next) =>
        text[^1] is '|' or ',' || next[0] is '|' || (char.IsAsciiDigit(next[0]) && (char.IsAsciiDigit(text[^1]) || text[^1] is ')' or '-')) || (next.Contains('|', StringComparison.Ordinal) && !next.Contains('@', StringComparison.Ordinal)) || (next.Length < 30 && next.Any(char.IsAsciiDigit));

    /// <summary>"General Manager at Salt &amp;": no name ends so, however much room was left.</summary>
    private static bool EndsInName(string text) => text.EndsWith(" &", StringComparison.Ordinal) || text.EndsWith(" at", StringComparison.Ordinal) || text.EndsWith(" @", StringComparison.Ordinal) || text.EndsWith(" of", StringComparison.Ordinal);

    private static bool TearsName(string text, string next)
    {
        if (text[^1] is ',' or '&' or '@' or '/' or '(' or '+' or '-' or '–' or '—' || Prose.EndsOpen(text) || text.Count(c => c == '(') > text.Count(c => c == ')'))
            return true;

        var ending = LastPiece(text);
        var opening = FirstPiece(next);
        var words = TextShape.Words(opening);
        if (words.Length == 0 || ending.Length == 0 || PlaceWords.IsPlace(ending) || DegreeWords.Contains(ending))
            return false;

        // "Senior Product Marketing" | "Manager": a bare title word closes what the line before has begun.
        if (words.Length == 1 && TitleWords.IsTitleWord(words[0]) && TitleWords.Score(ending) < 1 && OrganisationWords.Score(ending) < 1.2)
            return true;

        // "Lakeview" | "Medical Center", "Falcon Retail" | "Group": so does a word for an organisation.
        if (words.Length == 1 && OrganisationWords.IsNoun(words[0]) && TitleWords.Score(ending) < 1)
            return true;

        return OrganisationWords.IsNoun(words[0]) && OrganisationWords.Score(ending) < 1.2 && TitleWords.Score(ending) < 1 && !TitleWords.EndsLikeTitle(opening);
    }

    private static string LastPiece(string text)
    {
        var from = text.LastIndexOfAny([',', '|', '–', '—', '·', ':', '\t']);
        var at = text.LastIndexOf(" at ", StringComparison.Ordinal);
        return Separators.Trim(text[(Math.Max(from, at < 0 ? -1 : at + 3) + 1)..]);
    }

    private static string FirstPiece(string text)
    {
        var to = text.IndexOfAny([',', '|', '–', '—', '·', ':', '(', '\t']);
        var first = to < 0 ? text : text[..to];
        var date = DateScanner.Find(first);
        return Separators.Trim(date.Count > 0 ? first[..date[0].Start] : first);
    }
}
