using System.ComponentModel;
using InterviewService.Questions;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary>Body of an answer and of its draft.</summary>
internal sealed record AnswerRequest
{
    public const int MaxLength = 100_000;

    [Description("Index of the current question.")]
    public int? QuestionIndex { get; init; }

    [Description("At most 100,000 characters.")]
    public string? Answer { get; init; }

    /// <summary>The answer as it is kept; blank when there is none.</summary>
    public string Kept => Text.Storable(Answer ?? "");

    /// <summary>Why the session cannot take it; null when it can.</summary>
    public ApiError? ProblemWith(StoredSession session) => session switch
    {
        { IsOpen: false } => SessionAnswers.Completed,
        _ when QuestionIndex != session.CurrentQuestion => SessionAnswers.NotTheCurrentQuestion(session.CurrentQuestion),
        _ when string.IsNullOrWhiteSpace(Kept) => SessionAnswers.NoAnswer,
        _ when Kept.Length > MaxLength => SessionAnswers.BadRequest("Answer is too long (maximum 100,000 characters)"),
        _ => null,
    };
}
