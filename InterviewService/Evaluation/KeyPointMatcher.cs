using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>
/// Finds for each key point the sentence, or the two sentences in a row, that make it: by the words they share (stems, synonyms, near spellings), by words of like meaning, and by the meaning of
/// the whole. One sentence at a time, so that more text is not more merit.
/// </summary>
internal sealed partial class KeyPointMatcher
{
    // What the question itself says is no merit of the answer.
    private const double AskedWordWeight = 0.35;

    /// <summary>From here on what is shared is said the other way round.</summary>
    private const double Opposed = 0.55;

    /// <summary>A sentence that shares less of its words with a key point says nothing about it.</summary>
    private const double SpeaksOfIt = 0.4;

    private const double LeastWeight = 1.5;

    // The one word that turns a sentence round weighs more than the subject that both name.
    private const double TurningWordWeight = 3;

    private readonly HashSet<string> asked;
    private readonly IReadOnlyList<Unit> units;
    private readonly Dictionary<string, Sentence> dismissals;

    public KeyPointMatcher(ExaminedQuestion question, AnswerText text)
    {
        asked = Words.ContentStems(question.Text);
        var all = new List<Unit>();
        for (var at = 0; at < text.Sentences.Count; at++)
        {
            all.Add(new Unit(text.Sentences[at].Plain, text.Sentences[at], WordBag.Of(text.Sentences[at])));
            if (at + 1 < text.Sentences.Count)
                all.Add(new Unit($"{text.Sentences[at].Plain} {text.Sentences[at + 1].Plain}", text.Sentences[at], WordBag.Of(text.Sentences[at], text.Sentences[at + 1])) { Second = text.Sentences[at + 1] });
        }

        units = all;
        // What is only ever dismissed in the answer.
        dismissals = all.Where(unit => unit.Second is null)
            .SelectMany(unit => unit.Bag.Dismissed.Select(stem => (Stem: stem, unit.First)))
            .GroupBy(found => found.Stem, StringComparer.Ordinal)
            .Where(found => !all.Exists(unit => unit.Second is null && unit.Bag.Contains(found.Key) && !unit.Bag.Dismissed.Contains(found.Key)))
            .ToDictionary(found => found.Key, found => found.First().First, StringComparer.Ordinal);
    }

    /// <summary>The texts to compare with the key points: the sentences, and each two in a row.</summary>
    public IReadOnlyList<string> Texts => [.. units.Select(unit => unit.Text)];

    /// <summary>The sentences alone, by the index of their text.</summary>
    public IEnumerable<(int Index, Sentence Sentence)> Sentences =>
        units.Index().Where(unit => unit.Item.Second is null).Select(unit => (unit.Index, unit.Item.First));

    /// <summary>How much of the words of an expected text some sentences have together, 0 to 1.</summary>
    public double Shared(string expected, IReadOnlyList<Sentence> sentences) => SharedWords(WordBag.Of(expected), WordBag.Of(sentences));

    /// <summary>What became of a key point.</summary>
    /// <param name="point">The key point.</param>
    /// <param name="likeness">Cosine and soft recall for each of <see cref="Texts"/>; null when there is no comparison: the words alone decide.</param>
    public KeyPointResult Match(string point, Func<int, (double Cosine, double SoftRecall)>? likeness)
    {
        var pointBag = WordBag.Of(point);
        var clauses = ClausesOf(point);
        var opposed = units.Select(unit => unit.Second is null && clauses.Exists(clause => IsOpposed(clause, clauses, unit.Bag))).ToArray();
        var (best, bestOpposed) = ((Covered: 0d, Raw: 0d, Unit: -1), (Covered: 0d, Raw: 0d, Unit: -1));
        for (var at = 0; at < units.Count; at++)
        {
            var raw = Closeness(SharedWords(pointBag, units[at].Bag), likeness?.Invoke(at));
            var covered = likeness is null ? Scale.Ramp(raw, 0.12, 0.55) : Scale.Ramp(raw, 0.19, 0.6);
            if (units[at].Second is not null)
            {
                // Two sentences say a thing together only if neither says it alone, and neither denies it.
                if (opposed[at - 1] || opposed[at + 1])
                    continue;
                covered *= 0.92;
            }

            var isOpposed = opposed[at];
            if (isOpposed ? covered > bestOpposed.Covered : covered > best.Covered)
            {
                if (isOpposed)
                    bestOpposed = (covered, raw, at);
                else
                    best = (covered, raw, at);
            }
        }

        if (DismissedIn(pointBag) is { } dismissal)
            return new KeyPointResult(point, Math.Round(Math.Max(best.Covered, bestOpposed.Covered), 3), true, dismissal.Text, dismissal.Offset);
        var contradicted = bestOpposed.Covered >= 0.25 && bestOpposed.Covered > best.Covered + 0.1;
        var (found, _, unit) = contradicted ? bestOpposed : best;
        if (unit < 0)
            return new KeyPointResult(point, 0, false, null, -1);
        var quoted = contradicted || units[unit].Second is null ? units[unit].First : Better(pointBag, units[unit]);
        return new KeyPointResult(point, Math.Round(found, 3), contradicted, quoted.Text, quoted.Offset);
    }

    /// <summary>The sentence that calls something of the point needless or tells never to do it, when nothing else in the answer speaks for it.</summary>
    private Sentence? DismissedIn(WordBag point)
    {
        foreach (var stem in point.Stems)
        {
            if (!asked.Contains(stem) && !point.IsDenied(stem) && !point.Dismissed.Contains(stem) && dismissals.TryGetValue(stem, out var sentence))
                return sentence;
        }

        return null;
    }

    private bool IsOpposed(WordBag clause, List<WordBag> clauses, WordBag unit) =>
        SharedWords(clause, unit, withOpposites: true) >= SpeaksOfIt && Opposition(clause, clauses, unit) >= Opposed;

    private static double Closeness(double shared, (double Cosine, double SoftRecall)? likeness) =>
        likeness is { } like ? 0.4 * shared + 0.35 * Scale.Ramp(like.SoftRecall, 0.3, 0.85) + 0.25 * Math.Clamp(like.Cosine, 0, 1) : shared;

    private Sentence Better(WordBag point, Unit unit) =>
        SharedWords(point, WordBag.Of(unit.Second!)) > SharedWords(point, WordBag.Of(unit.First)) ? unit.Second! : unit.First;

    /// <summary>How much of the point's words, by weight, the unit has, 0 to 1.</summary>
    private double SharedWords(WordBag point, WordBag unit, bool withOpposites = false)
    {
        double all = 0, shared = 0;
        foreach (var stem in point.Stems)
        {
            var weight = asked.Contains(stem) ? AskedWordWeight : 1;
            all += weight;
            shared += weight * (withOpposites && unit.OppositeOf(stem) is not null ? 1 : point.IsShort(stem, unit) ? 1 : unit.Likeness(stem));
        }

        // A key point made of the question's words alone is not made by giving them back.
        return all == 0 ? 0 : shared / Math.Max(all, LeastWeight);
    }

    /// <summary>How much of the shared words is denied in one and not in the other, or said with the opposite word, 0 to 1.</summary>
    private double Opposition(WordBag clause, List<WordBag> clauses, WordBag unit)
    {
        double opposed = 0, all = 0;
        foreach (var stem in clause.Stems)
        {
            var weight = asked.Contains(stem) ? AskedWordWeight : 1;
            if (unit.Contains(stem))
            {
                all += weight;
                if (clause.IsDenied(stem) != unit.IsDenied(stem))
                    opposed += weight;
            }
            else if (unit.OppositeOf(stem) is { } opposite && !clause.Contains(opposite) && !clauses.Exists(other => other != clause && SaysItself(other, clause, opposite, unit)) && clause.IsDenied(stem) == unit.IsDenied(opposite))
            {
                all += TurningWordWeight;
                opposed += TurningWordWeight;
            }
        }

        if (all == 0)
            return 0;
        var turned = clause.Directions.Count(unit.TurnsRound);
        return Math.Min(1, (opposed + TurningWordWeight * turned) / (all + TurningWordWeight * turned));
    }

    /// <summary>The opposite word belongs to another part of the key point, which the unit speaks of too: "validation error is higher than training error".</summary>
    private static bool SaysItself(WordBag other, WordBag clause, string opposite, WordBag unit) =>
        other.Contains(opposite) && other.Stems.Any(stem => stem != opposite && !clause.Contains(stem) && unit.Contains(stem));

    /// <summary>"Training error is low while validation error is higher" says two things that can be denied each for itself.</summary>
    private static List<WordBag> ClausesOf(string point)
    {
        var clauses = ClauseEnd.Split(point).Select(WordBag.Of).Where(clause => clause.Stems.Count >= 3).ToList();
        return [WordBag.Of(point), .. clauses];
    }

    [GeneratedRegex(@"[;,:，；：。]|\b(?:while|whereas|but)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClauseEnd { get; }

    private sealed record Unit(string Text, Sentence First, WordBag Bag)
    {
        public Sentence? Second { get; init; }
    }
}
