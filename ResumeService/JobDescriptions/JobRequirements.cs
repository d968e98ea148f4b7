using ResumeService.Profiles;
using ResumeService.Skills;

namespace ResumeService.JobDescriptions;

/// <summary>What a job description asks for, each with the place that says so (UTF-16 offsets into <see cref="Text"/>).</summary>
public sealed record JobRequirements
{
    /// <summary>The job description as it was read.</summary>
    public required string Text { get; init; }

    public string? Title { get; init; }

    public TextSpan? TitleSpan { get; init; }

    public SeniorityRequirement? Seniority { get; init; }

    /// <summary>Distinct skills in order of first mention; what the text denies ("no PHP needed") and what it says of the company or its benefits is left out.</summary>
    public required IReadOnlyList<SkillRequirement> Skills { get; init; }

    public ExperienceRequirement? Experience { get; init; }

    public IReadOnlyList<CertificationRequirement> Certifications { get; init; } = [];

    public DegreeRequirement? Degree { get; init; }

    /// <summary>Years of experience asked for; 0 when none are.</summary>
    public int ExperienceRequired => Experience?.Years ?? 0;
}

/// <summary>A skill asked for.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Preferred">Welcome, not necessary, wherever the text names it ("nice to have", "a plus").</param>
/// <param name="Alternatives">Ids of the skills that would do as well ("React or Vue"); empty when the skill is asked for by itself anywhere.</param>
/// <param name="Mentions">Where the text asks for it, first mention first.</param>
public sealed record SkillRequirement(Skill Skill, bool Preferred, IReadOnlyList<string> Alternatives, IReadOnlyList<TextSpan> Mentions);

/// <summary>Years of experience asked for: the lower bound of a range, the largest figure of several.</summary>
public sealed record ExperienceRequirement(int Years, bool Preferred, TextSpan Span);

/// <summary>A certificate or licence asked for.</summary>
/// <param name="Certification">Entry of the catalogue of certifications.</param>
/// <param name="Preferred">Welcome, not necessary.</param>
/// <param name="Alternatives">Ids of certifications that would do as well.</param>
/// <param name="Span">Where the text asks for it.</param>
public sealed record CertificationRequirement(Skill Certification, bool Preferred, IReadOnlyList<string> Alternatives, TextSpan Span);

/// <summary>A degree asked for: the lowest level that is enough.</summary>
/// <param name="Level">The level.</param>
/// <param name="Preferred">Welcome, not necessary.</param>
/// <param name="OrEquivalent">Experience may stand in for it.</param>
/// <param name="Span">Where the text asks for it.</param>
public sealed record DegreeRequirement(DegreeLevel Level, bool Preferred, bool OrEquivalent, TextSpan Span);

/// <summary>A level of seniority, from the title where it names one.</summary>
public sealed record SeniorityRequirement(SeniorityLevel Level, TextSpan Span);

public enum DegreeLevel
{
    None,
    HighSchool,
    Associate,
    Bachelor,
    Master,
    Doctorate,
}

public enum SeniorityLevel
{
    Intern,
    Junior,
    Middle,
    Senior,

    /// <summary>Lead, staff and principal.</summary>
    Lead,

    /// <summary>Head, director, vice president and chief.</summary>
    Executive,
}
