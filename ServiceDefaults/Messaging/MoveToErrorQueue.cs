using System.Text.Json;
using MassTransit;
using MassTransit.Middleware;

namespace ServiceDefaults.Messaging;

/// <summary>
/// Moves an event that failed for good to the error queue. A request is not kept: its fault has gone to whoever asked, and nobody would listen to a later answer.
/// </summary>
internal sealed class MoveToErrorQueue : IFilter<ExceptionReceiveContext>
{
    private readonly IFilter<ExceptionReceiveContext> _transport = new ErrorTransportFilter();

    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        IsRequest(context.Body.GetBytes()) ? next.Send(context) : _transport.Send(context, next);

    public void Probe(ProbeContext context) => context.CreateFilterScope("moveToErrorQueue");

    // By its envelope (docs/events.md); what cannot be read as one is kept.
    private static bool IsRequest(byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.TryGetProperty("responseAddress", out var address) && address.ValueKind == JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
