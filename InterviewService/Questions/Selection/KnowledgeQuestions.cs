using InterviewService.Questions.Knowledge;
using ResumeService.Contracts;

namespace InterviewService.Questions.Selection;

/// <summary>Picks from the question bank what suits a person: by skill, level and competency.</summary>
internal sealed class KnowledgeQuestions(KnowledgeBase knowledge)
{
    private const int Rounds = 4;

    // Every third topic is asked about one level lower: an interview that is all at the limit measures nerves.
    private const int EasierEvery = 3;

    private static readonly (QuestionLevel From, string Topic)[] Leading =
    [
        (QuestionLevel.Senior, "leadership"), (QuestionLevel.Senior, "mentoring"), (QuestionLevel.Middle, "ownership"), (QuestionLevel.Middle, "decision-making"),
    ];

    /// <summary>Part of what a seed means.</summary>
    public string Version => knowledge.Version;

    /// <summary>Questions on skills the resume shows: one for each of the heaviest, then a second round, and so on.</summary>
    public IReadOnlyList<InterviewQuestion> OnSkills(Interviewee person, SeededRandom random) =>
        Ask(person, SkillRanking.Shown(person.Resume), person.Level, random, skill => Why(skill, person.Language), isGap: false);

    /// <summary>Questions on skills the job asks for and the resume does not show, one level lower.</summary>
    public IReadOnlyList<InterviewQuestion> OnGaps(Interviewee person, SeededRandom random) =>
        Ask(person, SkillRanking.Gaps(person.Resume), Lower(person.Level), random, skill => WhyGap(skill, person.Language), isGap: true);

    /// <summary>Questions on what somebody did, one for each competency before a second.</summary>
    public IReadOnlyList<InterviewQuestion> OnCompetencies(Interviewee person, SeededRandom random)
    {
        var softSkills = person.Resume.Requirements.Concat(person.Resume.Skills.Select(skill => new AnalysedRequirement(skill.Name, skill.Category, true, true, 1, "")))
            .Select(skill => skill.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var topics = random.Shuffle(knowledge.Topics.Where(topic => topic.IsBehavioural))
            .OrderByDescending(topic => topic.Skills.Any(softSkills.Contains))
            .ThenByDescending(topic => Leading.Any(leading => topic.Id.Contains(leading.Topic, StringComparison.Ordinal) && person.Level >= leading.From))
            .ToList();
        return [.. Enumerable.Range(0, Rounds).SelectMany(round => topics
            .Select(topic => InOrder(topic, person.Level, random.Below(int.MaxValue)).ElementAtOrDefault(round) is { } question
                ? Of(question, topic, person.Language, OwnWorkQuestions.BehavioralType, OwnWorkWords.Of(person.Language).Behavioral, WhyCompetency(topic, person.Language), line: null, isGap: false)
                : null)
            .OfType<InterviewQuestion>())];
    }

    /// <summary>The topic that is closest to a skill; null when the bank has none.</summary>
    public KnowledgeTopic? TopicOf(string skill) => knowledge.TopicsOf(skill) is [var closest, ..] ? closest : null;

    private List<InterviewQuestion> Ask(
        Interviewee person, IReadOnlyList<RankedSkill> skills, QuestionLevel level, SeededRandom random, Func<RankedSkill, string> why, bool isGap)
    {
        // Flask and Django may share a topic: the heavier skill has it. Equal weights are the seed's to order.
        var topics = random.Shuffle(skills).OrderByDescending(skill => skill.Weight)
            .Select(skill => (Skill: skill, Topic: TopicOf(skill.Name)))
            .Where(pair => pair.Topic is { IsBehavioural: false })
            .DistinctBy(pair => pair.Topic!.Id, StringComparer.Ordinal)
            .Select((pair, place) => (pair.Skill, Topic: pair.Topic!, Ordered: InOrder(pair.Topic!, place % EasierEvery == EasierEvery - 1 ? Lower(level) : level, random.Below(int.MaxValue))))
            .ToList();
        return [.. Enumerable.Range(0, Rounds).SelectMany(round => topics
            .Where(topic => round < topic.Ordered.Count)
            .Select(topic => Of(
                topic.Ordered[round], topic.Topic, person.Language, topic.Skill.Name.ToUpperInvariant(), topic.Skill.Category, why(topic.Skill),
                topic.Skill.Shown?.Line ?? topic.Skill.Required?.ResumeLine, isGap)))];
    }

    // The level asked for first, then its neighbours, the easier one before the harder; within a level the seed decides where to begin.
    private static List<KnowledgeQuestion> InOrder(KnowledgeTopic topic, QuestionLevel level, int seed) =>
        [.. topic.Questions.GroupBy(question => question.Level)
            .OrderBy(group => (Math.Abs(group.Key - level), group.Key))
            .SelectMany(group => Rotated([.. group], seed))];

    private static IEnumerable<KnowledgeQuestion> Rotated(KnowledgeQuestion[] questions, int seed) =>
        questions.Select((_, place) => questions[(place + seed) % questions.Length]);

    private static InterviewQuestion Of(
        KnowledgeQuestion question, KnowledgeTopic topic, string language, string type, string category, string why, string? line, bool isGap)
    {
        var chinese = language == Interviewee.Chinese ? question.Chinese : null;
        return new InterviewQuestion
        {
            Key = question.Id,
            Text = chinese?.Text ?? question.Text,
            Kind = topic.IsBehavioural ? QuestionType.Behavioral : QuestionType.Technical,
            Type = type,
            Category = category,
            Intention = chinese?.Intention ?? question.Intention,
            Why = why,
            ReferenceAnswer = chinese?.Answer ?? question.Answer,
            KeyPoints = chinese?.KeyPoints ?? question.KeyPoints,
            Mistakes = chinese is null ? question.Mistakes : chinese.Mistakes ?? [],
            // There is none in Chinese.
            OtherAnswers = chinese is null ? question.OtherAnswers : [],
            FollowUp = chinese?.FollowUp ?? question.FollowUp,
            Star = question.Star,
            Line = isGap ? null : Phrases.Line(line ?? ""),
        };
    }

    private static QuestionLevel Lower(QuestionLevel level) => level == QuestionLevel.Junior ? level : level - 1;

    private static string Why(RankedSkill skill, string language)
    {
        var line = Phrases.Line(skill.Shown?.Line ?? skill.Required?.ResumeLine ?? "");
        if (language == Interviewee.Chinese)
        {
            var job = skill.Required is null ? "" : $"岗位需要{skill.Name}；";
            return line is null ? $"{job}你的简历提到{skill.Name}。" : $"{job}你的简历写道：“{line}”。";
        }

        var shown = line is not null ? $"your resume says: “{line}”."
            : skill.Shown is { Mentions: > 1 and var times } ? $"your resume names {Phrases.Skill(skill.Name)} {times} times."
            : $"your resume names {Phrases.Skill(skill.Name)}.";
        return skill.Required is null ? char.ToUpperInvariant(shown[0]) + shown[1..] : $"The job asks for {Phrases.Skill(skill.Name)}, and {shown}";
    }

    private static string WhyGap(RankedSkill skill, string language)
    {
        var related = skill.Required?.Related;
        if (language == Interviewee.Chinese)
            return related is null ? $"岗位需要{skill.Name}，而你的简历没有体现。" : $"岗位需要{skill.Name}，你的简历没有体现，最接近的是{related}。";
        return related is null
            ? $"The job asks for {Phrases.Skill(skill.Name)}, which your resume does not show."
            : $"The job asks for {Phrases.Skill(skill.Name)}, which your resume does not show; {Phrases.Skill(related)} is the nearest it does.";
    }

    private static string WhyCompetency(KnowledgeTopic topic, string language) =>
        language == Interviewee.Chinese ? $"考察的能力：{topic.Name}。" : $"Looks at a competency that every role needs: {topic.Name.ToLowerInvariant()}.";
}
