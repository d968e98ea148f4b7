using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway.Proxy;

/// <summary>The gateway is healthy when every service behind it says that it is.</summary>
internal sealed class ServiceHealth(HttpClient http, Uri address) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/health"), cancellationToken);
            return response.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

internal static class ServiceHealthRegistration
{
    /// <summary>Name of the HTTP client that asks services about themselves (health, OpenAPI), with a short time limit.</summary>
    public const string Probe = "probe";

    extension(WebApplicationBuilder builder)
    {
        public void AddServiceHealth()
        {
            builder.Services.AddHttpClient(Probe).ConfigureHttpClient((services, http) =>
                http.Timeout = services.GetRequiredService<IOptions<GatewayOptions>>().Value.ProbeTimeout);
            var checks = builder.Services.AddHealthChecks();
            foreach (var service in ServiceAddresses.All)
            {
                checks.Add(new HealthCheckRegistration(
                    service,
                    services => new ServiceHealth(
                        services.GetRequiredService<IHttpClientFactory>().CreateClient(Probe), services.GetRequiredService<ServiceAddresses>().Of(service)[0]),
                    HealthStatus.Unhealthy,
                    tags: null));
            }
        }
    }
}
