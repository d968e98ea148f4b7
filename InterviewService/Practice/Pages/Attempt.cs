using InterviewService.Evaluation;

namespace InterviewService.Practice.Pages;

/// <summary>One answer to a question with what it was worth, as pages show it.</summary>
public sealed record Attempt
{
    private const double Made = 0.5;

    /// <summary>1 in the interview, 2 and up after it.</summary>
    public required int Number { get; init; }

    public required string Answer { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; init; }

    public required string Feedback { get; init; }

    /// <summary>What the score is made of: name, value and the most there is.</summary>
    public required IReadOnlyList<(string Name, int Value, int Max)> Rubric { get; init; }

    /// <summary>What became of each key point; empty for a story of one's own.</summary>
    public required IReadOnlyList<Point> Points { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static Attempt Of(int number, string answer, AnswerEvaluation evaluation, DateTimeOffset at) => new()
    {
        Number = number,
        Answer = answer,
        Score = evaluation.Score,
        Feedback = evaluation.Feedback,
        Rubric = RubricOf(evaluation.Rubric),
        Points = [.. evaluation.KeyPoints.Select(point => new Point(point.Point, point.Covered >= Made && !point.Contradicted, point.Contradicted, point.Quote))],
        At = at,
    };

    internal static IReadOnlyList<(string Name, int Value, int Max)> RubricOf(RubricScores rubric) =>
        [("Accuracy", rubric.Accuracy, 40), ("Completeness", rubric.Completeness, 20), ("Depth", rubric.Depth, 25), ("Expression", rubric.Expression, 15)];
}

/// <param name="Words">What a good answer says.</param>
/// <param name="IsMade">The answer says it.</param>
/// <param name="IsContradicted">The answer says the opposite.</param>
/// <param name="Quote">The part of the answer that speaks of it; null when nothing does.</param>
public sealed record Point(string Words, bool IsMade, bool IsContradicted, string? Quote);
