using MassTransit;

namespace ServiceDefaults.Messaging;

/// <summary>
/// Takes the exception's text and stack trace out of the headers of a message that goes to its error queue; its type stays. A text may quote what a person
/// wrote, and queues are read by operators and kept for long.
/// </summary>
internal sealed class WithoutExceptionText : IFilter<ExceptionReceiveContext>
{
    private static readonly string[] Texts = [MessageHeaders.FaultMessage, MessageHeaders.FaultStackTrace];

    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        foreach (var text in Texts)
            context.ExceptionHeaders.Set(text, null);
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("withoutExceptionText");
}
