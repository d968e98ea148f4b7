using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Persistence;

namespace ResumeService.Messaging;

/// <summary>
/// Publishes <see cref="ResumeParsed"/> again for resumes whose index is still missing: an event that ended in an error queue during a long
/// outage is not the end of the story. Replicas share the rows by locks.
/// </summary>
internal sealed class IndexCatchUp(NpgsqlDataSource dataSource, Outbox outbox, TimeProvider time, IOptions<IndexingOptions> options, ILogger<IndexCatchUp> logger)
    : RecurringWork(options.Value.CatchUpInterval, time, logger)
{
    private const int BatchSize = 100;

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = Time.GetUtcNow();
        var missing = (await connection.QueryAsync<Missing>(new CommandDefinition(
            """
            UPDATE resumes SET index_retries = index_retries + 1, index_retry_at = @now + LEAST(@delay * power(2, LEAST(index_retries, 20)), @longest)
            WHERE id IN (
                SELECT id FROM resumes WHERE indexed_revision < revision AND index_retry_at <= @now ORDER BY index_retry_at LIMIT @BatchSize FOR UPDATE SKIP LOCKED)
            RETURNING id, user_id, revision, (SELECT count(*) FROM resume_chunks WHERE resume_id = id)::int AS chunks
            """,
            new { now, delay = options.Value.CatchUpDelay, longest = options.Value.MaxCatchUpDelay, BatchSize },
            transaction,
            cancellationToken: cancellationToken))).AsList();
        foreach (var resume in missing)
            await Outbox.AddAsync(transaction, new ResumeParsed(resume.Id, resume.UserId, resume.Revision, resume.Chunks, now), cancellationToken);
        await outbox.CommitAsync(transaction, cancellationToken);
        if (missing.Count > 0)
            Log.IndexAskedAgain(logger, missing.Count);
    }

    private sealed record Missing(long Id, long UserId, int Revision, int Chunks);
}
