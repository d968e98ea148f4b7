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

/// <summary>What a failed request leaves undone, the event ResumeParsed brings later, with retries.</summary>
internal sealed class IndexResumeConsumerDefinition : RequestConsumerDefinition<IndexResumeConsumer>;
