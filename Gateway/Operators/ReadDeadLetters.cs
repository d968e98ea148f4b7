using Gateway.Proxy;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Messaging.DeadLetters;

namespace Gateway.Operators;

/// <summary><c>GET /api/operators/dead-letters</c>: what every service could not process, none of its content.</summary>
internal static class ReadDeadLetters
{
    /// <param name="Services">One entry per service behind the gateway.</param>
    internal sealed record Response(IReadOnlyList<ServiceDeadLetters> Services);

    /// <param name="Service">Name of the service.</param>
    /// <param name="Available">False when it did not answer; its queues are then unknown.</param>
    /// <param name="Queues">Its queues with failed messages.</param>
    internal sealed record ServiceDeadLetters(string Service, bool Available, IReadOnlyList<FailedMessages> Queues);

    public static async Task<Ok<Response>> HandleAsync(DeadLettersClient letters, CancellationToken cancellationToken)
    {
        var services = await Task.WhenAll(ServiceAddresses.All.Select(async service =>
        {
            var queues = await letters.ReadAsync(service, cancellationToken);
            return new ServiceDeadLetters(service, queues is not null, queues ?? []);
        }));
        return TypedResults.Ok(new Response(services));
    }
}
