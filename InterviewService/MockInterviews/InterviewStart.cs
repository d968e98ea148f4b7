using System.Text.Json;
using Dapper;
using InterviewService.Questions.Selection;
using InterviewService.Resumes;
using Npgsql;
using ServiceDefaults.Json;
using ServiceDefaults.Persistence;

namespace InterviewService.MockInterviews;

/// <summary>Makes the first question of a mock interview when its page is first opened; opened twice at once there is still one.</summary>
internal sealed class InterviewStart(NpgsqlDataSource dataSource, DocumentClient documents, MockInterviewer interviewer, TimeProvider time)
{
    /// <summary>The interview with its first question; null when it was deleted meanwhile.</summary>
    /// <exception cref="HttpRequestException">ResumeService did not answer; nothing has changed.</exception>
    public async Task<MockInterview?> EnsureAsync(MockInterview interview, CancellationToken cancellationToken)
    {
        if (interview.QuestionCount > 0)
            return interview;

        var reading = await documents.AnalyseAsync(file: null, interview.CvText, interview.JobDescription, cancellationToken);
        if (reading.Analysis is not { } document)
            throw new HttpRequestException("ResumeService cannot read the text that it gave before.");
        var person = new Interviewee(document.Analysis, document.Profile, document.Text);
        var planned = await interviewer.PlanAsync(person, await AskedBeforeAsync(interview, cancellationToken), cancellationToken);
        var first = MockInterviewer.First(interview, person, planned);

        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await UserTransactionLock.TakeAsync(transaction, interview.UserId, cancellationToken) || await MockInterview.LockAsync(transaction, interview.Id, cancellationToken) is not { } locked)
            return null;
        if (locked.QuestionCount > 0)
            return locked;
        // The documents were changed while the question was made: it would be about others.
        if (locked.CvText != interview.CvText || locked.JobDescription != interview.JobDescription)
            return await RestartAsync(transaction, locked, cancellationToken);

        var now = time.GetUtcNow();
        await MockInterview.UpdateAsync(
            transaction,
            locked with
            {
                IntervieweeJson = JsonSerializer.Serialize(person, PlatformJson.Internal),
                PlannedJson = JsonSerializer.Serialize(planned, PlatformJson.Internal),
                AskedJson = JsonSerializer.Serialize<IReadOnlyList<Questions.InterviewQuestion>>([first], PlatformJson.Internal),
            },
            now,
            cancellationToken);
        await MockInterview.AddMessageAsync(transaction, MessageOf(locked.Id, MockMessage.Assistant, first.Spoken, now), position: 0, cancellationToken);
        var started = await MockInterview.LockAsync(transaction, locked.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return started;
    }

    public static MockMessage MessageOf(Guid sessionId, string role, string content, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(), SessionId = sessionId, Role = role, Content = content, Timestamp = now };

    private async Task<MockInterview?> RestartAsync(NpgsqlTransaction transaction, MockInterview locked, CancellationToken cancellationToken)
    {
        await transaction.RollbackAsync(cancellationToken);
        return await EnsureAsync(locked, cancellationToken);
    }

    private async Task<IReadOnlySet<string>> AskedBeforeAsync(MockInterview interview, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT DISTINCT question ->> 'key' FROM mock_interviews, jsonb_array_elements(asked) AS question WHERE user_id = @UserId AND id <> @Id",
            new { interview.UserId, interview.Id },
            cancellationToken: cancellationToken))).ToHashSet(StringComparer.Ordinal);
    }
}
