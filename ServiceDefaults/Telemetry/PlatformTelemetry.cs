using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, on when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
public static class PlatformTelemetry
{
    /// <summary>The platform's own traces.</summary>
    public static readonly ActivitySource Source = new("Platform");

    /// <summary>The platform's own metrics.</summary>
    public static readonly Meter Meter = new("Platform");

    private static readonly string[] ActivitySources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Platform", "Yarp.ReverseProxy"];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
        "Npgsql", "MassTransit", "Platform", "Polly",
    ];

    internal static void AddPlatformTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        var telemetry = new TelemetryServices(builder.Services);
        telemetry.ConfigureResource(resource => resource.AddService(
            builder.Configuration["OTEL_SERVICE_NAME"] ?? builder.Environment.ApplicationName,
            serviceInstanceId: Environment.MachineName + "/" + Environment.ProcessId));
        telemetry.WithTracing(tracing => tracing.AddSource(ActivitySources));
        telemetry.WithMetrics(metrics => metrics.AddMeter(Meters));
        telemetry.WithLogging(logging => logging.AddProcessor(new PlatformLogging.ExceptionTypesOnly()), logs =>
        {
            logs.IncludeScopes = true;
            logs.IncludeFormattedMessage = true;
        });
        telemetry.UseOtlpExporter();
        builder.Services.AddHostedService<ProvidersStart>();
    }

    // The instrumentation and hosting packages of OpenTelemetry are not on every feed; these two types are all of them that is needed:
    // the builder over the service collection, and the start of the providers with the host.
    private sealed class TelemetryServices(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services { get; } = services;
    }

    private sealed class ProvidersStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetService<MeterProvider>();
            services.GetService<TracerProvider>();
            services.GetService<LoggerProvider>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
