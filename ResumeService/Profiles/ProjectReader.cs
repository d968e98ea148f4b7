using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;
using ResumeService.Skills;

namespace ResumeService.Profiles;

/// <summary>Reads named projects and what they are built with.</summary>
/// <remarks>
/// A name opens each project, what is said about it follows. So a short line is a name when it stands at the section's start or behind text of the
/// project before; a short line under a name (role, employer, place) is none. Where the format marks some of the lines, those are the names.
/// </remarks>
internal static class ProjectReader
{
    private const int MostProjects = 40;
    private const int MostLines = 600;
    private const int LongestName = 90;

    private static readonly string[] NameLabels = ["project", "project name", "project title", "name", "title", "projekt", "projet", "proyecto", "项目", "项目名称", "项目名"];

    public static List<Project> Read(IReadOnlyList<ResumeLine> section, SkillMatcher skills)
    {
        var lines = section.Take(MostLines).ToList();
        var starts = Starts(lines, skills);
        var projects = new List<Project>();
        for (var index = 0; index < starts.Count && projects.Count < MostProjects; index++)
        {
            // Dates and the like in front of the first name belong to it.
            var from = starts[index];
            var to = index + 1 < starts.Count ? starts[index + 1] : lines.Count;
            var (name, behind) = NameOf(lines[from]);
            var text = string.Join('\n', lines.Skip(from).Take(to - from).Select(line => line.Text));
            var highlights = Highlights.Read(lines, from + 1, to);
            projects.Add(new Project
            {
                Name = name,
                TechStack = [.. skills.Find(text).Where(mention => !mention.Negated && !mention.Skill.IsField).Select(mention => mention.Skill.Name).Distinct(StringComparer.Ordinal)],
                Highlights = behind.Length > 0 && TitleWords.Score(behind) < 1 ? [behind, .. highlights] : highlights,
            });
        }

        return projects;
    }

    /// <summary>The lines that open a project.</summary>
    private static List<int> Starts(List<ResumeLine> lines, SkillMatcher skills)
    {
        var marked = Enumerable.Range(0, lines.Count).Where(at => lines[at].IsHeading && CanBeName(lines[at])).ToList();
        if (marked.Count > 0 && marked[0] == 0 && marked.Count * 2 <= lines.Count && !marked.Zip(marked.Skip(1)).Any(pair => pair.Second == pair.First + 1))
            return marked;

        if (lines.TrueForAll(line => line.IsBullet || line.IsProse || Labels.StandsInside(line.Text)))
            return [.. Enumerable.Range(0, lines.Count).Where(at => (lines[at].IsBullet || lines[at].StartsBlock || at == 0) && IsItemName(NameOf(lines[at])))];

        var starts = new List<int>();
        var longest = lines.Max(line => line.Text.Length);
        var opens = true;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.WithoutDates.Length == 0)
                continue;

            var isBody = !CanBeName(line) || IsStack(line, skills) || (at > 0 && !opens && !line.IsHeading) || (at > 0 && GoesOn(lines[at - 1], line, longest));
            if (!isBody)
                starts.Add(at);

            opens = isBody && (!CanBeName(line) || IsStack(line, skills) || opens);
        }

        // Where the first name has dates beside or under it, so have the others: what has none is an item of a list.
        return starts.Count > 1 && HasDates(lines, starts[0]) ? starts.FindAll(at => HasDates(lines, at)) : starts;
    }

    private static bool HasDates(List<ResumeLine> lines, int at) => lines[at].Dates.Count > 0 || (at + 1 < lines.Count && lines[at + 1].Dates.Count > 0 && !lines[at + 1].IsProse) || (at + 2 < lines.Count && lines[at + 2] is { Dates.Count: > 0, WithoutDates: "" });

    private static bool CanBeName(ResumeLine line)
    {
        if (line.IsBullet || Labels.StandsInside(line.Text) || PlaceWords.IsPlace(line.Text))
            return false;

        var (name, _) = NameOf(line);
        return name.Length is > 1 and <= LongestName && name.Any(char.IsLetter) && !(Prose.Is(name) && name.Contains(' ', StringComparison.Ordinal)) && !IsDescription(name);
    }

    /// <summary>"A campus marketplace for students" says what something is.</summary>
    private static bool IsDescription(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words.Length > 3 && words[0] is "A" or "An") || (words.Length > 5 && words[0] is "The" or "This") || words.Length > 12 || name.EndsWith('.');
    }

    /// <summary>Nothing but known skills: what the project is built with.</summary>
    private static bool IsStack(ResumeLine line, SkillMatcher skills)
    {
        if (line.Text.Length > 200 || line.IsHeading)
            return false;

        var items = line.Text.Split(['|', ',', '·', '•', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = skills.Find($"Skills: {line.Text}").Count;
        return items.Length > 1 ? known * 2 >= items.Length : known == 1 && skills.Find($"Skills: {line.Text}")[0].Length >= line.Text.Length - 1;
    }

    /// <summary>The line ends a sentence that was wrapped.</summary>
    private static bool GoesOn(ResumeLine before, ResumeLine line, int longest)
    {
        if (line.StartsBlock || line.IsHeading || line.IsBullet || !(before.IsProse || before.IsBullet || !CanBeName(before)) || before.Text[^1] is '.' or '!' or '?' or '。')
            return false;

        if (char.IsLower(line.Text[0]) && !Labels.StandsInside(before.Text))
            return true;

        return before.Text.Length >= longest * 0.85 || before.Text[^1] is ',' or '-' || Prose.EndsOpen(before.Text);
    }

    private static bool IsItemName((string Name, string Behind) item) => item.Name.Length is > 1 and <= LongestName && !Prose.Is(item.Name) && (item.Behind.Length > 0 || !Prose.StartsWithVerb(item.Name));

    /// <summary>"Name", "Name - what it does", "Name: ...", "Name | C#, SQL | 2020", "Name (2020)", "2. Name", "Project: Name".</summary>
    private static (string Name, string Behind) NameOf(ResumeLine line)
    {
        var parts = Separators.Parts(WithoutNumber(line.WithoutDates)).ToList();
        if (parts.Count == 0)
            return ("", "");

        var name = parts[0];
        var behind = string.Join(" - ", parts.Skip(1));
        var colon = name.IndexOfAny([':', '：']);
        if (colon > 0 && colon + 1 < name.Length && Array.Exists(NameLabels, label => TextShape.Fold(name[..colon]).Trim(' ', '#', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == label))
            name = name[(colon + 1)..].Trim();
        else if (colon > 1 && colon < LongestName && !name[..colon].Contains("http", StringComparison.Ordinal))
            (name, behind) = (name[..colon], $"{name[(colon + 1)..].Trim()} {behind}".Trim());

        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open > 2)
            (name, behind) = (name[..open], $"{name[open..].Trim('(', ')', ' ')} {behind}".Trim());

        var link = name.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return (Separators.Trim(link > 1 ? name[..link] : name), behind);
    }

    private static string WithoutNumber(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 3 && digits + 1 < text.Length && text[digits] is '.' or ')' or '、' ? text[(digits + 1)..].Trim() : text;
    }
}
