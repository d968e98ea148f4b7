using System.Text.Json;
using InterviewService.Evaluation;
using InterviewService.Questions;
using InterviewService.Questions.Knowledge;

namespace Accuracy.Examiner;

/// <summary>One answer with the grade that its author gave it by the rubric.</summary>
/// <param name="Label">What sort of answer it is: excellent, good, partial, fluent-wrong, padded…</param>
/// <param name="Grade">0 to 5.</param>
/// <param name="Text">The answer.</param>
internal sealed record GradedAnswer(string Label, double Grade, string Text);

/// <summary>A question with its answers.</summary>
internal sealed record GradedQuestion(
    string Id, string Kind, string Language, string Text, string Reference, IReadOnlyList<string> KeyPoints, IReadOnlyList<GradedAnswer> Answers,
    IReadOnlyList<string>? Mistakes = null, string? OtherWords = null)
{
    private static readonly Lazy<Dictionary<string, KnowledgeQuestion>> Bank = new(() => KnowledgeBase.Read().Topics
        .SelectMany(topic => topic.Questions)
        .ToDictionary(question => question.Text, StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, LocalizedQuestion>> ChineseBank = new(() => Bank.Value.Values
        .Select(question => question.Chinese)
        .OfType<LocalizedQuestion>()
        .ToDictionary(question => question.Text, StringComparer.Ordinal));

    /// <summary>As the examiner gets it: a question of the question bank as InterviewQuestion.ForExaminer hands it over.</summary>
    public ExaminedQuestion Examined
    {
        get
        {
            var bank = Bank.Value.GetValueOrDefault(Text);
            var chinese = ChineseBank.Value.GetValueOrDefault(Text);
            var isStory = Kind == QuestionType.Behavioral;
            return new()
            {
                Text = Text,
                Kind = Kind,
                Language = Language,
                ReferenceAnswer = isStory ? chinese?.Answer ?? bank?.Answer ?? Reference : Reference,
                KeyPoints = KeyPoints,
                Mistakes = Mistakes ?? chinese?.Mistakes ?? bank?.Mistakes ?? [],
                OtherAnswers = OtherWords is { } other ? [other] : bank?.OtherAnswers ?? [],
            };
        }
    }
}

/// <summary>An answer and the score that the examiner gave it.</summary>
internal sealed record ScoredAnswer(GradedQuestion Question, GradedAnswer Answer, AnswerEvaluation Evaluation)
{
    public int Score => Evaluation.Score;
}

/// <summary>The sets of graded answers, and how well scores follow the grades.</summary>
internal static class GradedAnswers
{
    /// <summary>The sets that all weights were fitted on.</summary>
    public static readonly IReadOnlyList<string> Tuning = ["answers.tuning.json", "answers.tuning-2.json", "answers.tuning-3.json", "answers.tuning-4.json", "answers.tuning-5.json"];

    /// <summary>Sets of after the fit of the weights for knowledge; those for stories were fitted on them as well.</summary>
    public static readonly IReadOnlyList<string> Later = ["answers.tuning-6.json", "answers.tuning-7.json", "answers.tuning-8.json", "answers.tuning-9.json"];

    /// <summary>The set that is looked at as totals only.</summary>
    public const string Kept = "answers.kept.json";

    public static IReadOnlyList<GradedQuestion> Read(Stream file) => JsonSerializer.Deserialize<List<GradedQuestion>>(file, JsonSerializerOptions.Web)!;

    public static async Task<IReadOnlyList<ScoredAnswer>> ScoreAsync(IEnumerable<GradedQuestion> questions, ITextComparer texts, CancellationToken cancellationToken)
    {
        var examiner = new InterviewService.Evaluation.Examiner(texts);
        var scored = new List<ScoredAnswer>();
        foreach (var question in questions)
        {
            foreach (var answer in question.Answers)
                scored.Add(new ScoredAnswer(question, answer, await examiner.EvaluateAsync(question.Examined, answer.Text, cancellationToken)));
        }

        return scored;
    }

    /// <summary>Pearson's correlation of scores and grades.</summary>
    public static double Agreement(IReadOnlyList<ScoredAnswer> scored) =>
        Correlation.Pearson([.. scored.Select(one => one.Answer.Grade)], [.. scored.Select(one => (double)one.Score)]);

    /// <summary>Of the pairs of one question whose grades differ by one or more, those where the better answer has the higher score.</summary>
    public static double InOrder(IEnumerable<ScoredAnswer> scored)
    {
        var pairs = Pairs(scored).ToList();
        return pairs.Count(pair => pair.Better.Score > pair.Worse.Score) / (double)pairs.Count;
    }

    public static IEnumerable<(ScoredAnswer Better, ScoredAnswer Worse)> Pairs(IEnumerable<ScoredAnswer> scored) =>
        from question in scored.GroupBy(one => one.Question.Id, StringComparer.Ordinal)
        from better in question
        from worse in question
        where better.Answer.Grade >= worse.Answer.Grade + 1
        select (better, worse);
}
