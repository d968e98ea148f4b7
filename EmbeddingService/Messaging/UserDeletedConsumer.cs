using EmbeddingService.Chunks;
using Gateway.Contracts;
using MassTransit;

namespace EmbeddingService.Messaging;

/// <summary>Erases all vectors of a user who deleted the account.</summary>
internal sealed class UserDeletedConsumer(IChunkStore store) : IConsumer<UserDeleted>
{
    public Task Consume(ConsumeContext<UserDeleted> context) =>
        store.EraseUserAsync(context.Message.UserId, context.Message.DeletedAt, context.CancellationToken);
}
