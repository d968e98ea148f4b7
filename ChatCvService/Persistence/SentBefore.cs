using System.Security.Cryptography;
using System.Text;
using ChatCvService.CvData;
using Dapper;
using Npgsql;

namespace ChatCvService.Persistence;

/// <summary>Requests under an <c>Idempotency-Key</c>: the same one again gets the answer that it got.</summary>
internal static class SentBefore
{
    public const string Header = "Idempotency-Key";
    public const int MaxKey = 200;
    public const string Start = "start";

    internal sealed record Answer(byte[] BodyHash, string Json);

    public static byte[] HashOf(params IEnumerable<string> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts)));

    public static Task<Answer?> FindAsync(NpgsqlTransaction transaction, long userId, string scope, string key, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Answer>(new CommandDefinition(
            "SELECT body_hash, answer AS json FROM chat_requests WHERE user_id = @userId AND scope = @scope AND idempotency_key = @key", new { userId, scope, key }, transaction, cancellationToken: cancellationToken));

    public static Task RememberAsync<T>(NpgsqlTransaction transaction, long userId, string scope, string key, Guid sessionId, byte[] hash, T answer, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO chat_requests (user_id, scope, idempotency_key, session_id, body_hash, answer) VALUES (@userId, @scope, @key, @sessionId, @hash, @answer::jsonb)",
            new { userId, scope, key, sessionId, hash, answer = CvJson.Write(answer) },
            transaction,
            cancellationToken: cancellationToken));
}
