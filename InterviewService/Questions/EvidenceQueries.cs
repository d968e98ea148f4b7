using System.Text.RegularExpressions;
using ResumeService.Contracts;

namespace InterviewService.Questions;

/// <summary>What the resume's chunks are searched for: what the job asks for, the projects, the skills that match, and the gaps.</summary>
internal static partial class EvidenceQueries
{
    private const int MaxJobParts = 12;
    private const int MaxProjects = 6;
    private const int MaxSkills = 6;
    private const int MaxGaps = 4;
    private const int MaxJobs = 4;
    private const int MaxLength = 400;

    /// <summary>At most 32 texts, no two alike, in order of importance.</summary>
    public static IReadOnlyList<string> Of(ResumeAnalysis resume, string? jobDescription)
    {
        var skills = resume.MatchingSkills.Count > 0 ? resume.MatchingSkills : [.. resume.Skills.Select(skill => skill.Name)];
        return [.. new[]
            {
                JobParts(resume, jobDescription ?? ""),
                resume.Projects.Take(MaxProjects).Select(project => string.Join(' ', [project.Name, .. project.TechStack, .. project.Highlights.Take(1)])),
                skills.Take(MaxSkills),
                resume.MissingSkills.Take(MaxGaps),
                resume.Jobs.Take(MaxJobs).Select(job => string.Join(' ', [job.Title ?? "", job.Company ?? "", .. job.Highlights.Take(1)])),
            }
            .SelectMany(texts => texts)
            .Select(text => Text.OneLine(text))
            .Where(text => text.Length > 0)
            .Select(text => text.Length <= MaxLength ? text : text[..MaxLength])
            .Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Sentences that name a skill say what the work is; the rest of a posting is about the company more often than not.
    private static IEnumerable<string> JobParts(ResumeAnalysis resume, string jobDescription)
    {
        string[] named = [.. resume.MatchingSkills, .. resume.MissingSkills];
        return SentenceEnd().Split(jobDescription)
            .Select((text, place) => (Text: text.Trim(" \t-–—*•·#".ToCharArray()), place))
            .Where(part => part.Text.Length >= 4)
            .OrderByDescending(part => named.Count(skill => part.Text.Contains(skill, StringComparison.OrdinalIgnoreCase)))
            .ThenBy(part => part.place)
            .Take(MaxJobParts)
            .Select(part => part.Text);
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+|(?<=[。！？；])|[\r\n]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SentenceEnd();
}
