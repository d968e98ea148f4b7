namespace InterviewService.Contracts;

/// <summary>An interview takes no more answers and waits for its evaluation. May be published again for one session while its evaluation is missing.</summary>
/// <param name="SessionId">Id of the session.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="QuestionCount">Questions, follow-ups included.</param>
/// <param name="AnsweredCount">Those with an answer.</param>
/// <param name="CompletedAt">UTC.</param>
public sealed record InterviewCompleted(Guid SessionId, long UserId, int QuestionCount, int AnsweredCount, DateTimeOffset CompletedAt);
