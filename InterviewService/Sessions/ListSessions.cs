using System.Security.Claims;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace InterviewService.Sessions;

/// <summary><c>GET /api/interview/sessions</c> (ours): newest first.</summary>
public static class ListSessions
{
    public sealed record Item
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

    internal static async Task<Ok<SessionAnswer<IReadOnlyList<Item>>>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        SessionAnswers.Ok(await ReadAsync(dataSource, user.UserId(), cancellationToken));

    internal static async Task<IReadOnlyList<Item>> ReadAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var sessions = await connection.QueryAsync<Item>(new CommandDefinition(
            """
            SELECT s.id AS session_id, s.resume_id, s.status, q.total_questions, q.answered_questions, s.overall_score, s.created_at, s.completed_at
            FROM interview_sessions s
            CROSS JOIN LATERAL (
                SELECT count(*)::int AS total_questions, count(*) FILTER (WHERE is_submitted)::int AS answered_questions
                FROM interview_questions WHERE session_id = s.id) q
            WHERE s.user_id = @userId ORDER BY s.created_at DESC, s.id DESC
            """,
            new { userId },
            cancellationToken: cancellationToken));
        return sessions.AsList();
    }
}
