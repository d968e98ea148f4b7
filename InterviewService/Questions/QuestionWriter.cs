using System.Globalization;
using System.Text.RegularExpressions;
using ResumeService.Contracts;
using static InterviewService.Questions.QuestionType;

namespace InterviewService.Questions;

/// <param name="Text">The question as it is asked.</param>
/// <param name="Type">One of <see cref="QuestionType"/>.</param>
internal sealed record WrittenQuestion(string Text, string Type)
{
    /// <summary>What it is about: a project, a skill, a gap, a line, a job or a theme.</summary>
    public required string Subject { get; init; }

    /// <summary>What the wording needs, for instance <c>project + line</c>.</summary>
    public required string Needs { get; init; }

    /// <summary>As it stands in the question; null where the wording names no project.</summary>
    public string? Project { get; init; }

    /// <summary>As it stands in the question; null where the wording names no skill.</summary>
    public string? Skill { get; init; }

    /// <summary>The line of the resume that is quoted; null when none is.</summary>
    public string? Line { get; init; }

    /// <summary>As it stands in the question; null where the wording names no job.</summary>
    public string? Job { get; init; }
}

/// <summary>Writes interview questions from what a resume says. A pure function: the same resume, evidence and seed give the same questions.</summary>
internal sealed partial class QuestionWriter(QuestionTemplates templates)
{
    // Shares of the types in a set; what is the person's own counts four times a theme that suits everybody.
    private static readonly (string Type, double Share)[] Mix = [(ProjectBased, 3), (Technical, 3), (Situational, 2), (Behavioral, 2)];
    private const double ThemeShare = 0.25;

    /// <summary>
    /// Exactly <paramref name="count"/> questions, at most 20, no two about the same subject in the same way. A shorter set is the beginning of a longer one.
    /// </summary>
    public IReadOnlyList<WrittenQuestion> Write(ResumeAnalysis resume, ResumeEvidence evidence, int count, string? seed)
    {
        var random = new SeededRandom(templates.Version, resume.ResumeId.ToString(CultureInfo.InvariantCulture), seed ?? "");
        var waiting = QuestionSubjects.Of(resume, evidence, templates, random).ToDictionary(entry => entry.Key, entry => entry.Value.ToList(), StringComparer.Ordinal);
        var types = random.Shuffle(Mix);
        var set = new QuestionSet(templates, random);
        while (set.Questions.Count < count && waiting.Values.Any(subjects => subjects.Count > 0))
        {
            var (type, _) = types.Where(entry => waiting[entry.Type].Count > 0)
                .MaxBy(entry => entry.Share * (waiting[entry.Type][0].IsOwn ? 1 : ThemeShare) / ((2 * set.CountOf(entry.Type)) + 1));
            var subject = Next(waiting[type], set);
            waiting[type].Remove(subject);
            set.TryAsk(subject);
        }

        return set.Questions;
    }

    // A skill that the set has asked about already is not the first choice for a situation.
    private static QuestionSubject Next(List<QuestionSubject> subjects, QuestionSet set) =>
        subjects[0].Type == Situational && subjects[0].IsOwn ? subjects.Find(subject => subject.IsOwn && !set.Mentions(subject.Name)) ?? subjects[0] : subjects[0];

    /// <summary>The questions so far and what they have used up.</summary>
    private sealed partial class QuestionSet(QuestionTemplates templates, SeededRandom random)
    {
        private readonly HashSet<string> _used = new(StringComparer.Ordinal);
        private readonly HashSet<QuestionTemplate> _templates = [];
        private readonly HashSet<string> _themes = new(StringComparer.Ordinal);
        private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

        public List<WrittenQuestion> Questions { get; } = [];

        public int CountOf(string type) => Questions.Count(question => question.Type == type);

        public bool Mentions(string name) => _names.Contains(name);

        /// <summary>Asks about the subject unless everything that could be asked has been used up.</summary>
        public void TryAsk(QuestionSubject subject)
        {
            var open = subject.Wordings
                .Where(wording => wording.Uses is null || !_used.Contains(wording.Uses))
                .Select(wording => (Wording: wording, Templates: Open(subject.Type, wording)))
                .Where(choice => choice.Templates.Length > 0)
                .GroupBy(choice => choice.Wording.Needs, StringComparer.Ordinal)
                .Select(choices => choices.ToArray())
                .ToArray();
            if (open.Length == 0)
                return;

            // First how to ask, then about which line or skill: a project of many lines is not always asked about by a line.
            var (wording, usable) = Pick(Pick(open));
            var template = Pick(usable);
            _templates.Add(template);
            _names.Add(subject.Name);
            if (wording.Uses is not null)
                _used.Add(wording.Uses);
            if (template.Theme is not null)
                _themes.Add(template.Theme);
            Questions.Add(new WrittenQuestion(Placeholder().Replace(template.Text, match => wording.Values[match.Groups[1].Value]), subject.Type)
            {
                Subject = subject.Name,
                Needs = wording.Needs,
                Project = wording.Values.GetValueOrDefault("project"),
                Skill = wording.Values.GetValueOrDefault("skill"),
                Line = wording.Values.GetValueOrDefault("line"),
                Job = wording.Values.GetValueOrDefault("job"),
            });
        }

        private QuestionTemplate[] Open(string type, Wording wording) =>
            [.. (wording.Template is { } only ? [only] : templates.Of(type, wording.Needs, wording.Group))
                .Where(template => !_templates.Contains(template) && (template.Theme is null || !_themes.Contains(template.Theme)))];

        private T Pick<T>(T[] choices) => choices[random.Below(choices.Length)];

        [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
        private static partial Regex Placeholder();
    }
}
