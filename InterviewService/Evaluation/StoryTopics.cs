using InterviewService.Questions.Knowledge;

namespace InterviewService.Evaluation;

/// <summary>How a story fits its question among the behavioural questions of the question bank.</summary>
/// <param name="Closeness">0 to 1: cosine of the words of the story and those of the question with all that is known of it, rare words counting more (tf-idf).</param>
/// <param name="Rank">1 when it comes nearer to its own question than to any other, 0 when to all others first.</param>
internal readonly record struct StoryFit(double Closeness, double Rank);

/// <summary>Tells whether a story answers the behavioural question that was asked or another: a good story on criticism does not answer a question on a deadline.</summary>
internal sealed class StoryTopics
{
    // The question itself counts twice: it is short and says most.
    private const int OfQuestion = 2;

    private static readonly Lazy<StoryTopics> OfBank = new(() => new StoryTopics(KnowledgeBase.Read()));

    private readonly Dictionary<string, double> _rarity;
    private readonly Dictionary<string, Dictionary<string, double>> _questions;

    private StoryTopics(KnowledgeBase knowledge)
    {
        var words = knowledge.Topics.Where(topic => topic.IsBehavioural).SelectMany(topic => topic.Questions).ToDictionary(
            question => question.Text,
            question => Count([.. Enumerable.Repeat(question.Text, OfQuestion), question.Answer, .. question.OtherAnswers, .. question.Mistakes, .. question.KeyPoints]).ToList(),
            StringComparer.Ordinal);
        _rarity = words.Values.SelectMany(counts => counts.Select(count => count.Key)).CountBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(stem => stem.Key, stem => Math.Log((words.Count + 1) / (stem.Value + 0.5)), StringComparer.Ordinal);
        _questions = words.ToDictionary(question => question.Key, question => Vector(question.Value), StringComparer.Ordinal);
    }

    /// <summary>As the question bank has them.</summary>
    public static StoryTopics Known => OfBank.Value;

    /// <summary>How the story fits <paramref name="question"/>; null when the bank does not know that question.</summary>
    public StoryFit? Fit(string question, AnswerText story)
    {
        if (!_questions.ContainsKey(question))
            return null;
        var told = Vector(story.Words.Where(word => word.IsContent).CountBy(word => word.Stem, StringComparer.Ordinal));
        var closeness = _questions.ToDictionary(one => one.Key, one => told.Sum(word => word.Value * one.Value.GetValueOrDefault(word.Key)), StringComparer.Ordinal);
        var own = closeness[question];
        return new StoryFit(own, 1 - closeness.Values.Count(other => other > own) / (double)closeness.Count);
    }

    private static IEnumerable<KeyValuePair<string, int>> Count(IEnumerable<string> texts) =>
        texts.SelectMany(text => Words.Of(text)).Where(word => word.IsContent).CountBy(word => word.Stem, StringComparer.Ordinal);

    /// <summary>Of length 1; zero for a text without a word that the bank knows.</summary>
    private Dictionary<string, double> Vector(IEnumerable<KeyValuePair<string, int>> counts)
    {
        var weights = counts.Where(word => _rarity.ContainsKey(word.Key)).ToDictionary(word => word.Key, word => (1 + Math.Log(word.Value)) * _rarity[word.Key], StringComparer.Ordinal);
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return length == 0 ? weights : weights.ToDictionary(word => word.Key, word => word.Value / length, StringComparer.Ordinal);
    }
}
