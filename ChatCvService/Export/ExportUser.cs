using Dapper;
using Npgsql;

namespace ChatCvService.Export;

/// <summary><c>GET /internal/users/{userId}/export</c>: everything this service keeps about a user, for the gateway, which hands it to the user alone. Rows are as the database has them.</summary>
internal static class ExportUser
{
    private const string Sql = """
        SELECT jsonb_build_object(
            'documents', COALESCE((
                SELECT jsonb_agg(to_jsonb(document) - 'user_id'
                    || jsonb_build_object('versions', COALESCE((
                        SELECT jsonb_agg(to_jsonb(stored) - 'document_id' ORDER BY stored.version) FROM document_versions stored WHERE document_id = document.id), '[]'))
                    ORDER BY updated_at DESC, id DESC)
                FROM documents document WHERE user_id = @userId), '[]'),
            'conversations', COALESCE((
                SELECT jsonb_agg(to_jsonb(session) - 'user_id'
                    || jsonb_build_object('messages', COALESCE((
                        SELECT jsonb_agg(to_jsonb(message) - 'session_id' ORDER BY number) FROM chat_messages message WHERE session_id = session.id), '[]'))
                    ORDER BY updated_at DESC, id DESC)
                FROM chat_sessions session WHERE user_id = @userId), '[]'),
            'requests', COALESCE((
                SELECT jsonb_agg(to_jsonb(request) - 'user_id' - 'body_hash' ORDER BY scope, idempotency_key) FROM chat_requests request WHERE user_id = @userId), '[]'))::text
        """;

    public static async Task<IResult> HandleAsync(long userId, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return TypedResults.Text(await connection.QuerySingleAsync<string>(new CommandDefinition(Sql, new { userId }, cancellationToken: cancellationToken)), "application/json");
    }
}
