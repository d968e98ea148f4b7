using System.Text.Json;
using Dapper;
using InterviewService.Evaluation;
using InterviewService.Questions;
using Npgsql;
using ServiceDefaults.Json;

namespace InterviewService.Sessions;

/// <summary>A session as stored. Always read with its owner in the predicate: somebody else's is not there.</summary>
internal sealed record StoredSession
{
    public required Guid Id { get; init; }

    public required long UserId { get; init; }

    public required string ResumeId { get; init; }

    public required string ResumeText { get; init; }

    public required string Language { get; init; }

    public required string Status { get; init; }

    public required int CurrentQuestion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? EvaluatedAt { get; init; }

    public bool EvaluationFailed { get; init; }

    /// <summary>How often its evaluation was asked for again.</summary>
    public int EvaluationAttempts { get; init; }

    public string? ReportJson { get; init; }

    /// <summary>In the order in which they are asked; the position is the index.</summary>
    public IReadOnlyList<StoredQuestion> Questions { get; init; } = [];

    public bool IsOpen => SessionStatus.IsOpen(Status);

    /// <summary>Null until the session is evaluated.</summary>
    public SessionReport? Report => ReportJson is null ? null : JsonSerializer.Deserialize<SessionReport>(ReportJson, PlatformJson.Internal);

    /// <summary>One session of the user; null when it is not there or somebody else's.</summary>
    public static async Task<StoredSession?> FindAsync(NpgsqlDataSource dataSource, long userId, string sessionId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(sessionId, out var id))
            return null;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, "WHERE id = @id AND user_id = @userId", new { id, userId }, transaction: null, cancellationToken);
    }

    /// <summary>The newest session about this resume that still takes answers; null when there is none.</summary>
    public static Task<StoredSession?> UnfinishedAsync(
        NpgsqlConnection connection, long userId, string resumeId, NpgsqlTransaction? transaction, CancellationToken cancellationToken) => ReadAsync(
            connection,
            "WHERE user_id = @userId AND resume_id = @resumeId AND status IN ('CREATED', 'IN_PROGRESS') ORDER BY created_at DESC, id DESC LIMIT 1",
            new { userId, resumeId },
            transaction,
            cancellationToken);

    /// <summary>The session, which nobody else changes until the transaction ends.</summary>
    public static Task<StoredSession?> LockAsync(NpgsqlTransaction transaction, Guid id, long userId, CancellationToken cancellationToken) =>
        ReadAsync(transaction.Connection!, "WHERE id = @id AND user_id = @userId FOR UPDATE", new { id, userId }, transaction, cancellationToken);

    private static async Task<StoredSession?> ReadAsync(
        NpgsqlConnection connection, string where, object parameters, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        var session = await connection.QuerySingleOrDefaultAsync<StoredSession>(new CommandDefinition(
            $"""
            SELECT id, user_id, resume_id, resume_text, language, status, current_question, created_at, completed_at, evaluated_at, evaluation_failed, evaluation_attempts,
                report AS report_json
            FROM interview_sessions {where}
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        if (session is null)
            return null;
        var questions = await connection.QueryAsync<StoredQuestion>(new CommandDefinition(
            """
            SELECT id, position, question_key, text, kind, type, category, intention, why, reference_answer, key_points, mistakes, other_answers, is_story, follow_up, parent_id,
                answer, is_submitted, score, feedback, evaluation AS evaluation_json
            FROM interview_questions WHERE session_id = @Id ORDER BY position
            """,
            new { session.Id },
            transaction,
            cancellationToken: cancellationToken));
        return session with { Questions = questions.AsList() };
    }
}

/// <summary>A question of a session with its answer.</summary>
internal sealed record StoredQuestion
{
    public required Guid Id { get; init; }

    public required int Position { get; init; }

    public required string QuestionKey { get; init; }

    public required string Text { get; init; }

    public required string Kind { get; init; }

    public required string Type { get; init; }

    public required string Category { get; init; }

    public required string Intention { get; init; }

    public required string Why { get; init; }

    public required string ReferenceAnswer { get; init; }

    public required string[] KeyPoints { get; init; }

    public required string[] Mistakes { get; init; }

    public required string[] OtherAnswers { get; init; }

    public required bool IsStory { get; init; }

    public string? FollowUp { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>An answer, or the draft of one.</summary>
    public string? Answer { get; init; }

    public bool IsSubmitted { get; init; }

    public int? Score { get; init; }

    public string? Feedback { get; init; }

    public string? EvaluationJson { get; init; }

    public AnswerEvaluation? Evaluation => EvaluationJson is null ? null : JsonSerializer.Deserialize<AnswerEvaluation>(EvaluationJson, PlatformJson.Internal);

    public InterviewQuestion AsAsked => new()
    {
        Key = QuestionKey,
        Text = Text,
        Kind = Kind,
        Type = Type,
        Category = Category,
        Intention = Intention,
        Why = Why,
        ReferenceAnswer = ReferenceAnswer,
        KeyPoints = KeyPoints,
        Mistakes = Mistakes,
        OtherAnswers = OtherAnswers,
        IsStory = IsStory,
        FollowUp = FollowUp,
    };

    /// <summary>Stores questions of a session, the first at <paramref name="position"/>.</summary>
    public static async Task InsertAsync(
        NpgsqlTransaction transaction, Guid sessionId, IEnumerable<InterviewQuestion> questions, int position, Guid? parentId, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interview_questions
                (id, session_id, position, question_key, text, kind, type, category, intention, why, reference_answer, key_points, mistakes, other_answers, is_story, follow_up, parent_id)
            VALUES (@Id, @sessionId, @Position, @Key, @Text, @Kind, @Type, @Category, @Intention, @Why, @ReferenceAnswer, @KeyPoints, @Mistakes, @OtherAnswers, @IsStory, @FollowUp, @parentId)
            """,
            questions.Select((question, place) => new
            {
                Id = Guid.CreateVersion7(),
                sessionId,
                Position = position + place,
                question.Key,
                question.Text,
                question.Kind,
                question.Type,
                question.Category,
                question.Intention,
                question.Why,
                question.ReferenceAnswer,
                KeyPoints = question.KeyPoints.ToArray(),
                Mistakes = question.Mistakes.ToArray(),
                OtherAnswers = question.OtherAnswers.ToArray(),
                question.IsStory,
                question.FollowUp,
                parentId,
            }).ToList(),
            transaction,
            cancellationToken: cancellationToken));
}
