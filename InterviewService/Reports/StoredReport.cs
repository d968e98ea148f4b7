using System.Text.Json;
using Dapper;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Json;

namespace InterviewService.Reports;

/// <summary>The resume's own facts behind a report, from which its CV is made.</summary>
internal sealed record Candidate(CandidateProfile Profile, ResumeAnalysis Resume);

/// <summary>A report as stored. Always read with its owner in the predicate: somebody else's is not there.</summary>
public sealed record StoredReport
{
    private const string Columns = """
        SELECT id, user_id, title, job_description, resume, self_description, match_score, content AS content_json, candidate AS candidate_json, created_at, updated_at
        FROM interview_reports
        """;

    public required string Id { get; init; }

    public required long UserId { get; init; }

    public required string Title { get; init; }

    public required string JobDescription { get; init; }

    public required string Resume { get; init; }

    public required string SelfDescription { get; init; }

    public required int MatchScore { get; init; }

    public required string ContentJson { get; init; }

    public required string CandidateJson { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public ReportContent Content => field ??= JsonSerializer.Deserialize<ReportContent>(ContentJson, PlatformJson.Internal)!;

    internal Candidate Candidate => field ??= JsonSerializer.Deserialize<Candidate>(CandidateJson, PlatformJson.Internal)!;

    /// <summary>One report of the user; null when it is not there or somebody else's.</summary>
    public static async Task<StoredReport?> FindAsync(NpgsqlDataSource dataSource, long userId, string id, CancellationToken cancellationToken)
    {
        if (id.Contains('\0', StringComparison.Ordinal))
            return null;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StoredReport>(
            new CommandDefinition(Columns + " WHERE id = @id AND user_id = @userId", new { id, userId }, cancellationToken: cancellationToken));
    }

    /// <summary>The report with this id, whoever owns it; null when there is none.</summary>
    public static Task<StoredReport?> WithIdAsync(NpgsqlTransaction transaction, string id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<StoredReport>(new CommandDefinition(Columns + " WHERE id = @id", new { id }, transaction, cancellationToken: cancellationToken));

    public static Task InsertAsync(NpgsqlTransaction transaction, StoredReport report, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interview_reports (id, user_id, title, job_description, resume, self_description, match_score, content, candidate, created_at, updated_at)
            VALUES (@Id, @UserId, @Title, @JobDescription, @Resume, @SelfDescription, @MatchScore, @ContentJson::jsonb, @CandidateJson::jsonb, @CreatedAt, @UpdatedAt)
            """,
            report,
            transaction,
            cancellationToken: cancellationToken));
}
