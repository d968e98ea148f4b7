using ResumeService.Contracts;

namespace InterviewService.Questions.Selection;

/// <summary>A skill worth asking about.</summary>
/// <param name="Name">Usual spelling.</param>
/// <param name="Category">Group of the ontology.</param>
/// <param name="Weight">Higher is asked first.</param>
internal sealed record RankedSkill(string Name, string Category, double Weight)
{
    /// <summary>What the resume says of it; null for a gap, and for a skill that only a narrower one shows.</summary>
    public AnalysedSkill? Shown { get; init; }

    /// <summary>What the job says of it; null when it does not ask for it.</summary>
    public AnalysedRequirement? Required { get; init; }
}

/// <summary>Orders skills by what they weigh in the resume and in the job: what was used lately and what the job asks for comes first.</summary>
internal static class SkillRanking
{
    private const string SoftSkills = "Soft skills";
    private const string SpokenLanguages = "Spoken languages";

    private const double Used = 1;
    private const double MostMentions = 6;
    private const double Asked = 2;
    private const double AskedAgain = 0.5;
    private const double Preferred = 1;
    private const double Recent = 1;
    private const double Earlier = 0.5;
    private const int RecentMonths = 24;
    private const int EarlierMonths = 60;
    private const double OnlyImplied = 0.5;

    /// <summary>The skills of the resume, and those of the job that it shows by a narrower one; the heaviest first, equal ones as the resume and the job name them.</summary>
    public static IReadOnlyList<RankedSkill> Shown(ResumeAnalysis resume)
    {
        var required = resume.Requirements.DistinctBy(skill => skill.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(skill => skill.Name, StringComparer.OrdinalIgnoreCase);
        // The resume's own present: a career that ended three years ago is not stale in all its parts.
        var latest = resume.Skills.Max(skill => skill.LastUsed);
        var named = resume.Skills.Where(skill => IsTechnical(skill.Category)).Select(skill =>
        {
            var asked = required.GetValueOrDefault(skill.Name);
            return new RankedSkill(skill.Name, skill.Category, InResume(skill, latest) + InJob(asked)) { Shown = skill, Required = asked };
        });
        var implied = resume.Requirements
            .Where(skill => skill is { IsShown: true, ImpliedBy: not null } && IsTechnical(skill.Category) && !resume.Skills.Any(shown => shown.Name.Equals(skill.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(skill => new RankedSkill(skill.Name, skill.Category, InJob(skill) * OnlyImplied) { Required = skill });
        return [.. named.Concat(implied).OrderByDescending(skill => skill.Weight)];
    }

    /// <summary>What the job asks for and the resume does not show: needed before welcome, often named before named once.</summary>
    public static IReadOnlyList<RankedSkill> Gaps(ResumeAnalysis resume) =>
        [.. resume.Requirements.Where(skill => !skill.IsShown).Select(skill => new RankedSkill(skill.Name, skill.Category, InJob(skill)) { Required = skill }).OrderByDescending(skill => skill.Weight)];

    private static bool IsTechnical(string category) => category is not (SoftSkills or SpokenLanguages);

    private static double InResume(AnalysedSkill skill, DateOnly? latest)
    {
        var weight = (Math.Min(skill.Mentions, MostMentions) / MostMentions) + (skill.IsUsed ? Used : 0);
        if (skill.LastUsed is not { } used || latest is not { } now)
            return weight;
        var months = ((now.Year - used.Year) * 12) + now.Month - used.Month;
        return weight + (months <= RecentMonths ? Recent : months <= EarlierMonths ? Earlier : 0);
    }

    private static double InJob(AnalysedRequirement? required) =>
        required is null ? 0 : (required.IsPreferred ? Preferred : Asked) + (AskedAgain * Math.Min(required.Mentions - 1, 2));
}
