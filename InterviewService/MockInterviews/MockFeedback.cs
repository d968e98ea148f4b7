namespace InterviewService.MockInterviews;

/// <summary>What a mock interview showed.</summary>
public sealed record MockFeedback
{
    /// <summary>1 to 10: a tenth of the mean of the answers' scores, a question without an answer counting 0.</summary>
    public required int Score { get; init; }

    /// <summary>The score in words.</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<string> Strengths { get; init; }

    public required IReadOnlyList<string> Weaknesses { get; init; }

    /// <summary>What to change in the CV for this job.</summary>
    public required IReadOnlyList<string> CvImprovements { get; init; }

    /// <summary>One for each question asked, in order.</summary>
    public required IReadOnlyList<AnswerFeedback> Answers { get; init; }
}

/// <param name="Question">As it was asked.</param>
/// <param name="Answer">Null when it was not answered.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Feedback">What was good, what is missing, what to do next.</param>
public sealed record AnswerFeedback(string Question, string? Answer, int Score, string Feedback);
