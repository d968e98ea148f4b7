using EmbeddingService.Contracts;
using MassTransit;
using Npgsql;

namespace ResumeService.Messaging;

/// <summary>Notes that a resume's chunks are searchable. Idempotent by its update alone: it needs no inbox.</summary>
public sealed class ResumeIndexedConsumer(NpgsqlDataSource dataSource) : IConsumer<ResumeIndexed>
{
    public Task Consume(ConsumeContext<ResumeIndexed> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ResumeIndex.MarkIndexedAsync(dataSource, context.Message, context.CancellationToken);
    }
}
