using EmbeddingService.Indexing;
using MassTransit;
using ResumeService.Contracts;

namespace EmbeddingService.Messaging;

/// <summary>Indexes what ResumeService has read. The store announces a new index; delivered twice, the event finds it there.</summary>
internal sealed class ResumeParsedConsumer(ResumeIndexer indexer) : IConsumer<ResumeParsed>
{
    public async Task Consume(ConsumeContext<ResumeParsed> context)
    {
        var parsed = context.Message;
        var indexed = await indexer.IndexAsync(parsed.UserId, parsed.ResumeId, parsed.Revision, context.CancellationToken);
        // Whoever says "parsed" after the index was made has not heard of it: say it again.
        if (indexed.ChunkCount > 0 && indexed.IndexedAt < parsed.ParsedAt)
            await context.Publish(indexed, context.CancellationToken);
    }
}

/// <summary>Embedding is work for the processor: a few at a time, so that requests and searches have their share.</summary>
internal sealed class ResumeParsedConsumerDefinition : ConsumerDefinition<ResumeParsedConsumer>
{
    public ResumeParsedConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ResumeParsedConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.PrefetchCount = 8;
}
