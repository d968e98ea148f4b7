namespace InterviewService.Contracts;

/// <summary>The answers of an interview were graded and its report can be read.</summary>
/// <param name="SessionId">Id of the session.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="OverallScore">0 to 100.</param>
/// <param name="EvaluatedAt">UTC.</param>
public sealed record InterviewEvaluated(Guid SessionId, long UserId, int OverallScore, DateTimeOffset EvaluatedAt);
