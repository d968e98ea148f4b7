using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Testing;
using Xunit;

namespace ChatCvService.Tests;

public sealed class ServiceTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private ServiceHost<ServiceMarker> _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = new ServiceHost<ServiceMarker>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:chatcvdb"] = await postgres.CreateDatabaseAsync("chatcv"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
        });
        _host.StartServer();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_service_reports_itself_healthy_with_its_database_and_its_broker()
    {
        using var client = _host.CreateClient();
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var checks = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["checks"]!.AsObject().Select(check => check.Key).ToArray();
        checks.ShouldContain(check => check.Contains("chatcvdb", StringComparison.OrdinalIgnoreCase) || check.Contains("PostgreSql", StringComparison.OrdinalIgnoreCase));
        checks.ShouldContain(check => check.Contains("masstransit", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/v1/chat/sessions")]
    [InlineData("/api/v1/documents/none")]
    public async Task An_unknown_route_answers_404_in_the_shape_of_this_api(string path)
    {
        using var client = _host.CreateClient().AsUser(1);
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject().Select(member => member.Key).ShouldBe(["error"]);
    }
}
