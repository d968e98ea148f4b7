using System.Globalization;
using Gateway.Edge;

namespace Gateway.RateLimiting;

/// <summary>Limits how often interviews are made (seed 2): 429 in the shape of its API, with the time to wait in <c>Retry-After</c>.</summary>
internal sealed class SessionCreationLimit(RequestDelegate next, RecentRequests requests)
{
    /// <summary>The route that is limited, for POST alone.</summary>
    public const string Path = "/api/interview/sessions";

    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !IsCreation(context.Request.Path))
            return next(context);
        if (requests.WaitFor(ClientNetwork.Of(context.Connection.RemoteIpAddress)) is not { } wait)
            return next(context);

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static bool IsCreation(PathString path) => path.Equals(Path, StringComparison.OrdinalIgnoreCase) || path.Equals(Path + "/", StringComparison.OrdinalIgnoreCase);
}

internal static class RateLimitingSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddRateLimiting()
        {
            builder.Services.Configure<RateLimitOptions>(builder.Configuration.GetSection(RateLimitOptions.Section));
            builder.Services.AddSingleton(services => new RecentRequests(
                services.GetRequiredService<Microsoft.Extensions.Options.IOptions<RateLimitOptions>>().Value, services.GetRequiredService<TimeProvider>()));
        }
    }
}
