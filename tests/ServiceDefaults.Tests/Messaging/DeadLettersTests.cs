using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using ServiceDefaults.Json;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.DeadLetters;
using Shouldly;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Messaging;

public sealed record ParcelSent(Guid ParcelId);

public sealed class DeadLettersTests(RabbitMqServer rabbit)
{
    private const string Secret = "the text a person wrote";
    private readonly string _prefix = "test-" + Guid.NewGuid().ToString("N")[..8];

    private string Queue => _prefix + "-parcel-sent";

    [Fact]
    public async Task A_message_that_keeps_failing_is_shown_without_its_text_and_can_be_sent_back()
    {
        await using var app = await StartAsync();
        using var client = app.Client().AsService();
        (await ReadAsync(client)).ShouldBeEmpty();
        var parcel = Guid.NewGuid();
        await app.Services.GetRequiredService<IBus>().Publish(new ParcelSent(parcel));

        var queue = (await UntilFailedAsync(client)).ShouldHaveSingleItem();
        queue.Queue.ShouldBe(Queue);
        queue.Count.ShouldBe(1);
        var letter = queue.Messages.ShouldHaveSingleItem();
        letter.MessageType.ShouldBe("ServiceDefaults.Tests.Messaging:ParcelSent");
        letter.ExceptionType.ShouldNotBeNull().ShouldContain("InvalidOperationException");
        letter.MessageId.ShouldNotBeNullOrEmpty();
        letter.FailedAt!.Value.ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        (await HeadersOfFailedAsync()).ShouldNotContain(Secret);
        // The broker gives back what was looked at a moment later.
        (await UntilFailedAsync(client)).Single().Count.ShouldBe(1, "looking takes nothing away");

        var parcels = app.Services.GetRequiredService<Parcels>();
        parcels.Refuses = false;
        var moved = 0;
        var watch = Stopwatch.StartNew();
        while (!parcels.Taken.Contains(parcel))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "the message did not come back");
            using var replayed = await client.PostAsync($"/internal/dead-letters/{Queue}/replay", content: null);
            moved += (await replayed.Content.ReadFromJsonAsync<Replay>(PlatformJson.Internal))!.Moved;
            await Task.Delay(20);
        }

        moved.ShouldBe(1);

        (await ReadAsync(client)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_of_somebody_else_is_not_replayed()
    {
        await using var app = await StartAsync();
        using var client = app.Client().AsService();
        using var foreign = await client.PostAsync("/internal/dead-letters/some-other-queue/replay", content: null);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nothingFailed = await client.PostAsync($"/internal/dead-letters/{Queue}/replay", content: null);
        (await nothingFailed.Content.ReadFromJsonAsync<Replay>(PlatformJson.Internal)).ShouldBe(new Replay(Queue, 0));
    }

    [Fact]
    public async Task Users_do_not_see_failed_messages()
    {
        await using var app = await StartAsync();
        using var client = app.Client();
        using var nobody = await client.GetAsync("/internal/dead-letters");
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var user = await client.AsUser(1).GetAsync("/internal/dead-letters");
        user.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<WebApplication> StartAsync() => await TestApp.StartAsync(
        _ => { },
        builder =>
        {
            builder.Services.AddSingleton<Parcels>();
            builder.AddPlatformMessaging(_prefix, bus => bus.AddConsumer<ParcelSentConsumer, ParcelSentConsumerDefinition>());
        },
        ("ConnectionStrings:messaging", rabbit.ConnectionString));

    private static async Task<IReadOnlyList<FailedMessages>> ReadAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<IReadOnlyList<FailedMessages>>("/internal/dead-letters", PlatformJson.Internal))!;

    private static async Task<IReadOnlyList<FailedMessages>> UntilFailedAsync(HttpClient client)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await ReadAsync(client) is { Count: > 0 } failed)
                return failed;
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "nothing failed");
            await Task.Delay(50);
        }
    }

    private async Task<string> HeadersOfFailedAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(rabbit.ConnectionString) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var message = (await channel.BasicGetAsync(Queue + "_error", autoAck: false))!;
        return string.Join('\n', message.BasicProperties.Headers!.Select(header => header.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : header.Value?.ToString()));
    }

    internal sealed class Parcels
    {
        public bool Refuses { get; set; } = true;

        public ConcurrentBag<Guid> Taken { get; } = [];
    }

    internal sealed class ParcelSentConsumer(Parcels parcels) : IConsumer<ParcelSent>
    {
        public Task Consume(ConsumeContext<ParcelSent> context)
        {
            if (parcels.Refuses)
                throw new InvalidOperationException(Secret);
            parcels.Taken.Add(context.Message.ParcelId);
            return Task.CompletedTask;
        }
    }

    // The usual retries take a minute and a half.
    internal sealed class ParcelSentConsumerDefinition : ConsumerDefinition<ParcelSentConsumer>
    {
        protected override void ConfigureConsumer(
            IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ParcelSentConsumer> consumerConfigurator, IRegistrationContext context) =>
            consumerConfigurator.UseMessageRetry(retry => retry.None());
    }
}
