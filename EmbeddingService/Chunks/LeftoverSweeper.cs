using EmbeddingService.Persistence;
using Npgsql;

namespace EmbeddingService.Chunks;

/// <summary>Deletes from Qdrant what writers that died, or met a Qdrant that was down, have left on the list.</summary>
internal sealed class LeftoverSweeper(QdrantChunkStore store, NpgsqlDataSource dataSource, TimeProvider time, ILogger<LeftoverSweeper> logger) : BackgroundService
{
    /// <summary>Longer than a call of Qdrant may take: what a writer without its lock has still sent has arrived by then.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int MostUsers = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the stores throw, the list is still there: wait and go on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.SweepFailed(logger, exception.GetType().Name);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<long> users;
        await using (var connection = await dataSource.OpenConnectionAsync(cancellationToken))
            users = await connection.ReadUsersWithLeftoversAsync(Age, MostUsers, cancellationToken);
        foreach (var user in users)
            await store.ClearLeftoversAsync(user, cancellationToken);
    }
}
