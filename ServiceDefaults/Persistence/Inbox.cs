using Dapper;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>Remembers handled message ids, so that a message delivered twice acts once.</summary>
public static class Inbox
{
    /// <summary>
    /// True the first time <paramref name="consumer"/> meets <paramref name="messageId"/>. Committed or rolled back with <paramref name="transaction"/>:
    /// a handler that fails meets the message again.
    /// </summary>
    public static async Task<bool> TryAcceptAsync(NpgsqlTransaction transaction, Guid messageId, string consumer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO inbox (message_id, consumer) VALUES (@messageId, @consumer) ON CONFLICT DO NOTHING",
            new { messageId, consumer }, transaction, cancellationToken: cancellationToken)) == 1;
    }
}
