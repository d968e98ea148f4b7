namespace InterviewService.Contracts;

/// <summary>A report about a resume and a job description was written and stored.</summary>
/// <param name="ReportId">24 hex digits, the <c>_id</c> of the API.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="MatchScore">0 to 100.</param>
/// <param name="GeneratedAt">UTC.</param>
public sealed record InterviewReportGenerated(string ReportId, long UserId, int MatchScore, DateTimeOffset GeneratedAt);
