namespace ResumeService.Contracts;

/// <summary>Body of <c>POST /internal/users/{userId}/analysis</c>.</summary>
/// <param name="JobDescription">Null or blank to get the profile alone.</param>
public sealed record ResumeAnalysisRequest(string? JobDescription);

/// <summary>What ResumeService knows of a user's current resume, set against a job description: answer of <c>POST /internal/users/{userId}/analysis</c>.</summary>
public sealed record ResumeAnalysis
{
    public required long ResumeId { get; init; }

    public required int Revision { get; init; }

    public string? Title { get; init; }

    public required int ExperienceYears { get; init; }

    /// <summary>Skills shown, most recent and most mentioned first.</summary>
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
}

/// <param name="Name">Usual spelling.</param>
/// <param name="Category">Group, for instance <c>Databases</c>.</param>
/// <param name="Mentions">How often the resume names it.</param>
public sealed record AnalysedSkill(string Name, string Category, int Mentions);

/// <param name="Name">As the resume calls it.</param>
/// <param name="TechStack">Usual spelling.</param>
/// <param name="Highlights">The resume's own lines.</param>
public sealed record AnalysedProject(string Name, IReadOnlyList<string> TechStack, IReadOnlyList<string> Highlights);

/// <param name="Title">Null when not printed.</param>
/// <param name="Company">Null when not printed.</param>
/// <param name="Highlights">The resume's own lines.</param>
public sealed record AnalysedJob(string? Title, string? Company, IReadOnlyList<string> Highlights);
