using Microsoft.Extensions.Options;

namespace Gateway.Edge;

/// <summary>Largest body of a route, in bytes; <see cref="GatewayOptions.MaxBodyBytes"/> where a route says nothing.</summary>
internal sealed record BodyLimit(long Bytes);

/// <summary>
/// Answers 413 to a body that is too large, and reads on what is still coming: most clients look for an answer only when they have sent everything, and would
/// see nothing but a broken connection. This is why the limit is not left to Kestrel, which hangs up.
/// </summary>
internal sealed class BodyLimits(RequestDelegate next, IOptions<GatewayOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? options.Value.MaxBodyBytes;
        var body = context.Request.Body;
        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            // A client that asked first has sent nothing yet, and the answer tells it not to.
            if (!context.Request.Headers.ContainsKey("Expect"))
                await ReadOnAsync(body, context.RequestAborted);
            return;
        }

        var limited = new LimitedBody(body, limit);
        context.Request.Body = limited;
        await next(context);
        if (limited.IsExceeded && !context.Response.HasStarted)
            await ReadOnAsync(body, context.RequestAborted);
    }

    private static async Task ReadOnAsync(Stream body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Too slow, or gone: it was offered the answer.
        }
    }
}
