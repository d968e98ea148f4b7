using System.Text.Json;
using Dapper;
using InterviewService.Questions;
using InterviewService.Questions.Selection;
using Npgsql;
using ServiceDefaults.Json;

namespace InterviewService.MockInterviews;

/// <summary>A mock interview as stored (seed 4): at most eight questions about one CV and one job.</summary>
public sealed record MockInterview
{
    public const int MaxQuestions = 8;

    public required Guid Id { get; init; }

    public required long UserId { get; init; }

    public required string JobTitle { get; init; }

    public required string CompanyName { get; init; }

    public string? CvFilename { get; init; }

    public string? CvText { get; init; }

    public string? JobDescription { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? IntervieweeJson { get; init; }

    public required string PlannedJson { get; init; }

    public required string AskedJson { get; init; }

    public string? FeedbackJson { get; init; }

    /// <summary>In the order in which they were said: question, answer, question.</summary>
    public IReadOnlyList<MockMessage> Messages { get; init; } = [];

    public bool HasDocuments => CvText is not null && JobDescription is not null;

    internal Interviewee? Interviewee => IntervieweeJson is null ? null : JsonSerializer.Deserialize<Interviewee>(IntervieweeJson, PlatformJson.Internal);

    internal IReadOnlyList<InterviewQuestion> Planned => JsonSerializer.Deserialize<IReadOnlyList<InterviewQuestion>>(PlannedJson, PlatformJson.Internal)!;

    /// <summary>The questions asked so far; the n-th belongs to the n-th message of the interviewer.</summary>
    internal IReadOnlyList<InterviewQuestion> Asked => JsonSerializer.Deserialize<IReadOnlyList<InterviewQuestion>>(AskedJson, PlatformJson.Internal)!;

    public MockFeedback? Feedback => FeedbackJson is null ? null : JsonSerializer.Deserialize<MockFeedback>(FeedbackJson, PlatformJson.Internal);

    public int QuestionCount => Messages.Count(message => message.Role == MockMessage.Assistant);

    public int AnswerCount => Messages.Count(message => message.Role == MockMessage.User);

    /// <summary>With the eighth answer, not with the eighth question (CONTRACT.md, "S4 mock interview").</summary>
    public bool IsComplete => AnswerCount >= MaxQuestions;

    public MockProgress Progress => new(QuestionCount, MaxQuestions, QuestionCount > 0, IsComplete);

    /// <summary>The interview whoever owns it; null when there is none. The caller checks the owner, because somebody else's is 403 here (seed 4).</summary>
    public static async Task<MockInterview?> FindAsync(NpgsqlDataSource dataSource, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var key))
            return null;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, key, forUpdate: false, transaction: null, cancellationToken);
    }

    /// <summary>The interview, which nobody else changes until the transaction ends.</summary>
    public static Task<MockInterview?> LockAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        ReadAsync(transaction.Connection!, id, forUpdate: true, transaction, cancellationToken);

    /// <summary>Writes what changed of the interview itself.</summary>
    public static async Task UpdateAsync(NpgsqlTransaction transaction, MockInterview interview, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE mock_interviews SET cv_filename = @CvFilename, cv_text = @CvText, job_description = @JobDescription, interviewee = @IntervieweeJson::jsonb,
                planned = @PlannedJson::jsonb, asked = @AskedJson::jsonb, feedback = @FeedbackJson::jsonb, updated_at = @now
            WHERE id = @Id
            """,
            new
            {
                interview.CvFilename, interview.CvText, interview.JobDescription, interview.IntervieweeJson, interview.PlannedJson, interview.AskedJson,
                interview.FeedbackJson, now, interview.Id,
            },
            transaction,
            cancellationToken: cancellationToken));

    public static async Task AddMessageAsync(NpgsqlTransaction transaction, MockMessage message, int position, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO mock_messages (id, session_id, position, role, content, sent_at) VALUES (@Id, @SessionId, @position, @Role, @Content, @Timestamp)",
            new { message.Id, message.SessionId, position, message.Role, message.Content, message.Timestamp },
            transaction,
            cancellationToken: cancellationToken));

    private static async Task<MockInterview?> ReadAsync(NpgsqlConnection connection, Guid id, bool forUpdate, NpgsqlTransaction? transaction, CancellationToken cancellationToken)
    {
        var interview = await connection.QuerySingleOrDefaultAsync<MockInterview>(new CommandDefinition(
            $"""
            SELECT id, user_id, job_title, company_name, cv_filename, cv_text, job_description, created_at, interviewee AS interviewee_json, planned AS planned_json,
                asked AS asked_json, feedback AS feedback_json
            FROM mock_interviews WHERE id = @id{(forUpdate ? " FOR UPDATE" : "")}
            """,
            new { id },
            transaction,
            cancellationToken: cancellationToken));
        if (interview is null)
            return null;
        var messages = await connection.QueryAsync<MockMessage>(new CommandDefinition(
            "SELECT id, session_id, role, content, sent_at AS timestamp FROM mock_messages WHERE session_id = @id ORDER BY position",
            new { id },
            transaction,
            cancellationToken: cancellationToken));
        return interview with { Messages = messages.AsList() };
    }
}

/// <summary>One turn of the conversation (seed 4, "Message Object Structure").</summary>
public sealed record MockMessage
{
    public const string Assistant = "assistant";
    public const string User = "user";

    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary><see cref="Assistant"/>, the interviewer, or <see cref="User"/>.</summary>
    public required string Role { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset Timestamp { get; init; }
}

/// <summary>Seed 4, "Interview Progress Object".</summary>
/// <param name="QuestionCount">Questions asked, 0 to 8.</param>
/// <param name="MaxQuestions">Always 8.</param>
/// <param name="IsStarted">At least one question was asked.</param>
/// <param name="IsComplete">The last question is answered.</param>
public sealed record MockProgress(int QuestionCount, int MaxQuestions, bool IsStarted, bool IsComplete);
