using Dapper;
using EmbeddingService.Chunks;
using EmbeddingService.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EmbeddingService.Indexing;

/// <summary>
/// After the start: embeds anew what another model embedded or another store holds. A replica claims a few resumes at a time for some minutes, so that
/// several share the work and what a dead one claimed falls to the others; what is done no longer matches, so the work goes on where it stopped. A search
/// for a resume that is not done yet embeds it at once and finds it missing here.
/// </summary>
internal sealed class StaleIndexes(
    NpgsqlDataSource dataSource,
    IChunkStore store,
    IEmbeddingGenerator<string, Embedding<float>> model,
    IServiceScopeFactory scopes,
    IOptions<IndexingOptions> options,
    TimeProvider time,
    ILogger<StaleIndexes> logger) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await ClaimAsync(stoppingToken);
                foreach (var index in claimed)
                    done += await TryEmbedAsync(index, stoppingToken) ? 1 : 0;
                if (claimed.Count > 0)
                    continue;
                if (await CountAsync(stoppingToken) == 0)
                    break;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the database throws, the rows are still there: wait and go on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.StaleIndexesUnknown(logger, exception.GetType().Name);
            }

            // What is left is claimed by others, or failed just now and is claimed by this one still.
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (done > 0)
            Log.EmbeddedAnew(logger, done, model.ModelVersion);
    }

    /// <summary>Resumes whose vectors are of another model or in another store.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*)::int FROM resume_indexes WHERE model <> @ModelVersion OR store <> @Kind", Current, cancellationToken: cancellationToken));
    }

    private object Current => new { model.ModelVersion, store.Kind, Lease, options.Value.Batch };

    private async Task<IReadOnlyList<StaleIndex>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<StaleIndex>(new CommandDefinition(
            """
            UPDATE resume_indexes SET claimed_until = now() + @Lease
            WHERE resume_id IN (
                SELECT resume_id FROM resume_indexes
                WHERE (model <> @ModelVersion OR store <> @Kind) AND (claimed_until IS NULL OR claimed_until < now())
                ORDER BY resume_id LIMIT @Batch FOR UPDATE SKIP LOCKED)
            RETURNING user_id, resume_id, revision
            """,
            Current,
            cancellationToken: cancellationToken))];
    }

    private async Task<bool> TryEmbedAsync(StaleIndex index, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ResumeIndexer>().IndexAsync(index.UserId, index.ResumeId, index.Revision, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One resume that cannot be had must not keep the others from being done; its claim runs out and it is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotEmbeddedAnew(logger, index.ResumeId, exception.GetType().Name);
            return false;
        }
    }

    private sealed record StaleIndex(long UserId, long ResumeId, int Revision);
}
