using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AppHost.Resources;

/// <summary>Healthy when the broker lets the platform's user open a channel.</summary>
internal sealed class RabbitMqReady(int port, string? password) : IHealthCheck
{
    public const string User = "platform";

    readonly ConnectionFactory _factory = new()
    {
        HostName = "127.0.0.1",
        Port = port,
        UserName = User,
        Password = password ?? "",
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(3),
        ClientProvidedName = "host",
    };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await _factory.CreateConnectionAsync(cancellationToken);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (BrokerUnreachableException exception)
        {
            return HealthCheckResult.Unhealthy(exception.InnerException is AuthenticationFailureException ? "refuses the password" : "takes no connections yet");
        }
        catch (Exception exception) when (exception is OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("closed the connection");
        }
    }
}
