using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>How far an answer goes into a matter, counted over the sentences on the topic, each ingredient 0 to 1.</summary>
/// <param name="Sentences">How many say something new.</param>
/// <param name="Vocabulary">How many different words of meaning.</param>
/// <param name="Specifics">Numbers, examples, experience, trade-offs and conditions.</param>
/// <param name="Nuance">Sentences that weigh: but, or, if, unless.</param>
/// <param name="Own">Sentences on what the person or the team did.</param>
internal sealed partial record Detail(double Sentences, double Vocabulary, double Specifics, double Nuance, double Own)
{
    [GeneratedRegex(@"\b(?:but|however|although|though|unless|depends|except|or|if)\b|但|不过|如果|除非|虽然|取决|或者|的时候", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Weighing { get; }

    [GeneratedRegex(@"\b(?:we|our|us|my|i(?:'|’)ve|i once|i had)\b|我", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FirstHand { get; }

    // New words of meaning that a sentence must bring to say something new.
    private const int NewWords = 3;

    /// <param name="sentences">Those on the topic.</param>
    /// <param name="asked">The stems of the question: giving them back says nothing new.</param>
    public static Detail Of(IReadOnlyList<Sentence> sentences, IReadOnlySet<string> asked)
    {
        var said = new HashSet<string>(asked, StringComparer.Ordinal);
        var informative = sentences.Count(sentence => sentence.Words.Count(word => word.IsContent && said.Add(word.Stem)) >= NewWords);
        var found = sentences.Select(sentence => Evaluation.Specifics.Of(sentence.Plain)).ToList();
        double Share(Specific kind, double enough) => Math.Min(1, found.Count(specifics => specifics.HasFlag(kind)) / enough);
        return new Detail(
            Math.Min(1, informative / 8d),
            Scale.Ramp(said.Count - asked.Count, 5, 60),
            (Share(Specific.Number, 2) + Share(Specific.Example, 1) + Share(Specific.Experience, 1) + Share(Specific.TradeOff, 2) + Share(Specific.Condition, 2)) / 5,
            Math.Min(1, sentences.Count(sentence => Weighing.IsMatch(sentence.Plain)) / 4d),
            Math.Min(1, sentences.Count(sentence => FirstHand.IsMatch(sentence.Plain)) / 3d));
    }
}
