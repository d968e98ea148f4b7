using MassTransit;

namespace EmbeddingService.Messaging;

/// <summary>
/// Of consumers that answer requests. They fail at once: the requester has a time limit, hears of the failure and does without; a request that nobody waits
/// for any more is nothing for the error queue.
/// </summary>
internal abstract class RequestConsumerDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    protected RequestConsumerDefinition() => ConcurrentMessageLimit = 8;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = 16;
        consumerConfigurator.UseMessageRetry(retry => retry.None());
    }
}
