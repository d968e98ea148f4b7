using EmbeddingService.Chunks;
using MassTransit;
using ResumeService.Contracts;

namespace EmbeddingService.Messaging;

/// <summary>Erases the vectors of a deleted resume, also when this is heard before the resume was ever indexed.</summary>
internal sealed class ResumeDeletedConsumer(IChunkStore store) : IConsumer<ResumeDeleted>
{
    public Task Consume(ConsumeContext<ResumeDeleted> context) =>
        store.EraseResumeAsync(context.Message.UserId, context.Message.ResumeId, context.Message.DeletedAt, context.CancellationToken);
}
