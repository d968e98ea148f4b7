namespace InterviewService.Evaluation;

/// <summary>The grade of one answer, and what it rests on.</summary>
internal sealed record AnswerEvaluation
{
    /// <summary>0 to 100: the sum of the rubric's parts.</summary>
    public required int Score { get; init; }

    public required RubricScores Rubric { get; init; }

    /// <summary>Why the score is 0 or capped, when it is.</summary>
    public AnswerGate? Gate { get; init; }

    /// <summary>What was good, with a quote, what is missing, and one next step; in the question's language.</summary>
    public required string Feedback { get; init; }

    /// <summary>One for each of the question's key points, in their order.</summary>
    public required IReadOnlyList<KeyPointResult> KeyPoints { get; init; }

    /// <summary>Short sentences, the most important first.</summary>
    public required IReadOnlyList<string> Strengths { get; init; }

    /// <summary>Short sentences, the most important first.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Mistakes that candidates often make here and that this answer makes, the clearest first.</summary>
    public IReadOnlyList<MistakeMade> Mistakes { get; init; } = [];

    /// <summary>The one thing to do next.</summary>
    public required string NextStep { get; init; }

    /// <summary>The sentences of the answer that were addressed to the grader and not graded.</summary>
    public IReadOnlyList<string> IgnoredOrders { get; init; } = [];
}

/// <summary>The rubric of CONTRACT.md, "S2 sessions".</summary>
/// <param name="Accuracy">0 to 40.</param>
/// <param name="Completeness">0 to 20.</param>
/// <param name="Depth">0 to 25.</param>
/// <param name="Expression">0 to 15.</param>
internal sealed record RubricScores(int Accuracy, int Completeness, int Depth, int Expression)
{
    public static readonly RubricScores None = new(0, 0, 0, 0);

    public int Total => Accuracy + Completeness + Depth + Expression;
}

/// <summary>What became of one key point.</summary>
/// <param name="Point">The key point as the question has it.</param>
/// <param name="Covered">0 to 1; from 0.5 on the point counts as made.</param>
/// <param name="Contradicted">The answer says the opposite.</param>
/// <param name="Quote">The part of the answer that speaks of the point, word for word; null when nothing does.</param>
/// <param name="Offset">Where <paramref name="Quote"/> starts in the answer, in UTF-16 units; -1 without one.</param>
internal sealed record KeyPointResult(string Point, double Covered, bool Contradicted, string? Quote, int Offset);

/// <summary>Why an answer's score is 0 or capped.</summary>
internal enum AnswerGate
{
    Empty,
    DontKnow,
    Skipped,
    Gibberish,
    QuestionCopied,
    KeywordsOnly,
    OffTopic,
    OrdersToGrader,
}
