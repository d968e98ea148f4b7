using System.Globalization;
using System.Text.RegularExpressions;
using InterviewService.Questions;
using ResumeService.Contracts;

namespace InterviewService.Reports;

/// <summary>What the job asks for and the resume does not show, the gravest first. Pure.</summary>
internal static partial class SkillGaps
{
    public const string Low = "low";
    public const string Medium = "medium";
    public const string High = "high";

    private const string SoftSkills = "Soft skills";
    private const int StressedFrom = 3;

    public static IReadOnlyList<SkillGap> Of(ResumeAnalysis resume) =>
        [.. resume.Requirements.Where(required => !required.IsShown).Select(Gap)
            .Concat(resume.MissingCertifications.Select(certificate => new SkillGap(certificate, Medium, "The job asks for this certificate or licence; your resume does not name it.")))
            .Concat(resume.ExperienceGaps.Select(gap => new SkillGap(gap, SeverityOf(gap), "The job asks for more than your resume shows.")))
            .OrderBy(gap => Rank(gap.Severity))];

    public static int Rank(string severity) => severity switch { High => 0, Medium => 1, _ => 2 };

    private static SkillGap Gap(AnalysedRequirement required)
    {
        var severity = required switch
        {
            { IsPreferred: true } or { Category: SoftSkills } => Low,
            { Mentions: >= StressedFrom } or { Related: null } => High,
            _ => Medium,
        };
        var asked = required.IsPreferred ? "The job welcomes it" : required.Mentions > 1 ? string.Create(CultureInfo.InvariantCulture, $"The job asks for it {required.Mentions} times") : "The job asks for it";
        return new SkillGap(required.Name, severity, required.Related is { } related
            ? $"{asked}; your resume does not show it. Nearest is {Phrases.Skill(related)}."
            : $"{asked}; your resume shows nothing near it.");
    }

    // "5 years required, 2 shown"; "Master's degree preferred, none shown"; "Senior level asked, junior level shown".
    private static string SeverityOf(string gap)
    {
        if (Years().Match(gap) is { Success: true } years)
            return int.Parse(years.Groups[2].ValueSpan, CultureInfo.InvariantCulture) * 2 < int.Parse(years.Groups[1].ValueSpan, CultureInfo.InvariantCulture) ? High : Medium;
        return gap.Contains("preferred", StringComparison.Ordinal) || gap.Contains("equivalent", StringComparison.Ordinal) ? Low : Medium;
    }

    [GeneratedRegex(@"^(\d{1,3}) years? required, (\d{1,3}) shown$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Years();
}
