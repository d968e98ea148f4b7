using ResumeService.Extraction;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Sections;
using ResumeService.Profiles.Vocabulary;
using ResumeService.Skills;

namespace ResumeService.Profiles;

/// <summary>Gathers the mentions of each skill, and what the resume itself lists as a skill although the ontology does not know it.</summary>
internal static class SkillReader
{
    /// <summary>Category of listed skills that the ontology does not know.</summary>
    public const string OtherCategory = "Other";

    private const int MostOthers = 40;
    private const int LongestItem = 32;
    private const int MostWords = 3;

    public static List<ProfileSkill> Read(DocumentText document, IReadOnlyList<Section> sections, SkillMatcher skills)
    {
        // "No experience with PHP" is no mention of it.
        var lists = sections.Where(section => section.Kind == SectionKind.Skills).SelectMany(section => section.Lines).ToList();
        var mentions = skills.Find(document.Text)
            .Where(mention => !mention.Negated && (!mention.Skill.IsField || lists.Exists(line => line.Start <= mention.Start && mention.Start < line.Start + line.Text.Length)))
            .ToList();
        var covered = mentions.ConvertAll(mention => (mention.Start, mention.End));
        var found = mentions.ConvertAll(mention => new Listed(mention.Skill.Id, mention.Skill.Name, mention.Skill.Category, mention.Start, mention.Length));
        var others = 0;
        foreach (var (item, start) in Items(document, sections))
        {
            if (covered.Exists(span => span.Start < start + item.Length && start < span.End))
                continue;

            // On a list of skills a word such as "Go" needs no other context.
            if (skills.Find($"Skills: {item}") is [var known] && known.Length == item.Length)
                found.Add(new Listed(known.Skill.Id, known.Skill.Name, known.Skill.Category, start, item.Length));
            else if (others++ < MostOthers)
                found.Add(new Listed(Slug(item), item, OtherCategory, start, item.Length));
        }

        return [.. found
            .OrderBy(listed => listed.Start)
            .GroupBy(listed => listed.Id, StringComparer.Ordinal)
            .Select(group => new ProfileSkill(group.Key, group.First().Name, group.First().Category, [.. group.Select(listed => new TextSpan(listed.Start, listed.Length))]))];
    }

    /// <summary>The items of the resume's own lists of skills, each with its place in the text.</summary>
    private static IEnumerable<(string Item, int Start)> Items(DocumentText document, IReadOnlyList<Section> sections)
    {
        foreach (var section in sections.Where(section => section is { Kind: SectionKind.Skills, Heading: not null }))
        {
            // Beside lists with commas a line without one is the name of a group.
            var hasLists = section.Lines.Any(line => line.Text.Contains(',', StringComparison.Ordinal) || line.Text.Contains('|', StringComparison.Ordinal));
            foreach (var line in section.Lines.Where(line => line.Text.Length <= 400))
            {
                var colon = line.Text.IndexOfAny([':', '：']);
                var list = colon > 0 ? line.Text[(colon + 1)..] : line.Text;
                var isList = list.IndexOfAny([',', '|', '·', '•', ';', '、', '，']) >= 0;
                if (line.Dates.Count > 0 || (hasLists && !isList && colon < 0) || (!isList && line.IsProse))
                    continue;

                foreach (var raw in list.Split([',', '|', '·', '•', ';', '、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    var item = WithoutLevel(raw);
                    if (IsSkill(item) && document.Text.IndexOf(item, line.Start, Math.Min(document.Text.Length - line.Start, (line.Text.Length * 2) + 80), StringComparison.Ordinal) is >= 0 and var start)
                        yield return (item, start);
                }
            }
        }
    }

    private static bool IsSkill(string item)
    {
        if (item.Length is < 2 or > LongestItem || !char.IsLetter(item[0]) || item.Any(c => c is '@' or '/' or '(' or ')' or '"' or '%' or ':' or '.' && item[^1] == '.'))
            return false;

        var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && !SkillLevels.IsLevel(item) && !Prose.StartsWithVerb(item) && !Prose.EndsOpen(item) && !Prose.EndsOpen(words[0]) && !PlaceWords.IsPlace(item) && HeadingReader.Read(item) is null;
    }

    /// <summary>"Python (expert)", "Python - 5 years" without the level.</summary>
    private static string WithoutLevel(string item)
    {
        var open = item.IndexOf('(', StringComparison.Ordinal);
        var plain = open > 1 ? item[..open] : item;
        var dash = plain.IndexOf(" - ", StringComparison.Ordinal);
        if (dash < 0)
            dash = plain.IndexOf(" – ", StringComparison.Ordinal);

        return Separators.Trim((dash > 1 && SkillLevels.IsLevel(plain[(dash + 3)..]) ? plain[..dash] : plain).TrimEnd('.'));
    }

    private static string Slug(string item) => string.Join('-', TextShape.Words(item)).Trim('-') is { Length: > 0 } slug ? slug : TextShape.Fold(item);

    private sealed record Listed(string Id, string Name, string Category, int Start, int Length);
}
