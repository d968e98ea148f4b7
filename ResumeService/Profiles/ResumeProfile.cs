namespace ResumeService.Profiles;

/// <summary>What a resume says, read once at upload and stored as one <c>jsonb</c> document.</summary>
public sealed record ResumeProfile
{
    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Location { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    public string? Summary { get; init; }

    /// <summary>Distinct skills in order of first mention.</summary>
    public required IReadOnlyList<ProfileSkill> Skills { get; init; }

    /// <summary>Years of experience, rounded down: merged date ranges of jobs, else what the text says ("5+ years of experience").</summary>
    public required int ExperienceYears { get; init; }

    /// <summary>Months covered by the merged date ranges of jobs; 0 when the resume prints none.</summary>
    public int ExperienceMonths { get; init; }

    public required IReadOnlyList<Job> Jobs { get; init; }

    public required IReadOnlyList<Project> Projects { get; init; }

    /// <summary>One line each, for instance <c>Software Engineering Intern at TechCorp</c> (seed 0).</summary>
    public required IReadOnlyList<string> Internships { get; init; }

    public required IReadOnlyList<string> Certifications { get; init; }

    public required IReadOnlyList<Education> Education { get; init; }
}

/// <summary>A skill the resume shows, with every place that shows it.</summary>
/// <param name="Id">Ontology id.</param>
/// <param name="Name">Usual spelling.</param>
/// <param name="Category">Ontology category.</param>
/// <param name="Mentions">Offsets into the document's text, first mention first.</param>
public sealed record ProfileSkill(string Id, string Name, string Category, IReadOnlyList<TextSpan> Mentions);

/// <summary>A piece of a text by UTF-16 offset.</summary>
public readonly record struct TextSpan(int Start, int Length);

public sealed record Job
{
    public string? Title { get; init; }

    public string? Company { get; init; }

    /// <summary>First day of the first month; January when only a year is printed.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>First day of the last month (inclusive), null while <see cref="IsCurrent"/> or unknown.</summary>
    public DateOnly? End { get; init; }

    public bool IsCurrent { get; init; }

    public bool IsInternship { get; init; }

    public IReadOnlyList<string> Highlights { get; init; } = [];
}

public sealed record Project
{
    public required string Name { get; init; }

    /// <summary>Skills named in the project's lines, usual spelling.</summary>
    public required IReadOnlyList<string> TechStack { get; init; }

    public IReadOnlyList<string> Highlights { get; init; } = [];
}

public sealed record Education
{
    public string? School { get; init; }

    public string? Degree { get; init; }

    public int? StartYear { get; init; }

    public int? EndYear { get; init; }
}
