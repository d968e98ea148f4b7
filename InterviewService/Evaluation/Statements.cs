using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>
/// What can be said right and wrong on a question, clause by clause: its key points, its reference answer, the same in other words, and the mistakes that candidates make. A clause of an answer is
/// judged by which of them it comes nearest to.
/// </summary>
internal sealed partial class Statements
{
    // What the question itself says is common to right and wrong.
    private const double AskedWordWeight = 0.35;
    private const double LeastWeight = 1.5;

    // A line of a list states something with two words of meaning.
    private const int LeastContent = 2;

    // A clause farther from all statements says nothing that is known to be right or wrong.
    private const double Near = 0.25;
    private const double NearByWords = 0.15;

    // The same words denied on one side say the opposite.
    private const double WhenOpposed = 0.5;
    private const double LeastOpposition = 0.7;

    private readonly IReadOnlyList<Statement> statements;
    private readonly HashSet<string> asked;
    private readonly List<(Sentence Clause, Sentence Sentence)> clauses;

    /// <param name="question">A question with mistakes.</param>
    /// <param name="answer">What is graded.</param>
    public Statements(ExaminedQuestion question, AnswerText answer)
    {
        asked = Words.ContentStems(question.Text);
        statements =
        [
            .. question.KeyPoints.Select(point => new Statement(point, WordBag.Of(point), Mistake: -1)),
            .. question.OtherAnswers.Prepend(question.ReferenceAnswer).SelectMany(Parts).Select(part => new Statement(part.Plain, WordBag.Of(part), Mistake: -1)),
            .. question.Mistakes.SelectMany((mistake, place) => Parts(mistake).Select(part => new Statement(part.Plain, WordBag.Of(part), place))),
        ];
        clauses = [.. answer.Sentences.SelectMany(Clauses.Of, (sentence, clause) => (clause, sentence)).Where(part => part.clause.ContentCount >= LeastContent)];
    }

    /// <summary>The clauses of the answer, to be compared with <see cref="Texts"/>.</summary>
    public IReadOnlyList<string> ClauseTexts => [.. clauses.Select(part => part.Clause.Plain)];

    public IReadOnlyList<string> Texts => [.. statements.Select(statement => statement.Text)];

    /// <summary>What the clauses come nearest to.</summary>
    /// <param name="comparison">Of <see cref="ClauseTexts"/> with <see cref="Texts"/>; null when there is none: the words alone decide.</param>
    public Stance Judge(TextComparison? comparison)
    {
        var judged = new List<ClauseStance>();
        for (var row = 0; row < clauses.Count; row++)
        {
            var (clause, sentence) = clauses[row];
            var bag = WordBag.Of(clause);
            var weight = bag.Stems.Sum(WeightOf);
            var (right, wrong, mistake) = (0d, 0d, -1);
            for (var column = 0; column < statements.Count; column++)
            {
                var statement = statements[column];
                var near = Closeness(bag, weight, statement.Bag, comparison is null ? null : (comparison.Cosine[row][column], comparison.SoftRecall[row][column]));
                if (statement.Mistake < 0)
                    right = Math.Max(right, near);
                else if (near > wrong)
                    (wrong, mistake) = (near, statement.Mistake);
            }

            if (Math.Max(right, wrong) < (comparison is null ? NearByWords : Near))
                continue;
            if (Quoted.IsMatch(sentence.Plain) || Rejected.IsMatch(clause.Plain))
                wrong = Math.Min(wrong, right);
            judged.Add(new ClauseStance(clause, sentence, right, wrong, mistake));
        }

        return new Stance(judged);
    }

    /// <summary>The key point that speaks of the same as a mistake; null when none shares enough of its words.</summary>
    public static string? KeyPointAgainst(string mistake, IReadOnlyList<string> keyPoints)
    {
        const double Shared = 0.3;
        var said = WordBag.Of(mistake);
        var (point, share) = keyPoints
            .Select(point => (Point: point, Bag: WordBag.Of(point)))
            .Select(pair => (pair.Point, Share: pair.Bag.Stems.Sum(stem => said.OppositeOf(stem) is not null ? 1 : said.Likeness(stem)) / Math.Max(LeastWeight, pair.Bag.Stems.Count)))
            .DefaultIfEmpty((Point: "", Share: 0))
            .MaxBy(pair => pair.Share);
        return share >= Shared ? point : null;
    }

    private static IEnumerable<Sentence> Parts(string text)
    {
        foreach (var sentence in AnswerText.Of(text).Sentences)
        {
            yield return sentence;
            if (Clauses.Of(sentence) is { Count: > 1 } parts)
            {
                foreach (var part in parts)
                    yield return part;
            }
        }
    }

    private double WeightOf(string stem) => asked.Contains(stem) ? AskedWordWeight : 1;

    private double Closeness(WordBag clause, double clauseWeight, WordBag statement, (double Cosine, double SoftRecall)? likeness)
    {
        double same = 0, opposed = 0, all = 0;
        foreach (var stem in statement.Stems)
        {
            var weight = WeightOf(stem);
            all += weight;
            if (clause.Contains(stem))
            {
                if (clause.IsDenied(stem) == statement.IsDenied(stem))
                    same += weight;
                else
                    opposed += weight;
            }
            else if (clause.OppositeOf(stem) is { } opposite && !statement.Contains(opposite))
            {
                opposed += weight;
            }
            else
            {
                same += weight * clause.Likeness(stem);
            }
        }

        opposed += statement.Directions.Count(clause.TurnsRound);
        var shared = Math.Max(0, same - 0.5 * opposed);
        var (ofStatement, ofClause) = (shared / Math.Max(LeastWeight, all), shared / Math.Max(LeastWeight, clauseWeight));
        var words = shared == 0 ? 0 : 2 * ofStatement * ofClause / (ofStatement + ofClause);
        var near = likeness is { } like ? 0.3 * words + 0.3 * Math.Max(0, like.Cosine) + 0.4 * Scale.Ramp(like.SoftRecall, 0.3, 0.85) : words;
        return opposed > same && opposed >= LeastOpposition ? WhenOpposed * near : near;
    }

    // "A common mistake is to think that": what follows is not the person's own opinion.
    [GeneratedRegex("""
        \b(?:not|n't|never|hardly)\ (?:\w+\ )?(?:true|right|correct|the\ case)\b|\b(?:wrong|false|incorrect|untrue)\ (?:\w+\ )?(?:to|that)\b
        |\b(?:mistake|error|misconception|misunderstanding|myth|pitfall|trap|fallacy|misbelief|confusion|anti-?pattern)s?\b
        |\b(?:people|many|some|most|others|colleagues|candidates|beginners|juniors|developers|teams|you|one|everybody|everyone)\ (?:(?:\w+\ ){0,2})(?:think|thinks|thought|believe|believes|assume|assumes|claim|claims|confuse|confuses|mix\ up)\b
        |\b(?:used|tempting|easy)\ to\ (?:think|believe|assume|say)\b|\b(?:wrongly|mistakenly|erroneously|contrary\ to)\b
        |误区|误以为|误解|(?:有人|很多人|常有人)(?:认为|以为|觉得)|错误的(?:是|说法|做法)|常见(?:的)?错误|并非
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"\b(?:unlike|instead of|rather than|as opposed to|don't just|must not|should not|shouldn't|mustn't|never want)\b|而不是|不同于|不能|不要", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Rejected { get; }

    /// <param name="Text">A sentence or a clause of one.</param>
    /// <param name="Bag">Its words.</param>
    /// <param name="Mistake">Place of the mistake that it is; -1 for what is right.</param>
    private sealed record Statement(string Text, WordBag Bag, int Mistake);
}
