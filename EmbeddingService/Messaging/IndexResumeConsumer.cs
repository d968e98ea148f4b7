using EmbeddingService.Contracts;
using EmbeddingService.Indexing;
using MassTransit;

namespace EmbeddingService.Messaging;

/// <summary>Answers the request for an index once the chunks are searchable.</summary>
internal sealed class IndexResumeConsumer(ResumeIndexer indexer, TimeProvider time) : IConsumer<IndexResume>
{
    public async Task Consume(ConsumeContext<IndexResume> context)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        // Past this time nobody listens any more; the event does the work then.
        if (context.ExpirationTime is { } expires)
            limit.CancelAfter(TimeSpan.FromTicks(Math.Clamp((expires - time.GetUtcNow().UtcDateTime).Ticks, 0, TimeSpan.FromMinutes(1).Ticks)));

        var request = context.Message;
        await context.RespondAsync(await indexer.IndexAsync(request.UserId, request.ResumeId, request.Revision, limit.Token));
    }
}

/// <summary>Fails at once: the requester has a time limit and does without, and the event ResumeParsed brings the index later, with retries.</summary>
internal sealed class IndexResumeConsumerDefinition : ConsumerDefinition<IndexResumeConsumer>
{
    public IndexResumeConsumerDefinition() => ConcurrentMessageLimit = 8;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<IndexResumeConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 16;
        consumerConfigurator.UseMessageRetry(retry => retry.None());
        // The requester hears of the failure; a request that nobody waits for any more is nothing for the error queue.
        endpointConfigurator.DiscardFaultedMessages();
    }
}
