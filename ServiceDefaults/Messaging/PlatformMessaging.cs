using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Messaging.DeadLetters;

namespace ServiceDefaults.Messaging;

/// <summary>The bus: kebab-case queues prefixed per service, quorum queues, retry, then the error queue; publisher confirms are on.</summary>
public static class PlatformMessaging
{
    /// <summary>Connection string of the broker, an <c>amqp://</c> address.</summary>
    public const string ConnectionName = "messaging";

    /// <summary>Adds the bus.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="prefix">
    /// Put before every queue name. Queue names ignore namespaces: without it two services with a consumer of one name would steal each other's messages.
    /// </param>
    /// <param name="configure">Adds the service's consumers and request clients.</param>
    public static void AddPlatformMessaging(this IHostApplicationBuilder builder, string prefix, Action<IBusRegistrationConfigurator>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var broker = new Uri(builder.Configuration.GetConnectionString(ConnectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{ConnectionName} is not set."));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        builder.AddDeadLetters();
        builder.Services.AddMassTransit(bus =>
        {
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(prefix, includeNamespace: false));
            configure?.Invoke(bus);
            bus.AddConfigureEndpointsCallback((context, queueName, endpoint) =>
            {
                context.GetRequiredService<ReceiveQueues>().Add(queueName);
                if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
                    queue.SetQuorumQueue();
                endpoint.UseMessageRetry(retry => retry.Exponential(6, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1)));
                endpoint.ConfigureError(error =>
                {
                    error.UseFilter(new WithoutExceptionText());
                    error.UseFilter(new GenerateFaultFilter());
                    error.UseFilter(new MoveToErrorQueue());
                });
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker, host =>
                {
                    var (user, password) = Credentials(broker);
                    host.Username(user);
                    host.Password(password);
                });
                rabbit.ConfigureEndpoints(context);
            });
        });
    }

    private static (string User, string Password) Credentials(Uri broker) =>
        broker.UserInfo.Split(':', 2) is [var user, var password]
            ? (Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : ("guest", "guest");
}
