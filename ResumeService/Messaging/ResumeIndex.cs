using Dapper;
using EmbeddingService.Contracts;
using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ResumeService.Messaging;

/// <summary>Asks EmbeddingService for the index of a resume, within a time limit.</summary>
public sealed class ResumeIndex(IBus bus, NpgsqlDataSource dataSource, IOptions<IndexingOptions> options, ILogger<ResumeIndex> logger)
{
    /// <summary>
    /// True when the chunks are searchable now. False when EmbeddingService did not answer in time: the index then comes from the event
    /// <see cref="Contracts.ResumeParsed"/>, without a new upload.
    /// </summary>
    public async Task<bool> RequestAsync(long resumeId, long userId, int revision, CancellationToken cancellationToken)
    {
        // The client's own time limit starts with the send; a broker that is down would hold the send itself.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.RequestTimeout);
        try
        {
            var client = bus.CreateRequestClient<IndexResume>(RequestTimeout.After(ms: (int)options.Value.RequestTimeout.TotalMilliseconds));
            var answer = await client.GetResponse<ResumeIndexed>(new IndexResume(resumeId, userId, revision), limit.Token);
            await MarkIndexedAsync(dataSource, answer.Message, cancellationToken);
            return answer.Message.ChunkCount > 0 && answer.Message.Revision >= revision;
        }
        catch (Exception exception) when (exception is RequestException or OperationCanceledException or MassTransitException && !cancellationToken.IsCancellationRequested)
        {
            Log.IndexDelayed(logger, resumeId, exception.GetType().Name);
            return false;
        }
    }

    internal static async Task MarkIndexedAsync(NpgsqlDataSource dataSource, ResumeIndexed indexed, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE resumes SET indexed_revision = GREATEST(indexed_revision, @Revision) WHERE id = @ResumeId AND user_id = @UserId AND @ChunkCount > 0",
            indexed,
            cancellationToken: cancellationToken));
    }
}
