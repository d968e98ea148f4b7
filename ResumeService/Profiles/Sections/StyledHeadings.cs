using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;
using ResumeService.Skills;

namespace ResumeService.Profiles.Sections;

/// <summary>
/// Finds the headings of a resume that calls its sections by names nobody has listed. All headings of a resume are set alike: for each way in which
/// some of its short lines stand out, the text is cut there, and the way whose pieces are most clearly jobs, schools and skills is taken.
/// </summary>
internal static class StyledHeadings
{
    private const int Fewest = 2;
    private const int Most = 14;
    private const int LongestHeading = 50;

    /// <summary>Indices of the headings with the kinds that their content and words give them; null when no style fits.</summary>
    public static Dictionary<int, SectionKind?>? Find(List<ResumeLine> lines, SkillMatcher skills)
    {
        Dictionary<int, SectionKind?>? best = null;
        var bestScore = Fewest - 1;
        foreach (var style in Enumerable.Range(0, lines.Count).Where(at => at > 0 && at + 1 < lines.Count && CanBeHeading(lines[at])).GroupBy(at => StyleOf(lines[at])))
        {
            var indices = style.ToList();
            if (indices.Count is < Fewest or > Most || !StandsOut(style.Key))
                continue;

            var kinds = Kinds(lines, indices, skills);
            var score = kinds.Values.Where(kind => kind is SectionKind.Experience or SectionKind.Education or SectionKind.Skills or SectionKind.Certifications).Distinct().Count();
            if (score > bestScore && kinds.ContainsValue(SectionKind.Experience))
                (best, bestScore) = (kinds, score);
        }

        return best;
    }

    private static Dictionary<int, SectionKind?> Kinds(List<ResumeLine> lines, List<int> indices, SkillMatcher skills)
    {
        var kinds = new Dictionary<int, SectionKind?>();
        for (var index = 0; index < indices.Count; index++)
        {
            var from = indices[index] + 1;
            var to = index + 1 < indices.Count ? indices[index + 1] : lines.Count;
            var content = lines.GetRange(from, to - from);
            var kind = BlockClassifier.Classify(content, skills);
            if (kind == SectionKind.Unknown)
                kind = HeadingReader.Read(lines[indices[index]].Text)?.Kind ?? (content.Any(line => line.IsProse) && index < 2 ? SectionKind.Summary : SectionKind.Unknown);

            kinds[indices[index]] = kind;
        }

        return kinds;
    }

    private static bool CanBeHeading(ResumeLine line) =>
        line.Text.Length is > 1 and <= LongestHeading && line.Dates.Count == 0 && !line.IsBullet && !line.Text.Contains('@', StringComparison.Ordinal) && !line.Text.Contains(',', StringComparison.Ordinal) && !line.Text.Contains('|', StringComparison.Ordinal)
        && line.Text.Any(char.IsLetter) && line.Text[^1] is not '.' && TitleWords.Score(line.Text) < 1.5 && !PlaceWords.IsPlace(line.Text);

    private static Style StyleOf(ResumeLine line) =>
        new(line.IsHeading, TextShape.IsUpperCase(line.Text), char.IsLetterOrDigit(line.Text[0]) ? ' ' : line.Text[0], line.Text.EndsWith(':'), (int)Math.Round(line.FontSize));

    private static bool StandsOut(Style style) => style.IsHeading || style.InCapitals || style.Decoration != ' ' || style.EndsWithColon;

    private sealed record Style(bool IsHeading, bool InCapitals, char Decoration, bool EndsWithColon, int FontSize);
}
