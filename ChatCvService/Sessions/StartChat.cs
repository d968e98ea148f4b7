using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using ChatCvService.Contracts;
using ChatCvService.Conversation;
using ChatCvService.CvData;
using ChatCvService.Persistence;
using ChatCvService.Resumes;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace ChatCvService.Sessions;

/// <summary><c>POST /api/v1/chat/start</c> (seed 003, 1).</summary>
internal sealed class StartChat(
    EngineChoice<IConversationEngine> engines, ResumeClient resumes, NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, IOptions<AiOptions> ai, ILogger<StartChat> logger)
{
    // What somebody says who begins with a resume and adds nothing: an answer to it names what is missing and asks for it.
    private const string FromResume = "I would like to start from my resume. What is missing?";

    internal sealed record Request
    {
        [Description("The first message, at most 20,000 characters.")]
        public string? InitialMessage { get; init; }

        [Description("cv or cover_letter.")]
        public string? DocType { get; init; }

        [Description("Ours: the posting that the person applies for, at most 20,000 characters. It steers what is stressed.")]
        public string? JobDescription { get; init; }

        [Description("Ours: an uploaded resume of the user. The conversation begins with what it says and asks only for what is missing; initial_message may then be left out.")]
        public long? ResumeId { get; init; }
    }

    internal sealed record Response(Guid SessionId, string Message, Cv CvData, int Progress, bool IsComplete);

    public static async Task<Results<Created<Response>, ApiError>> HandleAsync(
        Request request, HttpRequest http, ClaimsPrincipal user, StartChat start, CancellationToken cancellationToken)
    {
        var (key, problem) = MessageText.KeyOf(http);
        return problem is null ? await start.RunAsync(request, key, user.UserId(), cancellationToken) : Answers.BadRequest(problem);
    }

    /// <param name="request">What the conversation begins with.</param>
    /// <param name="key">Idempotency key; null starts a conversation whatever was started before.</param>
    /// <param name="userId">Who starts it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Results<Created<Response>, ApiError>> RunAsync(Request request, string? key, long userId, CancellationToken cancellationToken)
    {
        if (Problem(request) is { } problem)
            return Answers.BadRequest(problem);
        if (ai.Value.LacksGeminiKey)
            return Answers.NoKey;

        var hash = SentBefore.HashOf(request.DocType!, request.InitialMessage ?? "", request.JobDescription ?? "", request.ResumeId?.ToString(CultureInfo.InvariantCulture) ?? "");
        if (key is not null && await AnsweredBeforeAsync(userId, key, hash, cancellationToken) is { } answered)
            return answered;
        // Before the user's lock is taken: other services and a language model need their time.
        var (known, failure) = await KnownAsync(request.ResumeId, userId, cancellationToken);
        if (failure is not null)
            return failure;
        var now = time.GetUtcNow();
        var message = string.IsNullOrWhiteSpace(request.InitialMessage) ? FromResume : request.InitialMessage;
        var dialogue = new Dialogue(request.DocType!, known ?? new Cv(), new Memory { JobDescription = request.JobDescription?.Trim() ?? "" });
        Turn turn;
        try
        {
            turn = await engines.RunAsync("chat.turn", engine => engine.TakeTurnAsync(dialogue, message, cancellationToken));
        }
        catch (AiException)
        {
            return Answers.ModelFailed;
        }

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return new ApiError(StatusCodes.Status401Unauthorized);
        // The same request at the same time was the faster one.
        if (key is not null && await AnsweredBeforeAsync(transaction, userId, key, hash, cancellationToken) is { } late)
            return late;

        var response = new Response(Guid.CreateVersion7(now), turn.Reply, turn.Cv, Coverage.Progress(turn.Cv), Coverage.IsComplete(turn.Cv));
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO chat_sessions (id, user_id, doc_type, cv_data, memory, progress, is_complete, created_at, updated_at, last_message_at)
            VALUES (@SessionId, @userId, @DocType, @cv::jsonb, @memory::jsonb, @Progress, @IsComplete, @now, @now, @now)
            """,
            new { response.SessionId, userId, request.DocType, cv = CvJson.Write(turn.Cv), memory = CvJson.Write(turn.Memory), response.Progress, response.IsComplete, now },
            transaction,
            cancellationToken: cancellationToken));
        await StoredSession.AddMessagesAsync(transaction, response.SessionId, message, now, turn.Reply, time.GetUtcNow(), cancellationToken);
        if (key is not null)
            await SentBefore.RememberAsync(transaction, userId, SentBefore.Start, key, response.SessionId, hash, response, cancellationToken);
        await Outbox.AddAsync(transaction, new CvChatStarted(response.SessionId, userId, request.DocType!, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return TypedResults.Created((string?)null, response);
    }

    private async Task<Results<Created<Response>, ApiError>?> AnsweredBeforeAsync(long userId, string key, byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        return await AnsweredBeforeAsync(transaction, userId, key, hash, cancellationToken);
    }

    private static async Task<Results<Created<Response>, ApiError>?> AnsweredBeforeAsync(NpgsqlTransaction transaction, long userId, string key, byte[] hash, CancellationToken cancellationToken) =>
        await SentBefore.FindAsync(transaction, userId, SentBefore.Start, key, cancellationToken) is not { } before ? null
        : before.BodyHash.AsSpan().SequenceEqual(hash) ? TypedResults.Created((string?)null, CvJson.Read<Response>(before.Json))
        : Answers.OtherRequest;

    private static string? Problem(Request request) =>
        (request.ResumeId is null || !string.IsNullOrWhiteSpace(request.InitialMessage) ? MessageText.Problem(request.InitialMessage, "initial_message") : null)
        ?? (string.IsNullOrWhiteSpace(request.JobDescription) ? null : MessageText.Problem(request.JobDescription, "job_description"))
        ?? (DocTypes.IsKnown(request.DocType) ? null : "doc_type must be \"cv\" or \"cover_letter\"");

    private async Task<(Cv? Cv, ApiError? Failure)> KnownAsync(long? resumeId, long userId, CancellationToken cancellationToken)
    {
        if (resumeId is not { } id)
            return (null, null);
        try
        {
            return await resumes.FindAsync(userId, id, cancellationToken) is { } resume ? (ResumeCv.Of(resume), null) : (null, Answers.NoResume);
        }
        catch (HttpRequestException exception)
        {
            Log.ResumeMissing(logger, exception.HttpRequestError.ToString());
            return (null, Answers.NoResumes);
        }
    }
}
