using System.ComponentModel;
using System.Security.Claims;
using ChatCvService.Contracts;
using ChatCvService.Conversation;
using ChatCvService.CvData;
using ChatCvService.Persistence;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace ChatCvService.Sessions;

/// <summary><c>POST /api/v1/chat/start</c> (seed 003, 1).</summary>
internal static class StartChat
{
    internal sealed record Request
    {
        [Description("The first message, at most 20,000 characters.")]
        public string? InitialMessage { get; init; }

        [Description("cv or cover_letter.")]
        public string? DocType { get; init; }
    }

    internal sealed record Response(Guid SessionId, string Message, Cv CvData, int Progress, bool IsComplete);

    public static async Task<Results<Created<Response>, ApiError>> HandleAsync(
        Request request, HttpRequest http, ClaimsPrincipal user, IConversationEngine engine, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, IOptions<AiOptions> ai,
        CancellationToken cancellationToken)
    {
        if (MessageText.Problem(request.InitialMessage, "initial_message") is { } problem)
            return Answers.BadRequest(problem);
        if (!DocTypes.IsKnown(request.DocType))
            return Answers.BadRequest("doc_type must be \"cv\" or \"cover_letter\"");
        var (key, keyProblem) = MessageText.KeyOf(http);
        if (keyProblem is not null)
            return Answers.BadRequest(keyProblem);
        if (ai.Value.LacksGeminiKey)
            return Answers.NoKey;

        var userId = user.UserId();
        var hash = SentBefore.HashOf(request.DocType!, request.InitialMessage!);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return new ApiError(StatusCodes.Status401Unauthorized);
        if (key is not null && await SentBefore.FindAsync(transaction, userId, SentBefore.Start, key, cancellationToken) is { } before)
            return before.BodyHash.AsSpan().SequenceEqual(hash) ? TypedResults.Created((string?)null, CvJson.Read<Response>(before.Json)) : Answers.OtherRequest;

        var now = time.GetUtcNow();
        var turn = await engine.TakeTurnAsync(new Dialogue(request.DocType!, new Cv(), new Memory()), request.InitialMessage!, cancellationToken);
        var response = new Response(Guid.CreateVersion7(now), turn.Reply, turn.Cv, Coverage.Progress(turn.Cv), Coverage.IsComplete(turn.Cv));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO chat_sessions (id, user_id, doc_type, cv_data, memory, progress, is_complete, created_at, updated_at, last_message_at)
            VALUES (@SessionId, @userId, @DocType, @cv::jsonb, @memory::jsonb, @Progress, @IsComplete, @now, @now, @now)
            """,
            new { response.SessionId, userId, request.DocType, cv = CvJson.Write(turn.Cv), memory = CvJson.Write(turn.Memory), response.Progress, response.IsComplete, now },
            transaction,
            cancellationToken: cancellationToken));
        await StoredSession.AddMessagesAsync(transaction, response.SessionId, request.InitialMessage!, now, turn.Reply, time.GetUtcNow(), cancellationToken);
        if (key is not null)
            await SentBefore.RememberAsync(transaction, userId, SentBefore.Start, key, response.SessionId, hash, response, cancellationToken);
        await Outbox.AddAsync(transaction, new CvChatStarted(response.SessionId, userId, request.DocType!, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return TypedResults.Created((string?)null, response);
    }
}
