using InterviewService.Questions.Selection;

namespace InterviewService.Sessions.Pages;

/// <summary>The question that waits for an answer, as its page shows it.</summary>
public sealed record OpenQuestion
{
    public required Guid SessionId { get; init; }

    public required int Index { get; init; }

    /// <summary>Follow-ups included.</summary>
    public required int Total { get; init; }

    public required string Question { get; init; }

    public required string Category { get; init; }

    /// <summary>Why this person is asked it.</summary>
    public required string Why { get; init; }

    /// <summary>The question it follows up; null when it is none.</summary>
    public string? FollowsUp { get; init; }

    /// <summary>The draft there is, or what was typed.</summary>
    public string? Answer { get; init; }

    /// <summary>Language of the questions, for screen readers.</summary>
    public required string Language { get; init; }

    public string? Error { get; init; }

    internal static OpenQuestion Of(StoredSession session)
    {
        var question = session.Questions[session.CurrentQuestion];
        return new OpenQuestion
        {
            SessionId = session.Id,
            Index = question.Position,
            Total = session.Questions.Count,
            Question = question.Text,
            Category = question.Category,
            Why = question.Why,
            FollowsUp = session.Questions.FirstOrDefault(other => other.Id == question.ParentId)?.Text,
            Answer = question.Answer,
            Language = LanguageOf(session),
        };
    }

    internal static string LanguageOf(StoredSession session) => session.Language == Interviewee.Chinese ? "zh-Hans" : "en";
}
