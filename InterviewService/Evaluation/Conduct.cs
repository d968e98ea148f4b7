using InterviewService.Questions.Knowledge;

namespace InterviewService.Evaluation;

/// <summary>
/// Tells what speaks for a person in a story from what speaks against them, by the words: how much more often each word, and each two in a row, stand in the good stories of the question bank than in what
/// poor candidates say there (naive Bayes with additive smoothing).
/// </summary>
internal sealed class Conduct
{
    // A word that stands in fewer sentences of the bank tells nothing yet.
    private const int Often = 3;
    private const double Smoothing = 0.7;

    // So many words more before a sentence of another length weighs the same.
    private const int ShortSentence = 4;

    private static readonly Lazy<Conduct> OfBank = new(() => new Conduct(KnowledgeBase.Read()));

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);

    private Conduct(KnowledgeBase knowledge)
    {
        var questions = knowledge.Topics.Where(topic => topic.IsBehavioural).SelectMany(topic => topic.Questions).ToList();
        var (good, sentencesGood) = Count(questions.SelectMany(question => question.OtherAnswers.Prepend(question.Answer)));
        var (poor, sentencesPoor) = Count(questions.SelectMany(question => question.Mistakes));
        foreach (var term in good.Keys.Union(poor.Keys, StringComparer.Ordinal))
        {
            var (inGood, inPoor) = (good.GetValueOrDefault(term), poor.GetValueOrDefault(term));
            if (inGood + inPoor >= Often)
                _weights[term] = Math.Log((inGood + Smoothing) / (sentencesGood + 2 * Smoothing)) - Math.Log((inPoor + Smoothing) / (sentencesPoor + 2 * Smoothing));
        }
    }

    /// <summary>As the question bank has it.</summary>
    public static Conduct Known => OfBank.Value;

    /// <summary>Above 0 for a sentence that speaks for the person, below for one that speaks against; about 1 is clear.</summary>
    public double Of(Sentence sentence) => Terms(sentence).Sum(term => _weights.GetValueOrDefault(term)) / Math.Sqrt(ShortSentence + sentence.Words.Count);

    private static (Dictionary<string, int> Counts, int Sentences) Count(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentences = 0;
        foreach (var sentence in texts.SelectMany(text => AnswerText.Of(text).Sentences))
        {
            sentences++;
            foreach (var term in Terms(sentence))
                counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return (counts, sentences);
    }

    // "i_wait": little words tell as much as the others here.
    private static HashSet<string> Terms(Sentence sentence)
    {
        var stems = sentence.Words.Select(word => word.Stem).ToList();
        return [.. stems.Concat(stems.Zip(stems.Skip(1), (first, second) => $"{first}_{second}"))];
    }
}
