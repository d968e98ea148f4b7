using ChatCvService.CvData;

namespace ChatCvService.Documents;

/// <summary>What of a CV is there to be shown, cleaned of blanks, and in which order: the same in every format.</summary>
internal sealed record CvSections
{
    public required string Summary { get; init; }

    public required IReadOnlyList<Job> Jobs { get; init; }

    public required IReadOnlyList<Project> Projects { get; init; }

    public required IReadOnlyList<School> Schools { get; init; }

    /// <summary>Competencies, software and languages, each with its label; without a label when there is but one list.</summary>
    public required IReadOnlyList<(string Label, IReadOnlyList<string> Items)> Skills { get; init; }

    public required IReadOnlyList<string> Certifications { get; init; }

    public required IReadOnlyList<string> Awards { get; init; }

    /// <summary>Somebody without a job yet leads with the education.</summary>
    public bool EducationFirst => Jobs.Count == 0;

    public static CvSections Of(Cv cv)
    {
        (string Label, IReadOnlyList<string> Items)[] skills =
        [
            ("Core skills", Filled(cv.Skills.CoreCompetencies)), ("Software", Filled(cv.Skills.SoftwareProficiency)), ("Languages", Filled(cv.Skills.LanguageFluency)),
        ];
        return new CvSections
        {
            Summary = cv.Summary.Trim(),
            Jobs = [.. cv.Experience.Where(job => job.Title.Trim().Length + job.Company.Trim().Length + Filled(job.DescriptionBullets).Count > 0)],
            Projects = [.. cv.KeyProjectsAchievements.Where(project => project.Name.Trim().Length + project.Description.Trim().Length > 0)],
            Schools = [.. cv.Education.Where(school => school.Institution.Trim().Length + school.Degree.Trim().Length + school.FieldOfStudy.Trim().Length > 0)],
            Skills = [.. skills.Where(list => list.Items.Count > 0)],
            Certifications = Filled(cv.Skills.Certifications),
            Awards = Filled(cv.AwardsAndRecognitions),
        };
    }

    public static IReadOnlyList<string> Filled(IReadOnlyList<string> items) => [.. items.Select(item => item.Trim()).Where(item => item.Length > 0)];

    /// <summary><c>first, second</c>, leaving out what is empty.</summary>
    public static string Joined(params IEnumerable<string> parts) => string.Join(", ", parts.Select(part => part.Trim()).Where(part => part.Length > 0));

    /// <summary><c>MSc in Informatics</c>, or whichever of the two was said.</summary>
    public static string DegreeOf(School school)
    {
        var (degree, field) = (school.Degree.Trim(), school.FieldOfStudy.Trim());
        return degree.Length == 0 ? field
            : field.Length == 0 || degree.Contains(field, StringComparison.OrdinalIgnoreCase) ? degree
            : $"{degree} in {field}";
    }
}
