using System.Diagnostics;
using System.Text.Json;
using Dapper;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Persistence;

/// <summary>
/// Publishes the outbox in order with publisher confirms, then deletes what was confirmed. Replicas share the work by row locks. At least once: a crash
/// between the confirm and the commit publishes again under the same message id.
/// </summary>
internal sealed class OutboxRelay(NpgsqlDataSource dataSource, IBus bus, OutboxSignal signal, ILogger<OutboxRelay> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan InboxRetention = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var nextPurge = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RelayBatchAsync(stoppingToken) == BatchSize)
                    continue;
                if (DateTimeOffset.UtcNow >= nextPurge)
                {
                    await PurgeInboxAsync(stoppingToken);
                    nextPurge = DateTimeOffset.UtcNow.AddHours(1);
                }

                await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the broker or the database throws, the rows are still there: wait and go on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.OutboxRelayFailed(logger, exception.GetType().Name);
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RelayBatchAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT id, type, body, trace FROM outbox ORDER BY position LIMIT @BatchSize FOR UPDATE SKIP LOCKED",
            new { BatchSize }, transaction, cancellationToken: cancellationToken))).AsList();
        var published = new List<Guid>(rows.Count);
        try
        {
            foreach (var row in rows)
            {
                await PublishAsync(row, cancellationToken);
                published.Add(row.Id);
            }
        }
        finally
        {
            // What the broker has confirmed is done, also when a later row failed.
            if (published.Count > 0)
            {
                await connection.ExecuteAsync("DELETE FROM outbox WHERE id = ANY(@published)", new { published }, transaction);
                await transaction.CommitAsync(CancellationToken.None);
            }
        }

        return rows.Count;
    }

    private async Task PublishAsync(Row row, CancellationToken cancellationToken)
    {
        using var activity = PlatformTelemetry.Source.StartActivity("outbox publish", ActivityKind.Internal, row.Trace);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PublishTimeout);
        var type = Type.GetType(row.Type, throwOnError: true)!;
        var message = JsonSerializer.Deserialize(row.Body, type, Outbox.Json)!;
        await bus.Publish(message, type, context => context.MessageId = row.Id, limit.Token);
    }

    private async Task PurgeInboxAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM inbox WHERE handled_at < now() - @InboxRetention", new { InboxRetention }, cancellationToken: cancellationToken));
    }

    private sealed record Row(Guid Id, string Type, string Body, string? Trace);
}
