namespace ResumeService.Gap;

/// <summary>A resume against a job description (seed 0). Serialised with snake_case names.</summary>
public sealed record GapAnalysis
{
    /// <summary>100 * |matching| / |skills of the job description|, one decimal; 0 when the job description names no known skill.</summary>
    public required double MatchPercentage { get; init; }

    /// <summary>0 to 1, three decimals; null when it could not be computed.</summary>
    public required double? SemanticSimilarity { get; init; }

    /// <summary>Upper case, in the order of the job description.</summary>
    public required IReadOnlyList<string> MatchingSkills { get; init; }

    /// <summary>Upper case, in the order of the job description.</summary>
    public required IReadOnlyList<string> MissingSkills { get; init; }

    /// <summary><c>Low</c> from 75 %, <c>Medium</c> from 50 %, else <c>High</c>.</summary>
    public required string GapSeverity { get; init; }

    /// <summary>Years; 0 when the job description asks for none.</summary>
    public required int ExperienceRequired { get; init; }

    /// <summary><c>Good fit</c> or <c>May need more experience</c>.</summary>
    public required string ExperienceFit { get; init; }

    /// <summary>Every skill the job description asks for, usual spelling, alternatives included.</summary>
    public required IReadOnlyList<string> JdSkillsFound { get; init; }

    public required SectionGaps SectionGaps { get; init; }

    /// <summary>What each matching and missing skill rests on, in the order of the job description.</summary>
    public required IReadOnlyList<SkillEvidence> Evidence { get; init; }
}

/// <summary>What is missing, by section of a resume.</summary>
/// <param name="Technical">Missing skills, upper case.</param>
/// <param name="Experience">Sentences: years, seniority and degree asked for and not shown.</param>
/// <param name="Certifications">Certificates and licences asked for and not shown.</param>
public sealed record SectionGaps(IReadOnlyList<string> Technical, IReadOnlyList<string> Experience, IReadOnlyList<string> Certifications);

/// <summary>Why a skill counts as matching or missing.</summary>
public sealed record SkillEvidence
{
    /// <summary>Upper case, as in the lists.</summary>
    public required string Skill { get; init; }

    /// <summary>Group of the skill, for instance <c>Databases</c>.</summary>
    public required string Category { get; init; }

    /// <summary><c>matching</c> or <c>missing</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The job description only welcomes it.</summary>
    public required bool Preferred { get; init; }

    /// <summary>The line of the resume that shows it; null when it is missing.</summary>
    public Quote? Resume { get; init; }

    /// <summary>The line of the job description that asks for it.</summary>
    public required Quote JobDescription { get; init; }

    /// <summary>The narrower skill that shows it, usual spelling (PostgreSQL for SQL); null when the resume names the skill itself.</summary>
    public string? ImpliedBy { get; init; }

    /// <summary>Of a missing skill: the nearest one the resume does show.</summary>
    public RelatedSkill? Related { get; init; }

    /// <summary>Skills that the job description would take instead, upper case.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];
}

/// <summary>A skill of the resume that is near a missing one.</summary>
public sealed record RelatedSkill(string Skill, Quote Resume);

/// <summary>A piece of a text: <c>text[Start..End]</c> is <paramref name="Text"/>, and <c>text[MatchStart..MatchEnd]</c> the words it is quoted for. UTF-16 offsets.</summary>
public sealed record Quote(string Text, int Start, int End, int MatchStart, int MatchEnd);
