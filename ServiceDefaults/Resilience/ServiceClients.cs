using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Auth;

namespace ServiceDefaults.Resilience;

/// <summary>Typed HTTP clients for the <c>/internal</c> routes of another service.</summary>
public static class ServiceClients
{
    /// <summary>
    /// Registers <typeparamref name="TClient"/> for the service called <paramref name="service"/>: its address is
    /// <c>services:{service}:http:0</c> as the AppHost injects it, calls carry a service token and go through one resilience pipeline.
    /// </summary>
    public static IHttpClientBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string service, ResilienceOptions? options = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        options ??= new ResilienceOptions();
        builder.Services.TryAddTransient<ServiceTokenHandler>();
        builder.Services.AddKeyedSingleton(
            typeof(TClient).FullName, (services, _) => ResilienceHandler.CreatePipeline(options, services.GetRequiredService<TimeProvider>()));
        return builder.Services
            .AddHttpClient<TClient>(client =>
            {
                client.BaseAddress = new Uri(builder.Configuration[$"services:{service}:http:0"]
                    ?? throw new InvalidOperationException($"The address of the service '{service}' is not set (services:{service}:http:0)."));
                // The pipeline's limits rule.
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .AddHttpMessageHandler(services => new ResilienceHandler(
                services.GetRequiredKeyedService<Polly.ResiliencePipeline<HttpResponseMessage>>(typeof(TClient).FullName)))
            .AddHttpMessageHandler<ServiceTokenHandler>();
    }
}
