using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;
using Shouldly;
using Testing;
using Testing.Servers;
using Xunit;

namespace StandIns.Tests;

/// <summary>Aspire.Npgsql and Aspire.RabbitMQ.Client: the client of a connection string's name, and its health.</summary>
public sealed class ClientStandInTests(PostgresServer postgres, RabbitMqServer rabbit)
{
    [Fact]
    public async Task The_data_source_of_a_connection_string_answers_and_is_healthy()
    {
        using var host = Build(builder => builder.AddNpgsqlDataSource("resumedb"), ("ConnectionStrings:resumedb", await postgres.CreateDatabaseAsync()));
        await using var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT 41 + 1");
        (await command.ExecuteScalarAsync()).ShouldBe(42);
        (await HealthAsync(host)).ShouldBe(("PostgreSql", HealthStatus.Healthy));
    }

    [Fact]
    public async Task A_database_that_is_down_is_unhealthy()
    {
        using var host = Build(
            builder => builder.AddNpgsqlDataSource("resumedb"), ("ConnectionStrings:resumedb", $"Host=127.0.0.1;Port={LocalProcess.FreePort()};Username=x;Database=x;Timeout=2"));
        (await HealthAsync(host)).ShouldBe(("PostgreSql", HealthStatus.Unhealthy));
    }

    [Fact]
    public void Settings_can_be_changed_and_a_missing_connection_string_is_said()
    {
        using var host = Build(builder => builder.AddNpgsqlDataSource("nowhere", settings => settings.DisableHealthChecks = true));
        Should.Throw<InvalidOperationException>(host.Services.GetRequiredService<NpgsqlDataSource>).Message.ShouldContain("ConnectionStrings:nowhere");
        host.Services.GetService<HealthCheckService>().ShouldBeNull();
    }

    [Fact]
    public async Task The_connection_of_a_broker_opens_and_is_healthy()
    {
        using var host = Build(builder => builder.AddRabbitMQClient("messaging"), ("ConnectionStrings:messaging", rabbit.ConnectionString));
        await using var channel = await host.Services.GetRequiredService<IConnection>().CreateChannelAsync();
        (await channel.QueueDeclareAsync()).QueueName.ShouldNotBeEmpty();
        (await HealthAsync(host)).ShouldBe(("RabbitMQ.Client", HealthStatus.Healthy));
    }

    [Fact]
    public async Task A_broker_that_is_down_is_unhealthy()
    {
        using var host = Build(
            builder => builder.AddRabbitMQClient("messaging", settings => settings.MaxConnectRetryCount = 0),
            ("ConnectionStrings:messaging", $"amqp://guest:guest@127.0.0.1:{LocalProcess.FreePort()}"));
        (await HealthAsync(host)).ShouldBe(("RabbitMQ.Client", HealthStatus.Unhealthy));
    }

    private static IHost Build(Action<IHostApplicationBuilder> add, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        add(builder);
        return builder.Build();
    }

    private static async Task<(string Name, HealthStatus Status)> HealthAsync(IHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries.Select(entry => (entry.Key, entry.Value.Status)).ShouldHaveSingleItem();
    }
}
