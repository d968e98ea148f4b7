using System.ComponentModel;
using System.Security.Claims;
using ChatCvService.Conversation;
using ChatCvService.CvData;
using ChatCvService.Persistence;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ChatCvService.Sessions;

/// <summary><c>POST /api/v1/chat/message</c> (seed 003, 2). Messages of one session are taken one after the other, each once under its key.</summary>
internal sealed class SendMessage(EngineChoice<IConversationEngine> engines, NpgsqlDataSource dataSource, TimeProvider time, IOptions<AiOptions> ai)
{
    internal sealed record Request
    {
        public string? SessionId { get; init; }

        [Description("At most 20,000 characters.")]
        public string? Message { get; init; }
    }

    internal sealed record Response(
        Guid SessionId, string Message, Cv CvData, int Progress, bool IsComplete, IReadOnlyList<string> FieldsCollected, IReadOnlyList<string> MissingFields);

    public static async Task<Results<Ok<Response>, ApiError>> HandleAsync(
        Request request, HttpRequest http, ClaimsPrincipal user, SendMessage send, CancellationToken cancellationToken)
    {
        var (key, problem) = MessageText.KeyOf(http);
        return problem is null ? await send.RunAsync(request, key, user.UserId(), cancellationToken) : Answers.BadRequest(problem);
    }

    /// <param name="request">The message and its session.</param>
    /// <param name="key">Idempotency key; null takes the message whatever was sent before.</param>
    /// <param name="userId">Who sends it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Results<Ok<Response>, ApiError>> RunAsync(Request request, string? key, long userId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.SessionId))
            return Answers.BadRequest("session_id is required");
        if (MessageText.Problem(request.Message, "message") is { } problem)
            return Answers.BadRequest(problem);
        // What is no id is the id of no session.
        if (!Guid.TryParse(request.SessionId, out var id))
            return Answers.NoSession;
        if (ai.Value.LacksGeminiKey)
            return Answers.NoKey;

        var scope = id.ToString();
        var hash = SentBefore.HashOf(request.Message!);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await StoredSession.LockAsync(transaction, id, userId, now, cancellationToken) is not { } session)
            return Answers.NoSession;
        if (key is not null && await SentBefore.FindAsync(transaction, userId, scope, key, cancellationToken) is { } before)
            return before.BodyHash.AsSpan().SequenceEqual(hash) ? TypedResults.Ok(CvJson.Read<Response>(before.Json)) : Answers.OtherRequest;

        Turn turn;
        try
        {
            turn = await engines.RunAsync("chat.turn", engine => engine.TakeTurnAsync(session.Dialogue, request.Message!, cancellationToken));
        }
        catch (AiException)
        {
            return Answers.ModelFailed;
        }

        var response = new Response(id, turn.Reply, turn.Cv, Coverage.Progress(turn.Cv), Coverage.IsComplete(turn.Cv), Coverage.Collected(turn.Cv), Coverage.Missing(turn.Cv));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE chat_sessions SET cv_data = @cv::jsonb, memory = @memory::jsonb, progress = @Progress, is_complete = @IsComplete, updated_at = @now, last_message_at = @now WHERE id = @id
            """,
            new { id, cv = CvJson.Write(turn.Cv), memory = CvJson.Write(turn.Memory), response.Progress, response.IsComplete, now },
            transaction,
            cancellationToken: cancellationToken));
        await StoredSession.AddMessagesAsync(transaction, id, request.Message!, now, turn.Reply, time.GetUtcNow(), cancellationToken);
        if (key is not null)
            await SentBefore.RememberAsync(transaction, userId, scope, key, id, hash, response, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(response);
    }
}
