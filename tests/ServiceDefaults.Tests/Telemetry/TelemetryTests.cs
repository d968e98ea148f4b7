using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_leave_over_otlp_when_an_endpoint_is_set()
    {
        var received = new ConcurrentDictionary<string, long>();
        await using var collector = await TestApp.StartAsync(app => app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(signal, body.Length, (_, sum) => sum + body.Length);
        }));
        await using (var app = await TestApp.StartAsync(
            app => app.MapGet("/ours/ping", () => "pong"),
            settings:
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_BSP_SCHEDULE_DELAY", "100"),
                ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ]))
        {
            using var client = app.Client();
            (await client.GetStringAsync("/ours/ping")).ShouldBe("pong");
            var watch = Stopwatch.StartNew();
            while (received.Count < 3 && watch.Elapsed < TimeSpan.FromSeconds(20))
                await Task.Delay(50);
        }

        received.Keys.Order().ShouldBe(["logs", "metrics", "traces"]);
        received.Values.ShouldAllBe(bytes => bytes > 0);
    }
}
