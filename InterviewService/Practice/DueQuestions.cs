using Dapper;
using Npgsql;

namespace InterviewService.Practice;

/// <summary>The weak questions whose day has come.</summary>
internal static class DueQuestions
{
    // What an answer of three to eight sentences takes with its feedback.
    private const int MinutesEach = 2;

    /// <summary>One question that is due.</summary>
    internal sealed record Item
    {
        public required Guid SessionId { get; init; }

        public required int QuestionIndex { get; init; }

        public required string Question { get; init; }

        public required DateTimeOffset DueAt { get; init; }

        /// <summary>0 to 100, of the latest answer.</summary>
        public required int Score { get; init; }
    }

    /// <summary>The longest due first.</summary>
    public static async Task<IReadOnlyList<Item>> ReadAsync(NpgsqlDataSource dataSource, long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var due = await connection.QueryAsync<Item>(new CommandDefinition(
            """
            SELECT question.session_id, question.position AS question_index, question.text AS question, practice.due_at,
                COALESCE((SELECT score FROM answer_attempts WHERE question_id = question.id ORDER BY number DESC LIMIT 1), question.score, 0) AS score
            FROM practice_questions practice JOIN interview_questions question ON question.id = practice.question_id
            WHERE practice.user_id = @userId AND practice.due_at <= @now
            ORDER BY practice.due_at, question.session_id, question.position
            """,
            new { userId, now },
            cancellationToken: cancellationToken));
        return due.AsList();
    }

    /// <summary>When the next question comes back; null when none does.</summary>
    public static async Task<DateTimeOffset?> NextAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(
            "SELECT min(due_at) FROM practice_questions WHERE user_id = @userId", new { userId }, cancellationToken: cancellationToken));
    }

    public static int Minutes(int count) => MinutesEach * count;
}
