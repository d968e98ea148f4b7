using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Gateway.Tests.Running;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Shouldly;
using Testing;
using Testing.Servers;
using Xunit;

namespace Gateway.Tests.Proxy;

public sealed class ServiceErrorsTests(PostgresServer postgres, RabbitMqServer rabbit)
{
    private const string Unavailable = "The service is not available right now. Please try again.";

    [Fact]
    public async Task A_service_that_is_down_is_503_in_the_shape_of_each_api_and_the_others_go_on()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?>
        {
            ["services:resume:http:0"] = $"http://127.0.0.1:{LocalProcess.FreePort()}",
            ["services:interview:http:0"] = $"http://127.0.0.1:{LocalProcess.FreePort()}",
        });
        using var client = await gateway.SignedInAsync();
        foreach (var (path, service) in Shapes.Paths)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using var content = method == HttpMethod.Post ? JsonContent.Create(new { answer = new string('x', 100_000) }) : null;
                using var response = await client.SendAsync(method, path, content: content);
                (await response.AnswerAsync()).ShouldBe(
                    service == "chatcv" ? (HttpStatusCode.OK, "chatcv") : (HttpStatusCode.ServiceUnavailable, Shapes.Error(path, 503, Unavailable)), path);
            }
        }

        await gateway["chatcv"].DisposeAsync();
        using var chat = await client.GetAsync("/api/v1/chat/sessions");
        (await chat.AnswerAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, $$"""{"error":"{{Unavailable}}"}"""));
    }

    [Fact]
    public async Task A_service_that_is_silent_is_503_after_the_time_limit()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?> { ["Gateway:ServiceTimeout"] = "00:00:00.5" });
        gateway["interview"].Answer = context => Task.Delay(TimeSpan.FromSeconds(60), context.RequestAborted);
        using var client = await gateway.SignedInAsync();
        var watch = Stopwatch.StartNew();
        using var response = await client.PostAsJsonAsync("/api/interview/sessions/1/answers", new { answer = "yes" });
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, $$"""{"code":503,"message":"{{Unavailable}}","data":null}"""));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_request_is_never_sent_twice()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        using var client = await gateway.SignedInAsync();
        // A connection in the pool first, because a stale one is what invites a retry.
        using var first = await client.GetAsync("/api/resume/analysis");
        gateway["resume"].Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var response = await client.PostAsJsonAsync("/api/resume/gap-analysis", new { job_description = "x" });
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, $$"""{"success":false,"message":"{{Unavailable}}"}"""));
        gateway["resume"].Requests.Count(received => received.Method == "POST").ShouldBe(1);
    }

    [Theory]
    [InlineData(404, """{"message":"Interview report not found."}""")]
    [InlineData(502, """{"message":"AI service failed to generate interview report. Please try again."}""")]
    [InlineData(503, """{"message":"of the service itself"}""")]
    public async Task An_error_of_the_service_itself_is_passed_on_as_it_is(int status, string body)
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        gateway["interview"].Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        };
        using var client = await gateway.SignedInAsync();
        using var response = await client.GetAsync("/api/interview/report/1");
        (await response.AnswerAsync()).ShouldBe(((HttpStatusCode)status, body));
    }

    [Fact]
    public async Task Without_the_users_database_everything_that_needs_a_user_is_503()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync("cut"));
        await using var line = new TcpLine(database.Port);
        database.Port = line.Port;
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?> { ["ConnectionStrings:identitydb"] = database.ToString() });
        using var client = await gateway.SignedInAsync();
        using var before = await client.GetAsync("/api/resume/analysis");
        before.StatusCode.ShouldBe(HttpStatusCode.OK);

        line.Cut();
        foreach (var (path, _) in Shapes.Paths)
        {
            using var response = await client.GetAsync(path);
            (await response.AnswerAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, Shapes.Error(path, 503, Unavailable)), path);
        }

        using var me = await client.GetAsync("/api/v1/users/me");
        (await me.AnswerAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, $$"""{"error":"{{Unavailable}}"}"""));
        using var login = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = "someone@example.com", password = "12345678" });
        (await login.AnswerAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, $$"""{"error":"{{Unavailable}}"}"""));
        using var health = await client.GetAsync("/health");
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
