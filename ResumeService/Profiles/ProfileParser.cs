using ResumeService.Extraction;
using ResumeService.Profiles.Contacts;
using ResumeService.Profiles.Jobs;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Sections;
using ResumeService.Skills;

namespace ResumeService.Profiles;

/// <summary>Reads a resume's text into a profile. Pure: the same text, skills and day give the same profile. Never throws on any text.</summary>
public static class ProfileParser
{
    private const int LongestSummary = 2000;

    /// <param name="document">Text in reading order.</param>
    /// <param name="skills">Finds the skills the text names.</param>
    /// <param name="today">The day up to which current jobs count.</param>
    public static ResumeProfile Parse(DocumentText document, SkillMatcher skills, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(skills);

        var lines = LineReader.Read(document);
        var sections = SectionSplitter.Split(lines, skills);
        var contact = ContactReader.Read(lines, sections);
        var jobs = JobsOf(sections, SectionKind.Experience);
        var internships = JobsOf(sections, SectionKind.Internships);
        var months = ExperienceReader.Months(jobs.Count > 0 ? jobs : internships, today);

        return new ResumeProfile
        {
            Name = contact.Name,
            Title = contact.Title,
            Email = contact.Email,
            Phone = contact.Phone,
            Location = contact.Location,
            Links = contact.Links,
            Summary = SummaryOf(sections),
            Skills = SkillReader.Read(document, sections, skills),
            ExperienceMonths = months,
            ExperienceYears = months > 0 ? months / 12 : ExperienceReader.StatedYears(lines),
            Jobs = [.. jobs, .. internships],
            Projects = [.. sections.Where(section => section.Kind == SectionKind.Projects).SelectMany(section => ProjectReader.Read(section.Lines, skills))],
            Internships = [.. jobs.Where(job => job.IsInternship).Concat(internships).Select(Line).Distinct(StringComparer.OrdinalIgnoreCase)],
            Certifications = CertificationReader.Read(sections),
            Education = [.. sections.Where(section => section.Kind == SectionKind.Education).SelectMany(section => EducationReader.Read(section.Lines))],
        };
    }

    private static List<Job> JobsOf(List<Section> sections, SectionKind kind) =>
        [.. sections.Where(section => section.Kind == kind).SelectMany(section => JobReader.Read(section.Lines)).Select(job => kind == SectionKind.Internships ? job with { IsInternship = true } : job)];

    private static string? SummaryOf(List<Section> sections)
    {
        var summary = sections.Where(section => section.Kind == SectionKind.Summary).MaxBy(section => section.Lines.Count(line => line.IsProse));
        IEnumerable<ResumeLine> lines = summary?.Lines ?? [.. sections.Where(section => section.Kind == SectionKind.Unknown).Take(2).SelectMany(section => section.Lines).Where(line => line.IsProse && !line.Text.Contains('@', StringComparison.Ordinal))];
        var text = string.Join(' ', lines.Select(line => line.Text));

        return text.Length == 0 ? null : text.Length > LongestSummary ? text[..LongestSummary] : text;
    }

    /// <summary>Seed 0: "Software Engineering Intern at TechCorp".</summary>
    private static string Line(Job job) => (job.Title, job.Company) switch
    {
        (null, var company) => company ?? "",
        (var title, null) => title,
        var (title, company) => $"{title} at {company}",
    };
}
