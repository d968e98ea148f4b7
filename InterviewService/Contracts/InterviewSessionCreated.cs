namespace InterviewService.Contracts;

/// <summary>An interview was prepared; its first question waits.</summary>
/// <param name="SessionId">Id of the session.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="ResumeId">The resume as the owner's client names it.</param>
/// <param name="QuestionCount">Questions without follow-ups.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record InterviewSessionCreated(Guid SessionId, long UserId, string ResumeId, int QuestionCount, DateTimeOffset CreatedAt);
