using System.Buffers;

namespace InterviewService.Evaluation;

/// <summary>
/// Two things that a question sets against each other, such as liveness and readiness. Says of a clause which of the two it speaks of, so that a property given to the wrong one is noticed.
/// </summary>
internal sealed class Contrast
{
    // "the difference between a liveness and a readiness probe", "when do you rebase and when do you merge".
    private const int Nearness = 6;
    private const double WrongOwner = 0.45;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:，；：、");

    private readonly string left;
    private readonly string right;
    private readonly List<(string Owner, WordBag Property)> owned = [];

    private Contrast(string left, string right)
    {
        this.left = left;
        this.right = right;
    }

    /// <summary>The first pair that the question joins and the key points tell apart; null when there is none.</summary>
    public static Contrast? Of(ExaminedQuestion question)
    {
        var words = Words.Of(question.Text);
        var points = question.KeyPoints.Select(Words.ContentStems).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            if (!words[first].IsContent)
                continue;
            for (var second = first + 1; second < words.Count && second <= first + Nearness; second++)
            {
                var (left, right) = (words[first].Stem, words[second].Stem);
                if (!words[second].IsContent || left == right || !words.Skip(first + 1).Take(second - first - 1).Any(IsJoint))
                    continue;
                if (points.Exists(point => point.Contains(left) && !point.Contains(right)) && points.Exists(point => point.Contains(right) && !point.Contains(left))
                    || points.Exists(point => point.Contains(left) && point.Contains(right)))
                {
                    var contrast = new Contrast(left, right);
                    foreach (var point in question.KeyPoints)
                        contrast.owned.AddRange(contrast.ClausesOf(Words.Of(point), point, 0));
                    if (contrast.owned.Exists(clause => clause.Owner == left) && contrast.owned.Exists(clause => clause.Owner == right))
                        return contrast;
                }
            }
        }

        return null;
    }

    /// <summary>How many properties of one thing a sentence gives to the other.</summary>
    public IEnumerable<string> Misplaced(Sentence sentence)
    {
        foreach (var (owner, said) in ClausesOf(sentence.Words, sentence.Text, sentence.Offset))
        {
            var (wrong, right) = (Best(said, other => other != owner), Best(said, other => other == owner));
            if (wrong.Match >= WrongOwner && wrong.Match > right.Match + 0.2)
                yield return wrong.Owner;
        }
    }

    private (double Match, string Owner) Best(WordBag said, Func<string, bool> owner)
    {
        var best = (Match: 0d, Owner: "");
        foreach (var (name, property) in owned)
        {
            if (!owner(name) || property.Stems.Count < 2)
                continue;
            var match = property.Stems.Sum(stem => said.Contains(stem) && said.IsDenied(stem) == property.IsDenied(stem) ? 1d : 0) / property.Stems.Count;
            if (match > best.Match)
                best = (match, name);
        }

        return best;
    }

    private static bool IsJoint(Word word) => word.Text is "and" or "or" or "vs" or "versus" or "from" or "over" or "than" or "to" or "与" or "和" or "还是";

    private List<(string Owner, WordBag Property)> ClausesOf(IReadOnlyList<Word> words, string text, int offset)
    {
        var clauses = new List<(string, WordBag)>();
        string? owner = null;
        var from = 0;
        for (var at = 0; at <= words.Count; at++)
        {
            if (at < words.Count && !(at > from && StartsClause(words, text, offset, at)))
                continue;
            var clause = words.Skip(from).Take(at - from).ToList();
            var (namesLeft, namesRight) = (clause.Exists(word => word.Stem == left), clause.Exists(word => word.Stem == right));
            // A clause that names neither goes on about the last one named; one that names both tells nothing.
            owner = namesLeft == namesRight ? namesLeft ? null : owner : namesLeft ? left : right;
            if (owner is not null && clause.Count > 0)
            {
                var start = clause[0].Offset - offset;
                var end = Math.Min(text.Length, clause[^1].End - offset);
                var kept = clause.Where(word => word.Stem != left && word.Stem != right).ToList();
                clauses.Add((owner, WordBag.Of(new Sentence(text[start..end], clause[0].Offset, kept))));
            }

            from = at;
        }

        return clauses;
    }

    private static bool StartsClause(IReadOnlyList<Word> words, string text, int offset, int at)
    {
        if (words[at].Text is "while" or "whereas" or "but" or "and" or "because" or "so")
            return true;
        var from = words[at - 1].End - offset;
        var to = words[at].Offset - offset;
        return to > from && to <= text.Length && text.AsSpan(from, to - from).IndexOfAny(ClauseMarks) >= 0;
    }
}
