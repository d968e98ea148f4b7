using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions</c> (ours): newest first.</summary>
internal static class ListSessions
{
    internal sealed record Item
    {
        public required Guid SessionId { get; init; }

        public required string ResumeId { get; init; }

        public required string Status { get; init; }

        public required int TotalQuestions { get; init; }

        public required int AnsweredQuestions { get; init; }

        /// <summary>0 to 100; null until the session is evaluated.</summary>
        public required int? OverallScore { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset? CompletedAt { get; init; }
    }

    public static async Task<Ok<SessionAnswer<IReadOnlyList<Item>>>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var sessions = await connection.QueryAsync<Item>(new CommandDefinition(
            """
            SELECT s.id AS session_id, s.resume_id, s.status, q.total_questions, q.answered_questions, s.overall_score, s.created_at, s.completed_at
            FROM interview_sessions s
            CROSS JOIN LATERAL (
                SELECT count(*)::int AS total_questions, count(*) FILTER (WHERE is_submitted)::int AS answered_questions
                FROM interview_questions WHERE session_id = s.id) q
            WHERE s.user_id = @UserId ORDER BY s.created_at DESC, s.id DESC
            """,
            new { UserId = user.UserId() },
            cancellationToken: cancellationToken));
        return SessionAnswers.Ok<IReadOnlyList<Item>>(sessions.AsList());
    }
}
