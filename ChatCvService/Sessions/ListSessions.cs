using System.Security.Claims;
using ChatCvService.Persistence;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;

namespace ChatCvService.Sessions;

/// <summary><c>GET /api/v1/chat/sessions</c> (seed 003, 4): newest first, active and completed.</summary>
internal static class ListSessions
{
    internal sealed record Item(Guid SessionId, string DocType, string Status, int Progress, DateTimeOffset UpdatedAt);

    internal sealed record Response(IReadOnlyList<Item> Sessions);

    public static async Task<Ok<Response>> HandleAsync(ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT id, doc_type, progress, is_complete, document_id, updated_at FROM chat_sessions
            WHERE user_id = @UserId AND last_message_at > @oldest ORDER BY updated_at DESC, id DESC
            """,
            new { UserId = user.UserId(), oldest = time.GetUtcNow() - StoredSession.Lifetime },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(new Response([.. rows.Select(row => new Item(row.Id, row.DocType, StoredSession.StatusOf(row.IsComplete, row.DocumentId), row.Progress, row.UpdatedAt))]));
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required string DocType { get; init; }

        public required int Progress { get; init; }

        public required bool IsComplete { get; init; }

        public required long? DocumentId { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }
    }
}
