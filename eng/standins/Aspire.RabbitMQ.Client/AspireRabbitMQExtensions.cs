using Aspire.RabbitMQ.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Trace;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers one <see cref="IConnection"/> to the broker with its health check and traces.</summary>
public static class AspireRabbitMQExtensions
{
    /// <summary>Registers the connection of the connection string called <paramref name="connectionName"/>; it is opened when first resolved.</summary>
    /// <exception cref="InvalidOperationException">When the connection is first resolved and there is no such connection string.</exception>
    public static void AddRabbitMQClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<RabbitMQClientSettings>? configureSettings = null,
        Action<ConnectionFactory>? configureConnectionFactory = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);

        var section = builder.Configuration.GetSection("Aspire:RabbitMQ:Client");
        var settings = new RabbitMQClientSettings();
        section.Bind(settings);
        section.GetSection(connectionName).Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.TryAddSingleton<IConnectionFactory>(_ =>
        {
            if (string.IsNullOrEmpty(settings.ConnectionString))
                throw new InvalidOperationException($"RabbitMQ could not be configured. Ensure that 'ConnectionStrings:{connectionName}' is set.");

            var factory = new ConnectionFactory { Uri = new Uri(settings.ConnectionString) };
            configureConnectionFactory?.Invoke(factory);
            return factory;
        });
        builder.Services.TryAddSingleton(services => Connect(services.GetRequiredService<IConnectionFactory>(), settings.MaxConnectRetryCount));

        if (!settings.DisableHealthChecks)
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                "RabbitMQ.Client", services => new ConnectionHealthCheck(services), failureStatus: null, tags: null));
        if (!settings.DisableTracing)
            builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource("RabbitMQ.Client.*"));
    }

    // IConnection is resolved synchronously from the container, as with the real package.
    private static IConnection Connect(IConnectionFactory factory, int retries)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return factory.CreateConnectionAsync().GetAwaiter().GetResult();
            }
            catch (BrokerUnreachableException) when (attempt < retries)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(200 * Math.Pow(2, attempt)));
            }
        }
    }

    private sealed class ConnectionHealthCheck(IServiceProvider services) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                // Off the caller's thread: the first resolution connects synchronously.
                var connection = await Task.Run(services.GetRequiredService<IConnection>, cancellationToken);
                return connection.IsOpen ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, "The connection is closed.");
            }
            catch (Exception exception) when (exception is BrokerUnreachableException or InvalidOperationException)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, exception: exception);
            }
        }
    }
}
