using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task A_failing_dependency_makes_the_service_unhealthy_but_not_dead_and_its_reason_stays_inside()
    {
        await using var app = await TestApp.StartAsync(_ => { }, builder => builder.Services.AddHealthChecks()
            .AddCheck("database", () => HealthCheckResult.Unhealthy(exception: new InvalidOperationException("Password=secret"))));
        using var client = app.Client();

        using var health = await client.GetAsync("/health");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var body = await health.Content.ReadAsStringAsync();
        body.ShouldContain("database");
        body.ShouldNotContain("secret");
        (await client.GetAsync("/alive")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
