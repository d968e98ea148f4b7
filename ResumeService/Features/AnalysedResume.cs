using ResumeService.Contracts;
using ResumeService.Gap;
using ResumeService.JobDescriptions;
using ResumeService.Profiles;
using ResumeService.Skills;

namespace ResumeService.Features;

/// <summary>A profile set against a job description, as the other services are told of it.</summary>
internal sealed class AnalysedResume(SkillMatcher skills, GapAnalyzer analyzer, TimeProvider time)
{
    private const int WordsOfSentence = 5;

    /// <param name="profile">What the resume says; its mentions are offsets into <paramref name="text"/>.</param>
    /// <param name="text">Text of the resume.</param>
    /// <param name="jobDescription">Empty for the profile alone.</param>
    /// <param name="resumeId">0 for a document that is not stored.</param>
    /// <param name="revision">0 for a document that is not stored.</param>
    public ResumeAnalysis Of(ResumeProfile profile, string text, string jobDescription, long resumeId = 0, int revision = 0)
    {
        var requirements = JobDescription.Parse(jobDescription, skills);
        var gap = analyzer.Analyze(profile, text, requirements, semanticSimilarity: null);
        var asked = requirements.Skills.ToDictionary(required => ResumeData.Upper(required.Skill.Name), StringComparer.Ordinal);
        var usualSpelling = profile.Skills.Select(skill => skill.Name).DistinctBy(ResumeData.Upper).ToDictionary(ResumeData.Upper, StringComparer.Ordinal);
        var used = UsedSkills(profile);
        return new ResumeAnalysis
        {
            ResumeId = resumeId,
            Revision = revision,
            Title = profile.Title,
            ExperienceYears = profile.ExperienceYears,
            Skills = [.. profile.Skills.OrderByDescending(skill => skill.Mentions.Count).Select(skill => new AnalysedSkill(skill.Name, skill.Category, skill.Mentions.Count)
            {
                IsUsed = used.ContainsKey(skill.Id),
                LastUsed = used.GetValueOrDefault(skill.Id),
                Line = BestLine(text, skill),
            })],
            Projects = [.. profile.Projects.Select(project => new AnalysedProject(project.Name, project.TechStack, project.Highlights))],
            Jobs = [.. profile.Jobs.Select(job => new AnalysedJob(job.Title, job.Company, job.Highlights)
            {
                Start = job.Start,
                End = job.End,
                IsCurrent = job.IsCurrent,
                IsInternship = job.IsInternship,
            })],
            MatchingSkills = [.. gap.MatchingSkills.Select(AskedName)],
            MissingSkills = [.. gap.MissingSkills.Select(AskedName)],
            JobSkillGroups = requirements.Skills.ToDictionary(required => required.Skill.Name, required => required.Skill.Category, StringComparer.Ordinal),
            ExperienceRequired = gap.ExperienceRequired,
            JobTitle = requirements.Title,
            Requirements = [.. gap.Evidence.Select(Requirement)],
            ExperienceGaps = gap.SectionGaps.Experience,
            MissingCertifications = gap.SectionGaps.Certifications,
        };

        string AskedName(string upperCase) => asked.TryGetValue(upperCase, out var required) ? required.Skill.Name : upperCase;

        AnalysedRequirement Requirement(SkillEvidence evidence) => new(
            AskedName(evidence.Skill), evidence.Category, evidence.Resume is not null, evidence.Preferred,
            asked.TryGetValue(evidence.Skill, out var required) ? required.Mentions.Count : 1, evidence.JobDescription.Text)
        {
            ResumeLine = evidence.Resume?.Text,
            ImpliedBy = evidence.ImpliedBy,
            Related = evidence.Related is { } related ? usualSpelling.GetValueOrDefault(related.Skill, related.Skill) : null,
            RelatedLine = evidence.Related?.Resume.Text,
        };
    }

    /// <summary>Who the profile is about.</summary>
    public static CandidateProfile CandidateOf(ResumeProfile profile) => new()
    {
        Name = profile.Name,
        Email = profile.Email,
        Phone = profile.Phone,
        Location = profile.Location,
        Links = profile.Links,
        Summary = profile.Summary,
        Certifications = profile.Certifications,
        Education = [.. profile.Education.Select(school => new CandidateEducation(school.School, school.Degree, school.StartYear, school.EndYear))],
    };

    /// <summary>The skills that lines about jobs and projects name, by id, each with the last month of the latest dated job.</summary>
    private Dictionary<string, DateOnly?> UsedSkills(ResumeProfile profile)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var used = new Dictionary<string, DateOnly?>(StringComparer.Ordinal);
        foreach (var job in profile.Jobs)
            Add([job.Title ?? "", .. job.Highlights], job.IsCurrent ? thisMonth : job.End ?? job.Start);
        foreach (var project in profile.Projects)
            Add([project.Name, string.Join(", ", project.TechStack), .. project.Highlights], month: null);
        return used;

        void Add(IEnumerable<string> lines, DateOnly? month)
        {
            foreach (var mention in skills.Find(string.Join('\n', lines)).Where(mention => !mention.Negated))
            {
                var known = used.GetValueOrDefault(mention.Skill.Id);
                used[mention.Skill.Id] = known is null || month > known ? month ?? known : known;
            }
        }
    }

    // A sentence that says what was done with it, before a list that only names it.
    private static string? BestLine(string text, ProfileSkill skill)
    {
        const int looksAt = 8;
        var lines = skill.Mentions.Take(looksAt).Select(mention => Quotes.Around(text, mention).Text.ReplaceLineEndings(" ")).ToList();
        return lines.Find(IsSentence) ?? lines.FirstOrDefault();

        static bool IsSentence(string line) =>
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= WordsOfSentence and var words && line.Count(character => character is ',' or '|' or '·') * 3 < words;
    }
}
