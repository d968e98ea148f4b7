using System.Globalization;
using EmbeddingService.Models;
using ServiceDefaults.Problems;

namespace EmbeddingService.Features;

/// <summary>A request that the model has no room for is answered 503, with the time after which to send it again.</summary>
internal sealed class BackPressure(ILogger<BackPressure> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (EmbeddingQueueFullException exception)
        {
            Log.QueueFull(logger);
            var seconds = Math.Max(1, (int)Math.Ceiling(exception.RetryAfter.TotalSeconds));
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
