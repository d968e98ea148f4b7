using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using InterviewService.Contracts;
using InterviewService.Engine;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using InterviewService.Resumes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDefaults.Ai;
using ServiceDefaults.Auth;
using ServiceDefaults.Persistence;
using ServiceDefaults.Problems;

namespace InterviewService.Sessions;

/// <summary><c>POST /api/interview/sessions</c> (seed 2): an interview from a resume, or the unfinished one there is.</summary>
internal sealed class CreateSession(
    NpgsqlDataSource dataSource, DocumentClient documents, EngineChoice<IInterviewEngine> engines, Outbox outbox, TimeProvider time, ILogger<CreateSession> logger)
{
    public const int MinQuestions = 3;
    public const int MaxQuestions = 20;
    public const int MaxResumeText = 500_000;
    public const int MaxResumeId = 100;

    // A session that another request made in between may have taken a question: then a new choice is made.
    private const int Tries = 5;

    internal sealed record Request
    {
        [Description("The resume's text, at most 500,000 characters.")]
        public string? ResumeText { get; init; }

        [Description("3 to 20 questions.")]
        public int? QuestionCount { get; init; }

        [JsonConverter(typeof(IdConverter))]
        [Description("The resume the interview belongs to: a number or a text of at most 100 characters.")]
        public string? ResumeId { get; init; }

        [Description("Make a new interview although an unfinished one exists.")]
        public bool? ForceCreate { get; init; }
    }

    /// <param name="ResumeId">What the questions asked so far belong to; at most <see cref="MaxResumeId"/> characters.</param>
    /// <param name="ResumeText">Kept with the session; at most <see cref="MaxResumeText"/> characters.</param>
    /// <param name="Person">Who is asked.</param>
    /// <param name="Count">3 to 20 questions.</param>
    /// <param name="Force">Make a new session although an unfinished one exists.</param>
    internal sealed record Order(string ResumeId, string ResumeText, Interviewee Person, int Count, bool Force)
    {
        /// <summary>The id that the session gets, so that a form sent twice makes one session; null for a new one.</summary>
        public Guid? SessionId { get; init; }
    }

    public static async Task<Results<Ok<SessionAnswer<SessionView>>, ApiError>> HandleAsync(
        Request request, ClaimsPrincipal user, CreateSession create, CancellationToken cancellationToken)
    {
        var resumeId = Text.Storable(request.ResumeId ?? "").Trim();
        var resumeText = Text.Storable(request.ResumeText ?? "");
        if (string.IsNullOrWhiteSpace(resumeText))
            return SessionAnswers.NoResumeText;
        if (request.QuestionCount is null or < MinQuestions)
            return SessionAnswers.TooFewQuestions;
        if (request.QuestionCount > MaxQuestions)
            return SessionAnswers.TooManyQuestions;
        if (resumeId.Length == 0)
            return SessionAnswers.NoResumeId;
        if (resumeText.Length > MaxResumeText)
            return SessionAnswers.BadRequest("Resume text is too long (maximum 500,000 characters)");
        if (resumeId.Length > MaxResumeId)
            return SessionAnswers.BadRequest("Resume id is too long (maximum 100 characters)");
        return await create.RunAsync(user.UserId(), resumeId, resumeText, request.QuestionCount.Value, request.ForceCreate ?? false, cancellationToken);
    }

    private async Task<Results<Ok<SessionAnswer<SessionView>>, ApiError>> RunAsync(
        long userId, string resumeId, string resumeText, int count, bool force, CancellationToken cancellationToken)
    {
        if (!force && await UnfinishedAsync(userId, resumeId, cancellationToken) is { } unfinished)
            return SessionAnswers.Ok(SessionView.Of(unfinished));

        Interviewee person;
        try
        {
            var reading = await documents.AnalyseAsync(file: null, resumeText, jobDescription: null, cancellationToken);
            if (reading.Analysis is not { } document)
                return SessionAnswers.NoResumeText;
            person = new Interviewee(document.Analysis, document.Profile, document.Text);
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return SessionAnswers.Unavailable;
        }

        var (session, problem) = await PrepareAsync(userId, new Order(resumeId, resumeText, person, count, force), cancellationToken);
        return session is null ? problem! : SessionAnswers.Ok(SessionView.Of(session));
    }

    /// <summary>The new session, or the one there is; or why there is none: a user whose data was erased (401), a language model that failed.</summary>
    public async Task<(StoredSession? Session, ApiError? Problem)> PrepareAsync(long userId, Order order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var asked = await AskedAsync(userId, order.ResumeId, cancellationToken);
            IReadOnlyList<InterviewQuestion> questions;
            try
            {
                questions = await engines.RunAsync("interview.questions", engine => engine.AskAsync(order.Person, order.Count, asked, cancellationToken));
            }
            catch (AiException)
            {
                return (null, SessionAnswers.ModelFailed);
            }

            var (isErased, session) = await StoreAsync(userId, order, questions, asked, isLastTry: attempt == Tries, cancellationToken);
            if (isErased)
                return (null, new ApiError(StatusCodes.Status401Unauthorized));
            if (session is not null)
                return (session, null);
        }
    }

    private async Task<StoredSession?> UnfinishedAsync(long userId, string resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await StoredSession.UnfinishedAsync(connection, userId, resumeId, transaction: null, cancellationToken);
    }

    private async Task<HashSet<string>> AskedAsync(long userId, string resumeId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT question_key FROM asked_questions WHERE user_id = @userId AND resume_id = @resumeId", new { userId, resumeId }, cancellationToken: cancellationToken))];
    }

    /// <summary>The session that is there now; null when the questions have to be chosen anew.</summary>
    private async Task<(bool IsErased, StoredSession? Session)> StoreAsync(
        long userId, Order order, IReadOnlyList<InterviewQuestion> questions, HashSet<string> asked, bool isLastTry, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, userId, cancellationToken))
            return (true, null);
        if (!order.Force && await StoredSession.UnfinishedAsync(connection, userId, order.ResumeId, transaction, cancellationToken) is { } other)
            return (false, other);
        var (id, twin) = await IdAsync(transaction, userId, order, now, cancellationToken);
        if (twin is not null)
            return (false, twin);

        var fresh = questions.Select(question => question.Key).Where(key => !asked.Contains(key)).ToArray();
        var stored = await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO asked_questions (user_id, resume_id, question_key) SELECT @userId, @ResumeId, key FROM unnest(@fresh) AS fresh (key) ON CONFLICT DO NOTHING",
            new { userId, order.ResumeId, fresh },
            transaction,
            cancellationToken: cancellationToken));
        if (stored < fresh.Length && !isLastTry)
            return (false, null);

        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interview_sessions (id, user_id, resume_id, resume_text, language, status, created_at)
            VALUES (@id, @userId, @ResumeId, @ResumeText, @Language, 'CREATED', @now)
            """,
            new { id, userId, order.ResumeId, order.ResumeText, order.Person.Language, now },
            transaction,
            cancellationToken: cancellationToken));
        await StoredQuestion.InsertAsync(transaction, id, questions, position: 0, parentId: null, cancellationToken);
        await Outbox.AddAsync(transaction, new InterviewSessionCreated(id, userId, order.ResumeId, questions.Count, now), cancellationToken);
        var session = await StoredSession.LockAsync(transaction, id, userId, cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        return (false, session);
    }

    /// <summary>The id of the session to store, or the session that the same form has made already.</summary>
    private static async Task<(Guid Id, StoredSession? Twin)> IdAsync(NpgsqlTransaction transaction, long userId, Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (order.SessionId is not { } wanted)
            return (Guid.CreateVersion7(now), null);
        // Sent again with other wishes, or after an answer, the form means another interview.
        if (await StoredSession.LockAsync(transaction, wanted, userId, cancellationToken) is { Status: SessionStatus.Created } mine && mine.ResumeId == order.ResumeId && mine.Questions.Count == order.Count)
            return (wanted, mine);
        var isTaken = await transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM interview_sessions WHERE id = @wanted)", new { wanted }, transaction, cancellationToken: cancellationToken));
        return (isTaken ? Guid.CreateVersion7(now) : wanted, null);
    }

    // Clients keep the id as a number or as a text.
    private sealed class IdConverter : JsonConverter<string?>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            JsonTokenType.Null => null,
            _ => throw new JsonException("resumeId must be a number or a text."),
        };

        public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
