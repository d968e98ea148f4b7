using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDefaults.Messaging;
using ServiceDefaults.Persistence;
using Shouldly;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Persistence;

public sealed record OrderPlaced(Guid OrderId);

public sealed class OutboxTests(PostgresServer postgres, RabbitMqServer rabbit)
{
    [Fact]
    public async Task An_event_is_published_after_its_transaction_commits()
    {
        await using var app = await StartAsync();
        var order = await PlaceAsync(app, commit: true);
        await app.Services.GetRequiredService<Deliveries>().WaitForAsync(order, times: 1);
        await WaitUntilEmptyAsync(app);
    }

    [Fact]
    public async Task An_event_of_a_transaction_that_rolled_back_never_leaves()
    {
        await using var app = await StartAsync();
        var lost = await PlaceAsync(app, commit: false);
        var kept = await PlaceAsync(app, commit: true);
        var deliveries = app.Services.GetRequiredService<Deliveries>();
        await deliveries.WaitForAsync(kept, times: 1);
        deliveries.CountOf(lost).ShouldBe(0);
    }

    [Fact]
    public async Task Replicas_share_the_relay_and_deliver_each_event_once()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var first = await StartAsync(database);
        await using var second = await StartAsync(database, consume: false);
        var orders = new List<Guid>();
        for (var i = 0; i < 40; i++)
            orders.Add(await PlaceAsync(i % 2 == 0 ? first : second, commit: true));

        var deliveries = first.Services.GetRequiredService<Deliveries>();
        foreach (var order in orders)
            await deliveries.WaitForAsync(order, times: 1);
        await WaitUntilEmptyAsync(first);
        orders.ShouldAllBe(order => deliveries.CountOf(order) == 1);
    }

    [Fact]
    public async Task An_event_written_while_the_broker_is_down_is_delivered_when_it_is_back()
    {
        await using var broker = new RabbitMqServer();
        await broker.InitializeAsync();
        await using var app = await StartAsync(broker: broker);
        var before = await PlaceAsync(app, commit: true);
        var deliveries = app.Services.GetRequiredService<Deliveries>();
        await deliveries.WaitForAsync(before, times: 1);

        await broker.StopAsync();
        var during = await PlaceAsync(app, commit: true);
        await broker.StartAsync();
        await deliveries.WaitForAsync(during, times: 1, TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_message_delivered_twice_is_accepted_once()
    {
        await using var app = await StartAsync();
        var dataSource = app.Services.GetRequiredService<NpgsqlDataSource>();
        var message = Guid.CreateVersion7();
        (await AcceptAsync(dataSource, message, "a", commit: false)).ShouldBeTrue();
        (await AcceptAsync(dataSource, message, "a", commit: true)).ShouldBeTrue("a handler that failed meets the message again");
        (await AcceptAsync(dataSource, message, "a", commit: true)).ShouldBeFalse();
        (await AcceptAsync(dataSource, message, "b", commit: true)).ShouldBeTrue("another consumer has its own memory");
    }

    private static async Task<bool> AcceptAsync(NpgsqlDataSource dataSource, Guid message, string consumer, bool commit)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var accepted = await Inbox.TryAcceptAsync(transaction, message, consumer, CancellationToken.None);
        if (commit)
            await transaction.CommitAsync();
        return accepted;
    }

    private async Task<WebApplication> StartAsync(string? database = null, RabbitMqServer? broker = null, bool consume = true)
    {
        database ??= await postgres.CreateDatabaseAsync();
        return await TestApp.StartAsync(
            _ => { },
            builder =>
            {
                builder.Services.AddSingleton<Deliveries>();
                builder.AddPlatformDatabase("testdb", typeof(OutboxTests).Assembly);
                builder.AddPlatformMessaging("test-" + Guid.NewGuid().ToString("N"), bus =>
                {
                    if (consume)
                        bus.AddConsumer<OrderPlacedConsumer>();
                });
            },
            ("ConnectionStrings:testdb", database),
            ("ConnectionStrings:messaging", (broker ?? rabbit).ConnectionString));
    }

    private static async Task<Guid> PlaceAsync(WebApplication app, bool commit)
    {
        var order = Guid.NewGuid();
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Outbox.AddAsync(transaction, new OrderPlaced(order), CancellationToken.None);
        if (commit)
            await app.Services.GetRequiredService<Outbox>().CommitAsync(transaction, CancellationToken.None);
        return order;
    }

    private static async Task WaitUntilEmptyAsync(WebApplication app)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        while (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM outbox") > 0)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }
    }

    internal sealed class Deliveries
    {
        private readonly ConcurrentDictionary<Guid, int> _counts = new();

        public void Add(Guid order) => _counts.AddOrUpdate(order, 1, (_, count) => count + 1);

        public int CountOf(Guid order) => _counts.GetValueOrDefault(order);

        public async Task WaitForAsync(Guid order, int times, TimeSpan? limit = null)
        {
            var watch = Stopwatch.StartNew();
            while (CountOf(order) < times)
            {
                watch.Elapsed.ShouldBeLessThan(limit ?? TimeSpan.FromSeconds(20), "the event did not arrive");
                await Task.Delay(20);
            }
        }
    }

    internal sealed class OrderPlacedConsumer(Deliveries deliveries) : IConsumer<OrderPlaced>
    {
        public Task Consume(ConsumeContext<OrderPlaced> context)
        {
            deliveries.Add(context.Message.OrderId);
            return Task.CompletedTask;
        }
    }
}
