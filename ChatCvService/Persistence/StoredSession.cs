using ChatCvService.Conversation;
using ChatCvService.CvData;
using Dapper;
using Npgsql;

namespace ChatCvService.Persistence;

/// <summary>A chat session as stored. Always read with its owner and its last message in the predicate: somebody else's or an expired one is not there.</summary>
internal sealed record StoredSession
{
    /// <summary>Sessions end this long after their last message (seed 003, "Rate Limits").</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const string Columns =
        "SELECT id, user_id, doc_type, cv_data AS cv_json, memory AS memory_json, progress, is_complete, document_id, template_code, created_at, updated_at FROM chat_sessions";

    public required Guid Id { get; init; }

    public required long UserId { get; init; }

    public required string DocType { get; init; }

    public required string CvJson { get; init; }

    public required string MemoryJson { get; init; }

    public required int Progress { get; init; }

    public required bool IsComplete { get; init; }

    public required long? DocumentId { get; init; }

    /// <summary>The look that was chosen for the preview; null when none was.</summary>
    public required string? TemplateCode { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string Status => StatusOf(IsComplete, DocumentId);

    public Dialogue Dialogue => new(DocType, CvData.CvJson.Read<Cv>(CvJson), CvData.CvJson.Read<Memory>(MemoryJson));

    public static string StatusOf(bool isComplete, long? documentId) => isComplete || documentId is not null ? "completed" : "active";

    public static async Task<StoredSession?> FindAsync(NpgsqlDataSource dataSource, Guid id, long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StoredSession>(new CommandDefinition(
            $"{Columns} WHERE id = @id AND user_id = @userId AND last_message_at > @oldest", new { id, userId, oldest = now - Lifetime }, cancellationToken: cancellationToken));
    }

    /// <summary>Holds the row until the transaction ends: messages of one session are taken one after the other.</summary>
    public static Task<StoredSession?> LockAsync(NpgsqlTransaction transaction, Guid id, long userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<StoredSession>(new CommandDefinition(
            $"{Columns} WHERE id = @id AND user_id = @userId AND last_message_at > @oldest FOR UPDATE", new { id, userId, oldest = now - Lifetime }, transaction, cancellationToken: cancellationToken));

    /// <summary>Adds what was said and answered, in order.</summary>
    public static Task AddMessagesAsync(NpgsqlTransaction transaction, Guid id, string said, DateTimeOffset saidAt, string answered, DateTimeOffset answeredAt, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO chat_messages (session_id, number, role, text, sent_at)
            SELECT @id, last.number + line.number, line.role, line.text, line.sent_at
            FROM (SELECT COALESCE(max(number), 0) AS number FROM chat_messages WHERE session_id = @id) last,
                (VALUES (1, 'user', @said, @saidAt), (2, 'model', @answered, @answeredAt)) AS line (number, role, text, sent_at)
            """,
            new { id, said, saidAt, answered, answeredAt },
            transaction,
            cancellationToken: cancellationToken));
}
