using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDefaults.Auth;
using ServiceDefaults.Health;
using ServiceDefaults.Json;
using ServiceDefaults.Messaging.DeadLetters;
using ServiceDefaults.OpenApi;
using ServiceDefaults.Problems;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults;

/// <summary>What every service of the platform has: telemetry, health, sign-in, error bodies, JSON rules.</summary>
public static class PlatformDefaults
{
    /// <summary>Adds telemetry, health checks, JWT validation, error bodies and JSON rules.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.UsePlatformRules());
        // A malformed body is answered in the shape of its route, also in Development.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.AddPlatformLogging();
        builder.AddPlatformTelemetry();
        builder.AddPlatformHealth();
        builder.AddPlatformAuthentication();
        builder.Services.AddProblemDetails();
        builder.Services.AddPlatformOpenApi();
        return builder;
    }

    /// <summary>Error bodies first, then sign-in; maps <c>/health</c>, <c>/alive</c>, <c>/openapi/v1.json</c> and, with a bus, its error queues.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseApiErrorBodies();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPlatformHealth();
        app.MapOpenApi().AllowAnonymous();
        if (app.Services.GetService<DeadLetterBox>() is not null)
            app.MapDeadLetters();
        return app;
    }
}
