using Testing;
using Xunit;

namespace Gateway.Tests.Running;

/// <summary>One gateway with its usual settings for the tests that change nothing about it; each test brings its own users.</summary>
public sealed class SharedGateway(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    internal RunningGateway Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Gateway = await RunningGateway.StartAsync(postgres, rabbit);

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}

[CollectionDefinition]
public sealed class GatewayCollection : ICollectionFixture<SharedGateway>;
