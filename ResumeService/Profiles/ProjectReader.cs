using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;
using ResumeService.Skills;

namespace ResumeService.Profiles;

/// <summary>Reads named projects and what they are built with.</summary>
internal static class ProjectReader
{
    private const int MostProjects = 40;
    private const int MostLines = 600;
    private const int LongestName = 90;

    public static List<Project> Read(IReadOnlyList<ResumeLine> section, SkillMatcher skills)
    {
        var lines = section.Take(MostLines).ToList();
        var starts = Starts(lines);
        var projects = new List<Project>();
        for (var index = 0; index < starts.Count && projects.Count < MostProjects; index++)
        {
            var from = starts[index];
            var to = index + 1 < starts.Count ? starts[index + 1] : lines.Count;
            var (name, rest) = NameOf(lines[from]);
            if (name.Length is < 2 or > LongestName)
                continue;

            var text = string.Join('\n', lines.Skip(from).Take(to - from).Select(line => line.Text));
            var highlights = Highlights.Read(lines, from + 1, to);
            projects.Add(new Project
            {
                Name = name,
                TechStack = [.. skills.Find(text).Select(mention => mention.Skill.Name).Distinct(StringComparer.Ordinal)],
                Highlights = rest.Length > 0 && TitleWords.Score(rest) < 1 ? [rest, .. highlights] : highlights,
            });
        }

        return projects;
    }

    /// <summary>The lines that open a project.</summary>
    private static List<int> Starts(List<ResumeLine> lines)
    {
        var candidates = Enumerable.Range(0, lines.Count).Where(at => IsName(lines, at)).ToList();

        // Bullets alone: each item is a project ("- Name: what it does").
        if (candidates.Count == 0 || (lines.Count > 0 && lines[0].IsBullet && lines.TrueForAll(line => line.IsBullet || line.IsProse)))
            return [.. Enumerable.Range(0, lines.Count).Where(at => (lines[at].IsBullet || lines[at].StartsBlock || at == 0) && NameOf(lines[at]).Name is { Length: > 1 and <= LongestName } name && !Prose.Is(name))];

        return candidates;
    }

    /// <summary>A short line with a name in it, at the start of what is said about it.</summary>
    private static bool IsName(List<ResumeLine> lines, int at)
    {
        var line = lines[at];
        var name = NameOf(line).Name;
        if (line.IsBullet || Labels.StandsInside(line.Text) || name.Length is < 2 or > LongestName || Prose.Is(name) || char.IsLower(line.Text[0]))
            return false;

        if (PlaceWords.IsPlace(line.Text) || line.WithoutDates.Length == 0)
            return false;

        if (at == 0)
            return true;

        var before = lines[at - 1];
        // Under another name stand role, employer, dates or a stack, unless a blank line parts them.
        if (before.IsHead && !line.StartsBlock && !(EndsAWrappedText(lines, at - 1)))
            return line.Range is not null && at > 1 && lines[at - 1].Range is not null && line.WithoutDates.Length > 0;

        return before.IsBullet || before.IsProse || line.StartsBlock || EndsAWrappedText(lines, at - 1);
    }

    /// <summary>The line is the end of a sentence that was wrapped.</summary>
    private static bool EndsAWrappedText(List<ResumeLine> lines, int at) => lines[at].Text[^1] is '.' or '。' || Labels.StandsInside(lines[at].Text) || (at > 0 && lines[at - 1].IsProse && lines[at - 1].Text.Length > 40 && lines[at - 1].Text[^1] is not '.');

    /// <summary>"Name", "Name - what it does", "Name: ...", "Name | C#, SQL | 2020", "Name (2020)".</summary>
    private static (string Name, string Behind) NameOf(ResumeLine line)
    {
        var text = line.WithoutDates;
        var parts = Separators.Parts(text).ToList();
        if (parts.Count == 0)
            return ("", "");

        var name = parts[0];
        var rest = string.Join(" - ", parts.Skip(1));
        var colon = name.IndexOfAny([':', '：']);
        if (colon > 1 && colon < LongestName && !name[..colon].Contains("http", StringComparison.Ordinal))
            (name, rest) = (name[..colon], $"{name[(colon + 1)..].Trim()} {rest}".Trim());

        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open > 2 && (name[open..].Contains(',', StringComparison.Ordinal) || name[open..].Contains("http", StringComparison.OrdinalIgnoreCase) || name[open..].Contains("github", StringComparison.OrdinalIgnoreCase)))
            name = name[..open];

        return (Separators.Trim(name), rest);
    }
}
