using EmbeddingService.Indexing;
using MassTransit;
using Microsoft.Extensions.Options;
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

/// <summary>
/// Embedding is work for the processor: a few at a time, so that requests and searches have their share. The attempts are this consumer's own, and replace
/// those of the platform; after the last one the event is in the error queue and <see cref="ResumeParsedFaultConsumer"/> says so.
/// </summary>
internal sealed class ResumeParsedConsumerDefinition : ConsumerDefinition<ResumeParsedConsumer>
{
    private readonly int _attempts;

    public ResumeParsedConsumerDefinition(IOptions<IndexingOptions> options)
    {
        _attempts = options.Value.Attempts;
        ConcurrentMessageLimit = 4;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<ResumeParsedConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 8;
        consumerConfigurator.UseMessageRetry(retry =>
        {
            if (_attempts > 1)
                retry.Exponential(_attempts - 1, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
            else
                retry.None();
        });
    }
}
