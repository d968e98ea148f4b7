using InterviewService.Questions;

namespace InterviewService.Evaluation;

/// <summary>What is asked, and what a good answer says.</summary>
internal sealed record ExaminedQuestion
{
    public required string Text { get; init; }

    /// <summary>One of <see cref="QuestionType"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>An answer that would get full marks; may be empty for questions about the person's own work.</summary>
    public required string ReferenceAnswer { get; init; }

    /// <summary>The points that a good answer makes, each a short sentence; may be empty for questions about the person's own work.</summary>
    public required IReadOnlyList<string> KeyPoints { get; init; }

    /// <summary>Wrong statements that mistaken candidates make, each a sentence; may be empty.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>Further answers that would get full marks, each in other words than <see cref="ReferenceAnswer"/>; may be empty.</summary>
    public IReadOnlyList<string> OtherAnswers { get; init; } = [];

    /// <summary>Language of the question and of the feedback: <c>en</c> or <c>zh</c>.</summary>
    public string Language { get; init; } = "en";
}
