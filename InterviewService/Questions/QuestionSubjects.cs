using ResumeService.Contracts;
using static InterviewService.Questions.QuestionType;

namespace InterviewService.Questions;

/// <summary>
/// What a resume offers to ask about, each type in the order in which it is asked: what the job wants before the rest, and within that as the seed decides.
/// </summary>
internal sealed class QuestionSubjects
{
    // Of one kind; a set of 20 questions never gets further.
    private const int MaxSubjects = 40;

    // Of one project or job; a resume of a hundred lines is not a hundred subjects.
    private const int MaxLines = 4;
    private const int MaxSkillsOfProject = 6;
    private const int ProminentSkills = 8;
    private const int MinWordsOfChunkLine = 6;
    private const string SoftSkills = "Soft skills";
    private const string SpokenLanguages = "Spoken languages";

    private readonly ResumeAnalysis _resume;
    private readonly ResumeEvidence _evidence;
    private readonly QuestionTemplates _templates;
    private readonly SeededRandom _random;
    private readonly HashSet<string> _matching;
    private readonly Dictionary<string, string> _groups;
    private readonly IReadOnlyList<QuotableLine> _lines;

    private QuestionSubjects(ResumeAnalysis resume, ResumeEvidence evidence, QuestionTemplates templates, SeededRandom random)
    {
        (_resume, _evidence, _templates, _random) = (resume, evidence, templates, random);
        _matching = resume.MatchingSkills.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _groups = resume.Skills.Select(skill => (skill.Name, skill.Category)).Concat(resume.JobSkillGroups.Select(group => (Name: group.Key, Category: group.Value)))
            .DistinctBy(skill => skill.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(skill => skill.Name, skill => skill.Category, StringComparer.OrdinalIgnoreCase);
        _lines = Lines();
    }

    /// <summary>The subjects by type, best first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<QuestionSubject>> Of(
        ResumeAnalysis resume, ResumeEvidence evidence, QuestionTemplates templates, SeededRandom random)
    {
        var subjects = new QuestionSubjects(resume, evidence, templates, random);
        return new Dictionary<string, IReadOnlyList<QuestionSubject>>(StringComparer.Ordinal)
        {
            [ProjectBased] = [.. subjects.Projects(), .. subjects.Themes(ProjectBased)],
            [Technical] = [.. subjects.Skills(), .. subjects.Themes(Technical)],
            [Situational] = [.. subjects.Gaps(), .. subjects.SkillSituations(), .. subjects.Themes(Situational)],
            [Behavioral] = [.. subjects.Work(), .. subjects.Themes(Behavioral)],
        };
    }

    private IEnumerable<QuestionSubject> Projects() => InOrder(
        _resume.Projects.Where(project => Phrases.Project(project.Name, _templates.Language) is not null).DistinctBy(project => Text.Comparable(project.Name)),
        project => project.TechStack.Any(_matching.Contains) || IsRelevant(project) ? 0 : 1)
        .Take(MaxSubjects)
        .Select(project =>
        {
            var phrase = Phrases.Project(project.Name, _templates.Language)!;
            IEnumerable<Wording> wordings =
            [
                new Wording("project") { Values = Values(("project", phrase)) },
                .. InOrder(project.TechStack, skill => _matching.Contains(skill) ? 0 : 1).Take(MaxSkillsOfProject).Select(skill => new Wording("project + skill")
                {
                    Values = Values(("project", phrase), ("skill", Phrases.Skill(skill))),
                    Uses = SkillInProject(skill, project),
                }),
                .. project.Highlights.Select(Phrases.Line).OfType<string>().Take(MaxLines).Select(line => new Wording("project + line")
                {
                    Values = Values(("project", phrase), ("line", line)),
                    Uses = Line(line),
                }),
            ];
            return new QuestionSubject(ProjectBased, project.Name, IsOwn: true, [.. wordings]);
        });

    private IEnumerable<QuestionSubject> Skills() => OrderedSkills().Where(skill => !IsPersonal(skill)).Select(skill =>
    {
        IEnumerable<Wording> wordings =
        [
            new Wording("skill") { Group = Group(skill), Values = Values(("skill", Phrases.Skill(skill))) },
            .. from project in _resume.Projects
               where project.TechStack.Contains(skill, StringComparer.OrdinalIgnoreCase) && Phrases.Project(project.Name, _templates.Language) is not null
               select new Wording("skill + project")
               {
                   Values = Values(("skill", Phrases.Skill(skill)), ("project", Phrases.Project(project.Name, _templates.Language)!)),
                   Uses = SkillInProject(skill, project),
               },
            .. _lines.Where(line => Phrases.Names(line.Text, skill)).Take(MaxLines).Select(line => new Wording("skill + line")
            {
                Values = Values(("skill", Phrases.Skill(skill)), ("line", line.Text)),
                Uses = Line(line.Text),
            }),
        ];
        return new QuestionSubject(Technical, skill, IsOwn: true, [.. wordings]);
    });

    // Matching skills first, then the prominent ones of the resume, then the rest.
    private string[] OrderedSkills()
    {
        string[] all = [.. _resume.MatchingSkills.Concat(_resume.Skills.Select(skill => skill.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        var prominent = _resume.Skills.Take(ProminentSkills).Select(skill => skill.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. InOrder(all, skill => _matching.Contains(skill) ? 0 : prominent.Contains(skill) ? 1 : 2).Take(MaxSubjects)];
    }

    private IEnumerable<QuestionSubject> Gaps()
    {
        var related = _lines.Where(line => line.Relevance > 0).Take(MaxLines).ToArray();
        var gaps = _random.Shuffle(_resume.MissingSkills.Distinct(StringComparer.OrdinalIgnoreCase)).Take(MaxSubjects).Select(skill =>
        {
            IEnumerable<Wording> wordings =
            [
                new Wording(Group(skill) == SoftSkills ? "soft gap" : "gap") { Values = Values(("skill", Phrases.Skill(skill))) },
                .. (IsPersonal(skill) ? [] : related).Select(line => new Wording("gap + line")
                {
                    Values = Values(("skill", Phrases.Skill(skill)), ("line", line.Text)),
                    Uses = Line(line.Text),
                }),
            ];
            return new QuestionSubject(Situational, skill, IsOwn: true, [.. wordings]);
        });
        // "0 years" may also mean that the resume prints no dates.
        return _resume.ExperienceYears is not (> 0 and var have) || have >= _resume.ExperienceRequired
            ? gaps
            : gaps.Append(new QuestionSubject(Situational, "years of experience", IsOwn: true,
                [new Wording("experience") { Values = Values(("years", Phrases.Years(_resume.ExperienceRequired, _templates.Language)), ("have", Phrases.Years(have, _templates.Language))) }]));
    }

    private IEnumerable<QuestionSubject> SkillSituations() => OrderedSkills()
        .Where(skill => _templates.Of(Situational, "skill", Group(skill)).Any())
        .Select(skill => new QuestionSubject(Situational, skill, IsOwn: true,
            [new Wording("skill") { Group = Group(skill), Values = Values(("skill", Phrases.Skill(skill))) }]));

    // What a person has done, line by line, and the places where it was done.
    private IEnumerable<QuestionSubject> Work()
    {
        var lines = _lines.Where(line => !line.OfProject).Select(line => (
            Subject: new QuestionSubject(Behavioral, line.Text, IsOwn: true, [new Wording("line") { Values = Values(("line", line.Text)), Uses = Line(line.Text) }]),
            Tier: line.Relevance > 0 || _evidence.Chunks.Count == 0 ? 0 : 1));
        var jobs = _resume.Jobs.Select(job => Phrases.Job(job, _templates.Language)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select((job, place) => (
            Subject: new QuestionSubject(Behavioral, job, IsOwn: true, [new Wording("job") { Values = Values(("job", job)) }]),
            Tier: place < 2 ? 0 : 1));
        var personal = OrderedSkills().Where(IsPersonal).Select(skill => (
            Subject: new QuestionSubject(Behavioral, skill, IsOwn: true, [new Wording("skill") { Group = Group(skill), Values = Values(("skill", Phrases.Skill(skill))) }]),
            Tier: 1));
        return InOrder(lines.Concat(jobs).Concat(personal), entry => entry.Tier).Select(entry => entry.Subject);
    }

    private IEnumerable<QuestionSubject> Themes(string type) => _random.Shuffle(_templates.Of(type, "general"))
        .Select(template => new QuestionSubject(type, template.Text, IsOwn: false, [new Wording("general") { Template = template }]));

    // Lines of the profile, most relevant first; where the profile has hardly any, whole lines of the chunks that the search found.
    private List<QuotableLine> Lines()
    {
        var lines = _resume.Jobs.SelectMany(job => job.Highlights.Take(MaxLines), (_, line) => (line, OfProject: false))
            .Concat(_resume.Projects.SelectMany(project => project.Highlights.Take(MaxLines), (_, line) => (line, OfProject: true)))
            .ToList();
        if (lines.Count < MaxLines)
        {
            // The first and the last line of a chunk may be cut.
            lines.AddRange(_evidence.Chunks.SelectMany(chunk => chunk.Text.Split('\n').Skip(1).SkipLast(1), (_, line) => (line, OfProject: false))
                .Where(entry => IsSentence(entry.line)));
        }

        return [.. lines
            .Select(entry => (Line: Phrases.Line(entry.line), Relevance: _evidence.RelevanceOf(entry.line), entry.OfProject))
            .Where(entry => entry.Line is not null)
            .DistinctBy(entry => Text.Comparable(entry.Line!))
            .Select(entry => new QuotableLine(entry.Line!, entry.Relevance, entry.OfProject))
            .OrderByDescending(line => line.Relevance)];
    }

    // Not a heading, nor a list of skills.
    private static bool IsSentence(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is >= MinWordsOfChunkLine and var words && line.Count(character => character == ',') * 3 < words;

    private bool IsRelevant(AnalysedProject project) =>
        _evidence.RelevanceOf(project.Name) > 0 || project.Highlights.Take(MaxLines).Any(line => _evidence.RelevanceOf(line) > 0);

    private T[] InOrder<T>(IEnumerable<T> items, Func<T, int> tier) => [.. _random.Shuffle(items).OrderBy(tier)];

    private string? Group(string skill) => _groups.GetValueOrDefault(skill);

    // Nobody is asked for the technique of teamwork, or of French.
    private bool IsPersonal(string skill) => Group(skill) is SoftSkills or SpokenLanguages;

    private static string Line(string line) => "line " + Text.Comparable(line);

    private static string SkillInProject(string skill, AnalysedProject project) => $"{skill.ToLowerInvariant()} in {Text.Comparable(project.Name)}";

    private static Dictionary<string, string> Values(params IEnumerable<(string Name, string Value)> values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    private sealed record QuotableLine(string Text, double Relevance, bool OfProject);
}
