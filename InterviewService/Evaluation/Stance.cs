namespace InterviewService.Evaluation;

/// <summary>One clause of an answer, and what it comes nearest to, each 0 to 1.</summary>
/// <param name="Clause">The clause, word for word.</param>
/// <param name="Sentence">The sentence that it is part of.</param>
/// <param name="Right">Closeness to the nearest right statement.</param>
/// <param name="Wrong">Closeness to the nearest mistake that candidates make; not above <paramref name="Right"/> where the sentence speaks of the mistake as one.</param>
/// <param name="Mistake">Place of that mistake among those of the question.</param>
internal sealed record ClauseStance(Sentence Clause, Sentence Sentence, double Right, double Wrong, int Mistake);

/// <summary>A mistake that the answer makes.</summary>
/// <param name="Statement">The mistake as the question has it.</param>
/// <param name="Quote">The sentence of the answer that makes it, word for word.</param>
/// <param name="Offset">Where <paramref name="Quote"/> starts in the answer, in UTF-16 units.</param>
/// <param name="KeyPoint">The key point that it goes against; null when none can be told.</param>
internal sealed record MistakeMade(string Statement, string Quote, int Offset, string? KeyPoint);

/// <summary>What the clauses of an answer say together: each counts for the side it comes nearer to, by how much nearer it is.</summary>
internal sealed class Stance
{
    // A clause that comes so much nearer to a mistake than to anything right makes the mistake, unless the answer as a whole speaks for the person: below, words that both share may have decided.
    private const double ClearlyNearer = 0.15;
    private const double ClearlyNear = 0.5;
    private const double LeastShareAgainst = 0.5;

    // So the first clauses count most: what is known shows early.
    private const double Steepness = 3;

    public Stance(IReadOnlyList<ClauseStance> clauses)
    {
        Clauses = clauses;
        For = Sum(clauses.Select(clause => clause.Right - clause.Wrong));
        Against = Sum(clauses.Select(clause => clause.Wrong - clause.Right));
        Wrong =
        [
            .. clauses.Where(clause => Against >= LeastShareAgainst * For && clause.Wrong >= ClearlyNear && clause.Wrong - clause.Right >= ClearlyNearer)
                .GroupBy(clause => clause.Mistake)
                .Select(same => same.MaxBy(clause => clause.Wrong - clause.Right)!)
                .OrderByDescending(clause => clause.Wrong - clause.Right),
        ];
    }

    public IReadOnlyList<ClauseStance> Clauses { get; }

    /// <summary>0 to 1: how near the nearest clause comes to anything that can be said on the question, right or wrong.</summary>
    public double Nearest => Near(1);

    /// <summary>As <see cref="Nearest"/>, the mean of the <paramref name="clauses"/> nearest ones; a missing one counts 0.</summary>
    public double Near(int clauses) => Clauses.Select(clause => Math.Max(clause.Right, clause.Wrong)).OrderDescending().Take(clauses).Sum() / clauses;

    /// <summary>0 for nothing right, about 1 for five clauses that come clearly nearer to what is right.</summary>
    public double For { get; }

    /// <summary>As <see cref="For"/>, of what comes nearer to a mistake.</summary>
    public double Against { get; }

    /// <summary>The clauses that clearly make a mistake, one for each mistake, the clearest first.</summary>
    public IReadOnlyList<ClauseStance> Wrong { get; }

    private static double Sum(IEnumerable<double> margins) => Math.Log(1 + Steepness * margins.Sum(margin => Math.Max(0, margin)));
}
