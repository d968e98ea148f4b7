using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InterviewService.Questions.Selection;

/// <summary>Puts an interview together. A pure function: the same person, count and questions asked before give the same interview.</summary>
internal sealed class QuestionPlanner(KnowledgeQuestions knowledge, OwnWorkQuestions ownWork)
{
    private const double OwnShare = 0.25;
    private const double BehaviouralShare = 0.2;
    private const double GapShare = 0.15;
    private const int Sets = 3;

    /// <summary>Exactly <paramref name="count"/> questions in the order in which they are asked: own work first, then technical ones from easy to hard, behavioural ones last.</summary>
    /// <param name="person">Who is asked.</param>
    /// <param name="count">1 to 20.</param>
    /// <param name="asked">Keys that are used only when nothing else is left.</param>
    public IReadOnlyList<InterviewQuestion> Plan(Interviewee person, int count, IReadOnlySet<string> asked)
    {
        // What was asked before is part of the seed: the next interview is another one, and the same history gives the same.
        var seed = string.Join('\n', knowledge.Version, Fingerprint(person.Text), asked.Count.ToString(CultureInfo.InvariantCulture));
        var random = new SeededRandom(seed);
        var own = ownWork.Write(person, seed, Sets);
        var projects = own.Where(question => question.Kind == QuestionType.ProjectBased && question.IsOwn).OrderByDescending(question => question.Line is not null)
            .Concat(own.Where(question => question.Kind == QuestionType.Behavioral && question.Line is not null))
            .Concat(own.Where(question => question.Kind == QuestionType.ProjectBased && !question.IsOwn));
        var stories = own.Where(question => question.Kind == QuestionType.Behavioral);

        var set = new PlannedSet(asked);
        var behavioural = Math.Max(1, Share(count, BehaviouralShare));
        var projectCount = Math.Max(1, Share(count, OwnShare));
        var hasGaps = person.Resume.MissingSkills.Count > 0;
        var gaps = hasGaps ? Math.Max(count > 4 ? 1 : 0, Share(count, GapShare)) : 0;
        // Two of three behavioural questions come from the bank, whose answers are measured against key points.
        var fromOwnStories = behavioural / 3;

        set.Take(projects, projectCount);
        set.Take(knowledge.OnCompetencies(person, random), behavioural - fromOwnStories);
        set.Take(stories, fromOwnStories);
        var onGaps = knowledge.OnGaps(person, random);
        set.Take(onGaps.Concat(own.Where(question => question.Kind == QuestionType.Situational)), gaps);
        var onSkills = knowledge.OnSkills(person, random);
        set.Take(onSkills, count - set.Count);
        set.Take(own.Where(question => question.Kind == QuestionType.Technical), count - set.Count);
        set.Take(own, count - set.Count);
        set.TakeAgain([.. onSkills, .. own], count - set.Count);
        return InOrder(set.Questions);
    }

    private static int Share(int count, double share) => (int)Math.Round(count * share, MidpointRounding.AwayFromZero);

    // The warm-up is about what the person knows best: the own work.
    private static List<InterviewQuestion> InOrder(IReadOnlyList<InterviewQuestion> questions)
    {
        var projects = questions.Where(question => question.Kind == QuestionType.ProjectBased).ToList();
        var technical = questions.Where(question => question.Kind == QuestionType.Technical).ToList();
        var open = projects.Take(1).ToList();
        var later = new Queue<InterviewQuestion>(projects.Skip(1));
        var every = Math.Max(1, technical.Count / (later.Count + 1));
        for (var place = 0; place < technical.Count; place++)
        {
            open.Add(technical[place]);
            if ((place + 1) % every == 0 && later.TryDequeue(out var project))
                open.Add(project);
        }

        return [.. open, .. later, .. questions.Where(question => question.Kind == QuestionType.Situational), .. questions.Where(question => question.Kind == QuestionType.Behavioral)];
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The questions so far: no key and no line twice.</summary>
    private sealed class PlannedSet(IReadOnlySet<string> asked)
    {
        private readonly List<InterviewQuestion> _questions = [];
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
        private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

        public IReadOnlyList<InterviewQuestion> Questions => _questions;

        public int Count => _questions.Count;

        public void Take(IEnumerable<InterviewQuestion> candidates, int count)
        {
            foreach (var candidate in candidates.Where(candidate => !asked.Contains(candidate.Key)))
            {
                if (count <= 0)
                    return;
                if (candidate.IsStory && candidate.Line is { } line && _lines.Contains(line))
                    continue;
                count -= Add(candidate);
            }
        }

        /// <summary>Everything has been asked: what was asked before comes again, and only then.</summary>
        public void TakeAgain(IEnumerable<InterviewQuestion> candidates, int count)
        {
            foreach (var candidate in candidates)
            {
                if (count <= 0)
                    return;
                count -= Add(candidate);
            }
        }

        private int Add(InterviewQuestion candidate)
        {
            if (!_keys.Add(candidate.Key))
                return 0;
            if (candidate is { IsStory: true, Line: { } line })
                _lines.Add(line);
            _questions.Add(candidate);
            return 1;
        }
    }
}
