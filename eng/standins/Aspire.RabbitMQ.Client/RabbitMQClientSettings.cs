namespace Aspire.RabbitMQ.Client;

/// <summary>Settings of one broker connection, bound from <c>Aspire:RabbitMQ:Client</c>.</summary>
public sealed class RabbitMQClientSettings
{
    /// <summary>An <c>amqp://</c> address; <c>ConnectionStrings:{name}</c> wins over the section's value.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How often the first connection is tried again.</summary>
    public int MaxConnectRetryCount { get; set; } = 5;

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }
}
