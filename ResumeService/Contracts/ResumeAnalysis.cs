namespace ResumeService.Contracts;

/// <summary>Body of <c>POST /internal/users/{userId}/analysis</c>.</summary>
/// <param name="JobDescription">Null or blank to get the profile alone.</param>
public sealed record ResumeAnalysisRequest(string? JobDescription);

/// <summary>Body of <c>POST /internal/users/{userId}/resumes/{resumeId}/analysis</c>.</summary>
/// <param name="JobDescription">Null or blank to get the profile alone.</param>
/// <param name="Text">What the person says beside the resume; null or blank for nothing.</param>
public sealed record StoredAnalysisRequest(string? JobDescription, string? Text);

/// <summary>What ResumeService knows of a user's current resume, set against a job description: answer of <c>POST /internal/users/{userId}/analysis</c>.</summary>
public sealed record ResumeAnalysis
{
    public required long ResumeId { get; init; }

    public required int Revision { get; init; }

    public string? Title { get; init; }

    public required int ExperienceYears { get; init; }

    /// <summary>Skills shown, most mentioned first.</summary>
    public required IReadOnlyList<AnalysedSkill> Skills { get; init; }

    public required IReadOnlyList<AnalysedProject> Projects { get; init; }

    public required IReadOnlyList<AnalysedJob> Jobs { get; init; }

    /// <summary>JD skills the resume shows, usual spelling; empty without a job description.</summary>
    public required IReadOnlyList<string> MatchingSkills { get; init; }

    /// <summary>JD skills the resume does not show, usual spelling.</summary>
    public required IReadOnlyList<string> MissingSkills { get; init; }

    /// <summary>Group of each skill in <see cref="MatchingSkills"/> and <see cref="MissingSkills"/> by its name; a skill without an entry belongs to none.</summary>
    public IReadOnlyDictionary<string, string> JobSkillGroups { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Years the job description asks for; 0 if none.</summary>
    public required int ExperienceRequired { get; init; }

    /// <summary>Title in the job description; null when it names none.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Every skill that counts as matching or missing, in the order of the job description, with what says so.</summary>
    public IReadOnlyList<AnalysedRequirement> Requirements { get; init; } = [];

    /// <summary>Years, seniority and degree asked for and not shown, a sentence each.</summary>
    public IReadOnlyList<string> ExperienceGaps { get; init; } = [];

    /// <summary>Certificates and licences asked for and not shown.</summary>
    public IReadOnlyList<string> MissingCertifications { get; init; } = [];
}

/// <param name="Name">Usual spelling.</param>
/// <param name="Category">Group, for instance <c>Databases</c>.</param>
/// <param name="Mentions">How often the resume names it.</param>
public sealed record AnalysedSkill(string Name, string Category, int Mentions)
{
    /// <summary>A line about a job or a project names it: it was used, not only listed.</summary>
    public bool IsUsed { get; init; }

    /// <summary>Last month of the latest job that names it, the month of the analysis while that job is current; null when no dated job does.</summary>
    public DateOnly? LastUsed { get; init; }

    /// <summary>The line of the resume that shows it best, at most 240 characters.</summary>
    public string? Line { get; init; }
}

/// <summary>A skill that the job description asks for.</summary>
/// <param name="Name">Usual spelling.</param>
/// <param name="Category">Group, for instance <c>Databases</c>.</param>
/// <param name="IsShown">The resume shows it.</param>
/// <param name="IsPreferred">Welcome, not necessary.</param>
/// <param name="Mentions">How often the job description asks for it.</param>
/// <param name="JobLine">The line of the job description that asks for it, at most 240 characters.</param>
public sealed record AnalysedRequirement(string Name, string Category, bool IsShown, bool IsPreferred, int Mentions, string JobLine)
{
    /// <summary>The line of the resume that shows it; null when it is missing.</summary>
    public string? ResumeLine { get; init; }

    /// <summary>The narrower skill that shows it, usual spelling; null when the resume names the skill itself.</summary>
    public string? ImpliedBy { get; init; }

    /// <summary>Of a missing skill: the nearest one that the resume shows, usual spelling; null when none is near.</summary>
    public string? Related { get; init; }

    /// <summary>The line of the resume that shows <see cref="Related"/>.</summary>
    public string? RelatedLine { get; init; }
}

/// <param name="Name">As the resume calls it.</param>
/// <param name="TechStack">Usual spelling.</param>
/// <param name="Highlights">The resume's own lines.</param>
public sealed record AnalysedProject(string Name, IReadOnlyList<string> TechStack, IReadOnlyList<string> Highlights);

/// <param name="Title">Null when not printed.</param>
/// <param name="Company">Null when not printed.</param>
/// <param name="Highlights">The resume's own lines.</param>
public sealed record AnalysedJob(string? Title, string? Company, IReadOnlyList<string> Highlights)
{
    /// <summary>First day of the first month; null when not printed.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>First day of the last month; null while <see cref="IsCurrent"/> or when not printed.</summary>
    public DateOnly? End { get; init; }

    public bool IsCurrent { get; init; }

    public bool IsInternship { get; init; }
}
