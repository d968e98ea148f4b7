using Dapper;
using Npgsql;

namespace InterviewService.MockInterviews;

/// <summary>The user's mock interviews, newest first.</summary>
internal static class ListMockInterviews
{
    public static async Task<IReadOnlyList<MockInterviewRow>> ReadAsync(NpgsqlDataSource dataSource, long userId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var interviews = await connection.QueryAsync<MockInterviewRow>(new CommandDefinition(
            """
            SELECT id, job_title, company_name, created_at, cv_text IS NOT NULL AND job_description IS NOT NULL AS has_documents, (feedback ->> 'score')::int AS score,
                (SELECT count(*)::int FROM mock_messages WHERE session_id = interview.id AND role = 'user') AS answers
            FROM mock_interviews interview WHERE user_id = @userId ORDER BY created_at DESC, id DESC LIMIT 200
            """,
            new { userId },
            cancellationToken: cancellationToken));
        return interviews.AsList();
    }
}

/// <summary>One line of the list.</summary>
public sealed record MockInterviewRow
{
    public required Guid Id { get; init; }

    public required string JobTitle { get; init; }

    public required string CompanyName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required bool HasDocuments { get; init; }

    /// <summary>1 to 10; null before there is feedback.</summary>
    public int? Score { get; init; }

    public required int Answers { get; init; }
}
