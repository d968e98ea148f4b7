using System.Diagnostics;
using System.Net;
using Gateway.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Proxy;

public sealed class HealthTests(PostgresServer postgres, RabbitMqServer rabbit)
{
    [Fact]
    public async Task The_gateway_is_healthy_when_every_service_behind_it_is()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        using var client = gateway.Client();
        using var healthy = await client.GetAsync("/health");
        healthy.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await healthy.JsonAsync();
        body.GetProperty("status").GetString().ShouldBe("Healthy");
        var checks = body.GetProperty("checks").EnumerateObject().ToDictionary(check => check.Name, check => check.Value.GetString());
        foreach (var service in (string[])["resume", "embedding", "interview", "chatcv"])
            checks[service].ShouldBe("Healthy");

        gateway["embedding"].Health = 503;
        using var sick = await client.GetAsync("/health");
        sick.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var states = (await sick.JsonAsync()).GetProperty("checks");
        states.GetProperty("embedding").GetString().ShouldBe("Unhealthy");
        states.GetProperty("resume").GetString().ShouldBe("Healthy");
        gateway["embedding"].Health = 200;
        using var well = await client.GetAsync("/health");
        well.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Services_that_do_not_answer_are_waited_for_together_and_not_long()
    {
        // Connections are taken by the kernel and nobody ever answers.
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://{silent.LocalEndpoint}";
        // Held without listening: nobody else takes the port, and every connection is refused.
        using var refusing = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        refusing.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?>
        {
            ["services:resume:http:0"] = address,
            ["services:interview:http:0"] = address,
            ["services:embedding:http:0"] = address,
            ["services:chatcv:http:0"] = $"http://{refusing.LocalEndPoint}",
            ["Gateway:ProbeTimeout"] = "00:00:04",
        });
        using var client = gateway.Client();
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync("/health");
        // One after the other they would take three times the limit.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(11.5));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain("\"PostgreSql\":\"Healthy\"");
        foreach (var service in (string[])["resume", "embedding", "interview", "chatcv"])
            body.ShouldContain($"\"{service}\":\"Unhealthy\"");
        body.ShouldNotContain("127.0.0.1");
    }
}
