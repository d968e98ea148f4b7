using InterviewService.Questions;
using InterviewService.Reports;
using ResumeService.Contracts;

namespace InterviewService.Pdf;

/// <summary>
/// What a one-page CV for a job shows, and in which order: everything stands in the resume, nothing is put in other words. What the job asks for comes first; what does
/// not fit is left out from the end, the oldest and least relevant first. Pure.
/// </summary>
internal sealed record Cv
{
    // Lines of body text on an A4 page at the tightest density, and letters in one.
    private const int PageLines = 60;
    private const int LettersInLine = 112;
    private const int HeaderLines = 5;
    private const int SectionLines = 2;
    private const int MostHighlights = 5;
    private const int MostSkillsInGroup = 12;
    private const int MostGroups = 7;
    private const int MostProjects = 4;
    private const int MostCertifications = 6;
    private const int LongestSummary = 420;

    public required CandidateProfile Profile { get; init; }

    public required string? Title { get; init; }

    public required string? Summary { get; init; }

    /// <summary>What the job asks for stands first, and is marked.</summary>
    public required IReadOnlyList<(string Group, IReadOnlyList<(string Name, bool IsAsked)> Skills)> Skills { get; init; }

    public required IReadOnlyList<AnalysedJob> Jobs { get; init; }

    public required IReadOnlyList<AnalysedProject> Projects { get; init; }

    public static Cv Of(Candidate candidate)
    {
        var resume = candidate.Resume;
        var asked = resume.Requirements.Where(required => required.IsShown).SelectMany(required => new[] { required.Name, required.ImpliedBy }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var cv = new Cv
        {
            Profile = candidate.Profile with
            {
                Certifications = [.. candidate.Profile.Certifications.Select(Text.OneLine).OrderByDescending(name => Relevance(name, asked)).Take(MostCertifications)],
            },
            Title = resume.Title,
            Summary = candidate.Profile.Summary is { } summary ? Shortened(summary) : null,
            Skills = [.. resume.Skills.GroupBy(skill => skill.Category, StringComparer.Ordinal)
                .Select(group => (group.Key, Skills: (IReadOnlyList<(string, bool)>)[.. group.Select(skill => (skill.Name, IsAsked: asked.Contains(skill.Name))).OrderByDescending(skill => skill.IsAsked).Take(MostSkillsInGroup)]))
                .OrderByDescending(group => group.Skills.Count(skill => skill.Item2))
                .Take(MostGroups)],
            Jobs = [.. resume.Jobs.Select(job => job with { Highlights = Best(job.Highlights, asked) })],
            Projects = [.. resume.Projects
                .OrderByDescending(project => project.TechStack.Count(asked.Contains) + project.Highlights.Sum(line => Relevance(line, asked)))
                .Take(MostProjects)
                .Select(project => project with { Highlights = [.. Best(project.Highlights, asked).Take(2)] })],
        };
        return cv.FittedTo(PageLines, asked);
    }

    // Whole sentences alone: half of one would say something that the resume does not.
    private static string Shortened(string summary)
    {
        var text = Text.OneLine(summary);
        if (text.Length <= LongestSummary)
            return text;
        var end = text.LastIndexOfAny(['.', '!', '?', '。'], LongestSummary);
        return end > LongestSummary / 3 ? text[..(end + 1)] : Text.Shorten(text, LongestSummary);
    }

    private static List<string> Best(IReadOnlyList<string> lines, HashSet<string> asked) =>
        [.. lines.Select(Text.OneLine).Where(line => line.Length > 0).OrderByDescending(line => Relevance(line, asked)).Take(MostHighlights)];

    private static int Relevance(string line, HashSet<string> asked) => (2 * asked.Count(skill => Phrases.Names(line, skill))) + (line.Any(char.IsDigit) ? 1 : 0);

    private Cv FittedTo(int lines, HashSet<string> asked)
    {
        var cv = this;
        while (cv.Lines > lines)
        {
            var jobs = cv.Jobs.ToList();
            // The oldest job with more than one line loses its least relevant; then projects go, then the lines of the oldest jobs, then the jobs.
            if (jobs.FindLastIndex(job => job.Highlights.Count > 1) is >= 0 and var longest && jobs[longest].Highlights.Count > 1 && jobs.Sum(job => job.Highlights.Count) > 6)
                jobs[longest] = jobs[longest] with { Highlights = [.. jobs[longest].Highlights.SkipLast(1)] };
            else if (cv.Projects.Count > 1)
                cv = cv with { Projects = [.. cv.Projects.SkipLast(1)] };
            else if (jobs.FindLastIndex(job => job.Highlights.Count > 0) is > 0 and var oldest)
                jobs[oldest] = jobs[oldest] with { Highlights = [] };
            else if (jobs.Count > 1)
                jobs.RemoveAt(jobs.Count - 1);
            else if (cv.Skills.Count > 2)
                cv = cv with { Skills = [.. cv.Skills.SkipLast(1)] };
            else
                return cv with { Jobs = jobs };
            cv = cv with { Jobs = jobs };
        }

        return cv;
    }

    private int Lines =>
        HeaderLines
        + (Summary is null ? 0 : SectionLines + LinesOf(Summary))
        + (Skills.Count == 0 ? 0 : SectionLines + Skills.Sum(group => LinesOf(group.Group + string.Join(", ", group.Skills.Select(skill => skill.Name)))))
        + (Jobs.Count == 0 ? 0 : SectionLines + Jobs.Sum(job => 2 + job.Highlights.Sum(LinesOf)))
        + (Projects.Count == 0 ? 0 : SectionLines + Projects.Sum(project => 1 + project.Highlights.Sum(LinesOf)))
        + (Profile.Education.Count == 0 ? 0 : SectionLines + Profile.Education.Count)
        + (Profile.Certifications.Count == 0 ? 0 : SectionLines + Profile.Certifications.Count);

    // A Han character is twice as wide as a letter.
    private static int LinesOf(string text) => 1 + ((text.Length + text.Count(character => character >= '\u2E80')) / LettersInLine);
}
