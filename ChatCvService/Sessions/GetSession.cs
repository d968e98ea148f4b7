using System.Security.Claims;
using ChatCvService.Conversation;
using ChatCvService.CvData;
using ChatCvService.Persistence;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ChatCvService.Sessions;

/// <summary><c>GET /api/v1/chat/session/{session_id}</c> (seed 003, 3): the whole transcript and the CV so far.</summary>
internal static class GetSession
{
    internal sealed record Part(string Text);

    internal sealed record Line(string Role, IReadOnlyList<Part> Parts, DateTimeOffset Timestamp);

    internal sealed record Response
    {
        public required Guid SessionId { get; init; }

        public required string DocType { get; init; }

        public required string Status { get; init; }

        public required IReadOnlyList<Line> ConversationHistory { get; init; }

        public required Cv CurrentCvData { get; init; }

        public required int Progress { get; init; }

        public required IReadOnlyList<string> FieldsCollected { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }
    }

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(
        string sessionId, ClaimsPrincipal user, NpgsqlDataSource dataSource, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sessionId, out var id) || await StoredSession.FindAsync(dataSource, id, user.UserId(), time.GetUtcNow(), cancellationToken) is not { } session)
            return Answers.NoSession;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var messages = await connection.QueryAsync<Said>(new CommandDefinition(
            "SELECT role, text, sent_at FROM chat_messages WHERE session_id = @id ORDER BY number", new { id }, cancellationToken: cancellationToken));
        var cv = session.Dialogue.Cv;
        return TypedResults.Ok(new Response
        {
            SessionId = id,
            DocType = session.DocType,
            Status = session.Status,
            ConversationHistory = [.. messages.Select(message => new Line(message.Role, [new Part(message.Text)], message.SentAt))],
            CurrentCvData = cv,
            Progress = session.Progress,
            FieldsCollected = Coverage.Collected(cv),
            CreatedAt = session.CreatedAt,
            UpdatedAt = session.UpdatedAt,
        });
    }

    private sealed record Said
    {
        public required string Role { get; init; }

        public required string Text { get; init; }

        public required DateTimeOffset SentAt { get; init; }
    }
}
