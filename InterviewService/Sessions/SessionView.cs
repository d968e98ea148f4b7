using System.Text.Json.Serialization;
using InterviewService.Evaluation;

namespace InterviewService.Sessions;

/// <summary>S2's session.</summary>
internal sealed record SessionView
{
    public required string SessionId { get; init; }

    public required string ResumeText { get; init; }

    public required int TotalQuestions { get; init; }

    public required int CurrentQuestionIndex { get; init; }

    public required IReadOnlyList<QuestionView> Questions { get; init; }

    /// <summary>CREATED, IN_PROGRESS, COMPLETED or EVALUATED.</summary>
    public required string Status { get; init; }

    public required string ResumeId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>none, pending, failed (it is tried again) or done.</summary>
    public required string Evaluation { get; init; }

    public static SessionView Of(StoredSession session) => new()
    {
        SessionId = session.Id.ToString(),
        ResumeText = session.ResumeText,
        TotalQuestions = session.Questions.Count,
        CurrentQuestionIndex = session.CurrentQuestion,
        Questions = [.. session.Questions.Select(question => QuestionView.Of(question, session.Questions))],
        Status = session.Status,
        ResumeId = session.ResumeId,
        CreatedAt = session.CreatedAt,
        CompletedAt = session.CompletedAt,
        Evaluation = EvaluationOf(session),
    };

    internal static string EvaluationOf(StoredSession session) => session switch
    {
        { Status: SessionStatus.Evaluated } => "done",
        { IsOpen: true } => "none",
        { EvaluationFailed: true } => "failed",
        _ => "pending",
    };
}

/// <summary>S2's question.</summary>
internal record QuestionView
{
    public required int QuestionIndex { get; init; }

    public required string Question { get; init; }

    public required string Type { get; init; }

    public required string Category { get; init; }

    public required string? UserAnswer { get; init; }

    public required int? Score { get; init; }

    public required string? Feedback { get; init; }

    public required bool IsFollowUp { get; init; }

    public required int? ParentQuestionIndex { get; init; }

    /// <summary>What the interviewer learns from the answer.</summary>
    public required string Intention { get; init; }

    /// <summary>Why this person is asked it.</summary>
    public required string Why { get; init; }

    public static QuestionView Of(StoredQuestion question, IReadOnlyList<StoredQuestion> all) => new()
    {
        QuestionIndex = question.Position,
        Question = question.Text,
        Type = question.Type,
        Category = question.Category,
        UserAnswer = question.Answer,
        Score = question.Score,
        Feedback = question.Feedback,
        IsFollowUp = question.ParentId is not null,
        ParentQuestionIndex = question.ParentId is { } parent ? all.First(other => other.Id == parent).Position : null,
        Intention = question.Intention,
        Why = question.Why,
    };
}

/// <summary>S2's report of an evaluated session; stored as one document.</summary>
internal sealed record SessionReport
{
    public required string SessionId { get; init; }

    public required int TotalQuestions { get; init; }

    /// <summary>0 to 100.</summary>
    public required int OverallScore { get; init; }

    public required IReadOnlyList<CategoryScore> CategoryScores { get; init; }

    public required IReadOnlyList<QuestionDetail> QuestionDetails { get; init; }

    public required string OverallFeedback { get; init; }

    public required IReadOnlyList<string> Strengths { get; init; }

    public required IReadOnlyList<string> Improvements { get; init; }

    public required IReadOnlyList<ReferenceAnswerView> ReferenceAnswers { get; init; }
}

internal sealed record CategoryScore(string Category, int Score, int QuestionCount);

/// <param name="Rubric">What the score is made of; null without an answer.</param>
internal sealed record QuestionDetail(
    int QuestionIndex, string Question, string Category, string? UserAnswer, int Score, string Feedback, RubricScores? Rubric);

internal sealed record ReferenceAnswerView(int QuestionIndex, string Question, string ReferenceAnswer, IReadOnlyList<string> KeyPoints);

/// <summary>S2's details: a session with everything that is known of its questions.</summary>
internal sealed record SessionDetails
{
    public required string SessionId { get; init; }

    public required string ResumeId { get; init; }

    public required string ResumeText { get; init; }

    public required int TotalQuestions { get; init; }

    public required int CurrentQuestionIndex { get; init; }

    public required string Status { get; init; }

    public required string Evaluation { get; init; }

    public required int? OverallScore { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    public required DateTimeOffset? EvaluatedAt { get; init; }

    public required IReadOnlyList<QuestionDetailsView> Questions { get; init; }
}

/// <summary>A question with its reference answer, which nobody sees while the interview is open.</summary>
internal sealed record QuestionDetailsView : QuestionView
{
    public required string? ReferenceAnswer { get; init; }

    public required IReadOnlyList<string>? KeyPoints { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerEvaluation? Evaluation { get; init; }
}
