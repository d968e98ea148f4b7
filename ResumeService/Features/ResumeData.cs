using System.Globalization;
using ResumeService.Profiles;

namespace ResumeService.Features;

/// <summary>
/// S0's <c>parsed_data</c> and <c>resume_data</c>: the seed's five fields first, then what else was read. Skills are upper case in the seed's fields,
/// in their usual spelling in <see cref="SkillGroups"/>.
/// </summary>
internal sealed record ResumeData
{
    public required IReadOnlyList<string> Skills { get; init; }

    public required int ExperienceYears { get; init; }

    public required IReadOnlyList<ProjectData> Projects { get; init; }

    public required IReadOnlyList<string> Internships { get; init; }

    public required IReadOnlyList<string> Certifications { get; init; }

    public required string? Name { get; init; }

    public required string? Title { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required string? Location { get; init; }

    public required IReadOnlyList<string> Links { get; init; }

    public required string? Summary { get; init; }

    public required IReadOnlyList<JobData> Experience { get; init; }

    public required IReadOnlyList<EducationData> Education { get; init; }

    public required IReadOnlyList<SkillGroup> SkillGroups { get; init; }

    public static ResumeData Of(ResumeProfile profile) => new()
    {
        Skills = [.. profile.Skills.Select(skill => Upper(skill.Name))],
        ExperienceYears = profile.ExperienceYears,
        Projects = [.. profile.Projects.Select(project => new ProjectData(project.Name, [.. project.TechStack.Select(Upper)]))],
        Internships = profile.Internships,
        Certifications = profile.Certifications,
        Name = profile.Name,
        Title = profile.Title,
        Email = profile.Email,
        Phone = profile.Phone,
        Location = profile.Location,
        Links = profile.Links,
        Summary = profile.Summary,
        Experience = [.. profile.Jobs.Select(job => new JobData(job.Title, job.Company, Month(job.Start), Month(job.End), job.IsCurrent, job.Highlights))],
        Education = [.. profile.Education.Select(school => new EducationData(school.School, school.Degree, school.StartYear, school.EndYear))],
        SkillGroups = [.. profile.Skills.GroupBy(skill => skill.Category, StringComparer.Ordinal).Select(group => new SkillGroup(group.Key, [.. group.Select(skill => skill.Name)]))],
    };

    /// <summary>Upper case as the seed shows skills, the same on every machine.</summary>
    public static string Upper(string skill) => skill.ToUpperInvariant();

    private static string? Month(DateOnly? date) => date?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

internal sealed record ProjectData(string Name, IReadOnlyList<string> TechStack);

/// <param name="Start">Month as <c>yyyy-MM</c>.</param>
/// <param name="End">Last month as <c>yyyy-MM</c>; null while current or when it is not printed.</param>
internal sealed record JobData(string? Title, string? Company, string? Start, string? End, bool Current, IReadOnlyList<string> Highlights);

internal sealed record EducationData(string? School, string? Degree, int? StartYear, int? EndYear);

internal sealed record SkillGroup(string Category, IReadOnlyList<string> Skills);
