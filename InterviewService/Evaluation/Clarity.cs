using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>How easy an answer is to follow, 0 to 1, from what can be counted in it.</summary>
/// <param name="Length">Neither a note nor a lecture: 1 between about 45 and 260 words.</param>
/// <param name="Sentences">Sentences of a length that can be followed, more than one of them.</param>
/// <param name="Flow">Words in an order that makes sentences.</param>
/// <param name="Plainness">Without filler words and without saying things again.</param>
/// <param name="Structure">Marks that lead through it: first, then, because, for example.</param>
internal sealed partial record Clarity(double Length, double Sentences, double Flow, double Plainness, double Structure)
{
    /// <summary>About so many Chinese characters say what an English word says; pairs overlap, so their number is that of the characters.</summary>
    public const double CharactersPerWord = 1.6;

    public double Overall => Flow * Plainness * (0.45 * Length + 0.3 * Sentences + 0.25 * Structure);

    [GeneratedRegex(@"\b(?:um+|uh+|er+m|you know|i mean|kind of|sort of|basically|or something|anyway|all sorts of|let(?:'|’)s say|so yeah|and so on|stuff)\b|那个那个|嗯|呃|就是说",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Filler { get; }

    [GeneratedRegex(@"\b(?:first(?:ly)?|second(?:ly)?|then|next|after that|finally|in the end|also|because|since|so|therefore|but|however|while|whereas|for example|for instance|if|when|in parallel|on top|instead|otherwise|as a result|in short)\b|首先|先|然后|其次|最后|因为|所以|但|例如|比如|如果|同时|之后|于是",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Connective { get; }

    /// <param name="answer">The whole answer.</param>
    /// <param name="onTopic">The sentences that count: padding makes an answer longer and nothing clearer.</param>
    public static Clarity Of(AnswerText answer, IReadOnlyList<Sentence> onTopic)
    {
        if (onTopic.Count == 0)
            return new Clarity(0, 0, 0, 0, 0);

        var perWord = answer.IsChinese ? CharactersPerWord : 1;
        var words = answer.WordCount / perWord;
        var said = onTopic.Sum(sentence => sentence.Words.Count) / perWord;
        var mean = said / onTopic.Count;
        var connectives = onTopic.Sum(sentence => Connective.Count(sentence.Plain));
        var fillers = answer.Sentences.Sum(sentence => Filler.Count(sentence.Plain));
        return new Clarity(
            Length: Math.Min(Scale.Ramp(said, 0, 45), 1 - 0.6 * Scale.Ramp(words, 260, 700)),
            Sentences: Scale.Ramp(mean, 2, 9) * (1 - 0.6 * Scale.Ramp(mean, 32, 60)) * (onTopic.Count == 1 ? 0.7 : 1),
            Flow: answer.IsChinese ? 1 : WordOrder.Plausibility(onTopic),
            Plainness: 1 - 0.5 * Scale.Ramp(fillers / said, 0.01, 0.06) - 0.3 * Scale.Ramp(answer.Repeated / (double)(onTopic.Count + answer.Repeated), 0, 0.5),
            Structure: Scale.Ramp(connectives, 0, 4));
    }
}
