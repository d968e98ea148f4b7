using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;
using ResumeService.Skills;

namespace ResumeService.Profiles.Sections;

/// <summary>Names a stretch of lines by what it holds: date ranges beside titles are jobs, schools beside degrees education, lists of skills are skills.</summary>
internal static class BlockClassifier
{
    private const int MostLines = 400;

    private static readonly string[] BuiltWith = ["built with", "built using", "built in", "written in", "developed in", "developed with", "developed using", "implemented in", "implemented with", "using ", "tech stack", "technologies", "stack:", "github.com", "技术栈"];

    public static SectionKind Classify(IReadOnlyList<ResumeLine> lines, SkillMatcher skills)
    {
        if (lines.Count is 0 or > MostLines * 10)
            return SectionKind.Unknown;

        var sample = lines.Take(MostLines).ToList();
        var heads = sample.Where(line => line.IsHead).ToList();
        var ranges = sample.Count(line => line.Range is not null && !line.IsProse);
        var dates = sample.Count(line => line.Dates.Count > 0 && !line.IsProse);
        var titles = heads.Count(HoldsTitle);
        var schools = sample.Count(line => !line.IsProse && OrganisationWords.IsSchool(line.Text));
        var degrees = sample.Count(line => !line.IsProse && DegreeWords.Contains(line.Text));

        if (degrees > 0 && (schools > 0 || dates > 0) && degrees >= titles)
            return SectionKind.Education;

        if (ranges > 0 && titles > 0)
            return SectionKind.Experience;

        if (schools > 0 && dates > 0 && titles == 0)
            return SectionKind.Education;

        if (dates == 0 && IsSkillList(sample, skills))
            return SectionKind.Skills;

        if (IsCertifications(sample))
            return SectionKind.Certifications;

        return IsProjects(sample, skills) ? SectionKind.Projects : SectionKind.Unknown;
    }

    /// <summary>The content is nothing but entries of that kind, so that a heading which says otherwise is only unusual.</summary>
    public static bool IsPlain(IReadOnlyList<ResumeLine> lines, SectionKind kind) =>
        kind == SectionKind.Experience
            ? lines.Any(line => line.Range is not null && line.IsHead) && lines.Any(line => line.IsHead && HoldsTitle(line)) && !lines[0].IsProse
            : lines.Any(line => DegreeWords.Contains(line.Text)) && lines.Any(line => OrganisationWords.IsSchool(line.Text)) && !lines[0].IsProse;

    /// <summary>A part of the line is a position, with no school or degree in it.</summary>
    public static bool HoldsTitle(ResumeLine line) =>
        Separators.Parts(line.WithoutDates).SelectMany(part => part.Split(',')).Any(part => TitleWords.Score(part.Trim()) >= 1.5) && !DegreeWords.Contains(line.Text);

    private static bool IsCertifications(List<ResumeLine> lines)
    {
        var named = lines.Count(line => CertificationWords.Names(line.Text) && line.Text.Count(c => c == ',') < 3);
        return named > 0 && named * 2 >= lines.Count && lines.TrueForAll(line => !line.IsProse);
    }

    /// <summary>A name with items under it that say what it is built with.</summary>
    private static bool IsProjects(List<ResumeLine> lines, SkillMatcher skills)
    {
        if (lines.Count < 2 || !lines[0].IsHead || lines[0].Dates.Count > 1 || lines[0].Text.Length > 80 || !lines.Skip(1).Any(line => line.IsBullet || line.IsProse))
            return false;

        return lines.Skip(1).Any(line => BuiltWith.Any(phrase => line.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) && skills.Find(line.Text).Count > 0);
    }

    /// <summary>Short items of which many are known skills, without sentences.</summary>
    private static bool IsSkillList(List<ResumeLine> lines, SkillMatcher skills)
    {
        var text = string.Join('\n', lines.Select(line => line.Text));
        if (text.Length > 6000)
            return false;

        var items = text.Split([',', ';', '|', '•', '·', '\n', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (items.Length < 3 || items.Average(item => item.Length) > 32)
            return false;

        var known = skills.Find(text);
        return known.Count >= 3 && known.Sum(mention => mention.Length) * 10 >= text.Length * 3;
    }
}
