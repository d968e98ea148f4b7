namespace Gateway.Proxy;

/// <summary>What YARP answers when a call fails, in the statuses of the contract; the bodies come from the error bodies of each API.</summary>
internal sealed class ServiceErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        // A service that is down or silent is 503, as for the caller there is no gateway. Its own 502 (an AI provider failed) has no forwarder error and stays.
        if (context.GetForwarderErrorFeature() is not null
            && !context.Response.HasStarted
            && context.Response.StatusCode is StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
