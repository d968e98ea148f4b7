using System.Globalization;
using ResumeService.JobDescriptions;
using ResumeService.Profiles;
using ResumeService.Skills;

namespace ResumeService.Gap;

/// <summary>
/// Compares a resume with a job description (seed 0): 100 * |matching| / |skills of the job description|.
/// <list type="bullet">
/// <item>A skill matches when the resume names it, or names a narrower one that implies it (PostgreSQL for SQL).</item>
/// <item>Of a choice ("React or Vue") one is enough: the others, when the resume does not show them, count neither as matching nor as missing. When it shows none of them, all are missing.</item>
/// <item>Soft skills ("communication") and whole fields of work ("software development") count only when the job description names nothing else: a resume that claims them
/// proves nothing, one that does not lacks nothing.</item>
/// </list>
/// </summary>
public sealed class GapAnalyzer
{
    private const string SoftSkills = "Soft skills";
    private const string GoodFit = "Good fit";
    private const string NeedsMore = "May need more experience";
    private const double LowFrom = 75;
    private const double MediumFrom = 50;

    private readonly SkillOntology _ontology;

    public GapAnalyzer(SkillOntology ontology)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        _ontology = ontology;
    }

    /// <param name="profile">What the resume says; its mentions are offsets into <paramref name="resumeText"/>.</param>
    /// <param name="resumeText">Text of the resume.</param>
    /// <param name="requirements">What the job description asks for.</param>
    /// <param name="semanticSimilarity">Likeness of the two texts, clamped to 0-1; null when it could not be computed.</param>
    public GapAnalysis Analyze(ResumeProfile profile, string resumeText, JobRequirements requirements, double? semanticSimilarity)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(resumeText);
        ArgumentNullException.ThrowIfNull(requirements);

        var shown = new ShownSkills(profile, resumeText, _ontology);
        var hard = requirements.Skills.Where(required => required.Skill.Category != SoftSkills && !required.Skill.IsField).ToList();
        var counted = hard.Count > 0 ? hard : requirements.Skills;
        var evidence = counted.Select(required => Judge(required, shown, resumeText, requirements.Text)).OfType<SkillEvidence>().ToList();
        var matching = evidence.Where(skill => skill.Status == Status.Matching).Select(skill => skill.Skill).ToList();
        var missing = evidence.Where(skill => skill.Status == Status.Missing).Select(skill => skill.Skill).ToList();
        var percentage = evidence.Count == 0 ? 0 : Math.Round(100.0 * matching.Count / evidence.Count, 1, MidpointRounding.AwayFromZero);
        var certifications = MissingCertifications(profile, resumeText, requirements);

        return new GapAnalysis
        {
            MatchPercentage = percentage,
            SemanticSimilarity = semanticSimilarity is { } similarity && double.IsFinite(similarity) ? Math.Round(Math.Clamp(similarity, 0, 1), 3, MidpointRounding.AwayFromZero) : null,
            MatchingSkills = matching,
            MissingSkills = missing,
            GapSeverity = percentage >= LowFrom ? "Low" : percentage >= MediumFrom ? "Medium" : "High",
            ExperienceRequired = requirements.ExperienceRequired,
            ExperienceFit = profile.ExperienceYears >= requirements.ExperienceRequired ? GoodFit : NeedsMore,
            JdSkillsFound = [.. counted.Select(required => required.Skill.Name)],
            SectionGaps = new SectionGaps(hard.Count > 0 ? missing : [], [.. ExperienceGaps(profile, resumeText, requirements)], certifications),
            Evidence = evidence,
        };
    }

    private static SkillEvidence? Judge(SkillRequirement required, ShownSkills shown, string resumeText, string jobText)
    {
        var found = shown.Find(required.Skill.Id);
        if (found is null && required.Alternatives.Any(id => shown.Find(id) is not null))
            return null;
        var related = found is null ? shown.Nearest(required.Skill) : null;
        return new SkillEvidence
        {
            Skill = Upper(required.Skill.Name),
            Category = required.Skill.Category,
            Status = found is null ? Status.Missing : Status.Matching,
            Preferred = required.Preferred,
            Resume = found is null ? null : Quotes.Around(resumeText, found.Mention),
            JobDescription = Quotes.Around(jobText, required.Mentions[0]),
            ImpliedBy = found?.ImpliedBy,
            Related = related is null ? null : new RelatedSkill(Upper(related.Name), Quotes.Around(resumeText, related.Mention)),
            Alternatives = [.. required.Alternatives.Select(id => Upper(shown.NameOf(id)))],
        };
    }

    private static IEnumerable<string> ExperienceGaps(ResumeProfile profile, string resumeText, JobRequirements requirements)
    {
        if (requirements.ExperienceRequired is > 0 and var years && profile.ExperienceYears < years)
            yield return string.Create(CultureInfo.InvariantCulture, $"{years} {(years == 1 ? "year" : "years")} required, {profile.ExperienceYears} shown");

        if (requirements.Seniority is { Level: >= SeniorityLevel.Senior } asked && HighestLevel(profile) is { } highest && highest < asked.Level)
            yield return $"{LevelName(asked.Level)} level asked, {LevelName(highest).ToLowerInvariant()} level shown";

        if (requirements.Degree is { } degree && DegreeOf(profile, resumeText) is var held && held < degree.Level)
        {
            var strength = degree.Preferred ? "preferred" : degree.OrEquivalent ? "or equivalent experience asked" : "required";
            yield return $"{DegreeName(degree.Level)} {strength}, {(held == DegreeLevel.None ? "none" : DegreeName(held).ToLowerInvariant())} shown";
        }
    }

    /// <summary>The highest level among the titles; a title without one is a middle level. Null when the resume shows no title at all.</summary>
    private static SeniorityLevel? HighestLevel(ResumeProfile profile)
    {
        var titles = profile.Jobs.Select(job => (job.Title, job.IsInternship)).Append((profile.Title, IsInternship: false)).Where(title => !string.IsNullOrWhiteSpace(title.Item1)).ToList();
        return titles.Count == 0
            ? null
            : titles.Max(title => title.IsInternship ? SeniorityLevel.Intern : Titles.LevelIn(title.Item1!)?.Level ?? SeniorityLevel.Middle);
    }

    private static DegreeLevel DegreeOf(ResumeProfile profile, string resumeText)
    {
        var held = profile.Education.Select(education => Degrees.HighestIn(education.Degree ?? string.Empty)).DefaultIfEmpty().Max();
        return held == DegreeLevel.None ? Degrees.HighestIn(resumeText) : held;
    }

    private static List<string> MissingCertifications(ResumeProfile profile, string resumeText, JobRequirements requirements)
    {
        if (requirements.Certifications.Count == 0)
            return [];
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in profile.Certifications.Append(resumeText))
        {
            foreach (var mention in CertificationCatalogue.Matcher.Find(text).Where(mention => !mention.Negated))
            {
                held.Add(mention.Skill.Id);
                held.UnionWith(CertificationCatalogue.Entries.ImpliedBy(mention.Skill.Id).Select(broader => broader.Id));
            }
        }

        return [.. requirements.Certifications
            .Where(asked => !held.Contains(asked.Certification.Id) && !asked.Alternatives.Any(held.Contains))
            .Select(asked => asked.Certification.Name)];
    }

    private static string Upper(string name) => name.ToUpperInvariant();

    private static string LevelName(SeniorityLevel level) => level switch
    {
        SeniorityLevel.Intern => "Intern",
        SeniorityLevel.Junior => "Junior",
        SeniorityLevel.Middle => "Middle",
        SeniorityLevel.Senior => "Senior",
        SeniorityLevel.Lead => "Lead",
        _ => "Executive",
    };

    private static string DegreeName(DegreeLevel level) => level switch
    {
        DegreeLevel.HighSchool => "High school diploma",
        DegreeLevel.Associate => "Associate degree",
        DegreeLevel.Bachelor => "Bachelor's degree",
        DegreeLevel.Master => "Master's degree",
        DegreeLevel.Doctorate => "Doctorate",
        _ => "No degree",
    };

    private static class Status
    {
        public const string Matching = "matching";
        public const string Missing = "missing";
    }
}
