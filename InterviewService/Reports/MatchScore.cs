using ResumeService.Contracts;

namespace InterviewService.Reports;

/// <summary>
/// How well a resume fits a job, 0 to 100 (docs/interviews.md, "Match score"): the weighted mean of its parts. A part that cannot be told is null, and the others share its
/// weight.
/// </summary>
public sealed record MatchScore
{
    internal const double CoverageWeight = 0.45;
    internal const double DepthWeight = 0.20;
    internal const double ExperienceWeight = 0.20;
    internal const double SimilarityWeight = 0.15;

    private const double PreferredWeight = 0.5;
    private const double RelatedShare = 0.25;

    private const double ListedOnly = 0.4;
    private const double UsedSometime = 0.7;
    private const double UsedLately = 0.9;
    private const double Often = 0.1;
    private const int OftenFrom = 3;
    private const int LatelyMonths = 36;

    public required int Score { get; init; }

    /// <summary>Share of the skills asked for that the resume shows, 0 to 1; null when the job names none.</summary>
    public required double? Coverage { get; init; }

    /// <summary>How well the resume proves those it shows, 0 to 1; null when the job names none.</summary>
    public required double? Depth { get; init; }

    /// <summary>Years shown of those asked for, 0 to 1; null when the job asks for none.</summary>
    public required double? Experience { get; init; }

    /// <summary>Likeness of the two texts in meaning, 0 to 1; null when it could not be computed.</summary>
    public required double? Similarity { get; init; }

    public static MatchScore Of(ResumeAnalysis resume, double? similarity)
    {
        double? coverage = resume.Requirements.Count == 0 ? null : Mean(resume.Requirements, Shown);
        var shown = resume.Skills.DistinctBy(skill => skill.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(skill => skill.Name, StringComparer.OrdinalIgnoreCase);
        var latest = resume.Skills.Max(skill => skill.LastUsed);
        var matching = resume.Requirements.Where(required => required.IsShown).ToList();
        double? depth = resume.Requirements.Count == 0 ? null : matching.Count == 0 ? 0 : Mean(matching, required => Proven(required, shown, latest));
        double? experience = resume.ExperienceRequired == 0 ? null : Math.Min(1, (double)resume.ExperienceYears / resume.ExperienceRequired);

        (double? Value, double Weight)[] parts = [(coverage, CoverageWeight), (depth, DepthWeight), (experience, ExperienceWeight), (similarity, SimilarityWeight)];
        var weight = parts.Where(part => part.Value is not null).Sum(part => part.Weight);
        var score = weight == 0 ? 0 : parts.Sum(part => (part.Value ?? 0) * part.Weight) / weight;
        return new MatchScore
        {
            Score = (int)Math.Round(100 * Math.Clamp(score, 0, 1), MidpointRounding.AwayFromZero),
            Coverage = Rounded(coverage),
            Depth = Rounded(depth),
            Experience = Rounded(experience),
            Similarity = Rounded(similarity),
        };
    }

    // A near skill makes the missing one quicker to learn; it does not stand in for it.
    private static double Shown(AnalysedRequirement required) => required.IsShown ? 1 : required.Related is null ? 0 : RelatedShare;

    private static double Proven(AnalysedRequirement required, Dictionary<string, AnalysedSkill> shown, DateOnly? latest)
    {
        if (!shown.TryGetValue(required.ImpliedBy ?? required.Name, out var skill))
            return ListedOnly;
        var often = skill.Mentions >= OftenFrom ? Often : 0;
        if (!skill.IsUsed)
            return ListedOnly + often;
        var isRecent = skill.LastUsed is { } used && latest is { } now && (((now.Year - used.Year) * 12) + now.Month - used.Month) <= LatelyMonths;
        return (isRecent ? UsedLately : UsedSometime) + often;
    }

    private static double Mean(IReadOnlyList<AnalysedRequirement> requirements, Func<AnalysedRequirement, double> value) =>
        requirements.Sum(required => Weight(required) * value(required)) / requirements.Sum(Weight);

    private static double Weight(AnalysedRequirement required) => required.IsPreferred ? PreferredWeight : 1;

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 3, MidpointRounding.AwayFromZero) : null;
}
