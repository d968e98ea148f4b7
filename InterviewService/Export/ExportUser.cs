using Dapper;
using Npgsql;

namespace InterviewService.Export;

/// <summary><c>GET /internal/users/{userId}/export</c>: everything this service keeps about a user, for the gateway, which hands it to the user alone. Rows are as the database has them.</summary>
internal static class ExportUser
{
    private const string Sql = """
        SELECT jsonb_build_object(
            'reports', COALESCE((SELECT jsonb_agg(to_jsonb(report) - 'user_id' ORDER BY created_at DESC, id DESC) FROM interview_reports report WHERE user_id = @userId), '[]'),
            'sessions', COALESCE((
                SELECT jsonb_agg(to_jsonb(session) - 'user_id' - 'evaluation_attempts' - 'evaluation_retry_at'
                    || jsonb_build_object('questions', COALESCE((
                        SELECT jsonb_agg(to_jsonb(question) - 'session_id'
                            || jsonb_build_object(
                                'attempts', COALESCE((
                                    SELECT jsonb_agg(to_jsonb(attempt) - 'question_id' ORDER BY number) FROM answer_attempts attempt WHERE question_id = question.id), '[]'),
                                'practice', (SELECT to_jsonb(practice) - 'question_id' - 'user_id' FROM practice_questions practice WHERE question_id = question.id))
                            ORDER BY position)
                        FROM interview_questions question WHERE session_id = session.id), '[]'))
                    ORDER BY created_at DESC, id DESC)
                FROM interview_sessions session WHERE user_id = @userId), '[]'),
            'mock_interviews', COALESCE((
                SELECT jsonb_agg(to_jsonb(interview) - 'user_id'
                    || jsonb_build_object('messages', COALESCE((
                        SELECT jsonb_agg(to_jsonb(message) - 'session_id' ORDER BY position) FROM mock_messages message WHERE session_id = interview.id), '[]'))
                    ORDER BY created_at DESC, id DESC)
                FROM mock_interviews interview WHERE user_id = @userId), '[]'),
            'asked_questions', COALESCE((
                SELECT jsonb_agg(to_jsonb(asked) - 'user_id' ORDER BY resume_id, question_key) FROM asked_questions asked WHERE user_id = @userId), '[]'))::text
        """;

    public static async Task<IResult> HandleAsync(long userId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return TypedResults.Text(await connection.QuerySingleAsync<string>(new CommandDefinition(Sql, new { userId }, cancellationToken: cancellationToken)), "application/json");
    }
}
