using System.Net;
using Gateway.Tests.Running;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Operators;

public sealed class DeadLettersTests(PostgresServer postgres, RabbitMqServer rabbit)
{
    private const string Key = "the-operators-key";
    private const string Path = "/api/operators/dead-letters";

    [Fact]
    public async Task Operators_see_what_every_service_could_not_process_and_which_one_does_not_answer()
    {
        await using var gateway = await StartAsync(Key);
        foreach (var service in (string[])["embedding", "interview", "chatcv"])
            gateway[service].Answer = context => context.Response.WriteAsync("[]");
        gateway["embedding"].Answer = context => context.Response.WriteAsync(
            """[{"queue":"embedding-resume-parsed","count":2,"messages":[{"messageId":"1","messageType":"a:B","exceptionType":"X","failedAt":"2026-11-24T10:00:00Z"}]}]""");
        gateway["resume"].Answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        using var client = gateway.Client();
        using var response = await SendAsync(client, HttpMethod.Get, Path, Key);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var services = (await response.JsonAsync()).GetProperty("services").EnumerateArray().ToDictionary(entry => entry.GetProperty("service").GetString()!);
        services["resume"].GetProperty("available").GetBoolean().ShouldBeFalse();
        services["chatcv"].GetProperty("queues").GetArrayLength().ShouldBe(0);
        var queue = services["embedding"].GetProperty("queues")[0];
        queue.GetProperty("queue").GetString().ShouldBe("embedding-resume-parsed");
        queue.GetProperty("count").GetInt64().ShouldBe(2);
        queue.GetProperty("messages")[0].GetProperty("exception_type").GetString().ShouldBe("X");
        gateway["embedding"].Requests.ShouldContain(request => request.Target == "/internal/dead-letters" && request.Headers["Authorization"].StartsWith("Bearer ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replay_goes_to_the_service_that_has_the_queue()
    {
        await using var gateway = await StartAsync(Key);
        gateway["embedding"].Answer = context => context.Response.WriteAsync("""{"queue":"embedding-resume-parsed","moved":2}""");
        using var client = gateway.Client();
        using var response = await SendAsync(client, HttpMethod.Post, $"{Path}/embedding/embedding-resume-parsed/replay", Key);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).GetProperty("moved").GetInt32().ShouldBe(2);
        gateway["embedding"].Requests.ShouldHaveSingleItem().Target.ShouldBe("/internal/dead-letters/embedding-resume-parsed/replay");

        gateway["embedding"].Answer = context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        using var unknownQueue = await SendAsync(client, HttpMethod.Post, $"{Path}/embedding/nothing/replay", Key);
        unknownQueue.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var unknownService = await SendAsync(client, HttpMethod.Post, $"{Path}/nobody/nothing/replay", Key);
        unknownService.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await gateway["resume"].DisposeAsync();
        using var down = await SendAsync(client, HttpMethod.Post, $"{Path}/resume/resume-user-deleted/replay", Key);
        down.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another key")]
    public async Task Without_the_key_nobody_sees_or_moves_anything(string? key)
    {
        await using var gateway = await StartAsync(Key);
        using var client = await gateway.SignedInAsync();
        using var read = await SendAsync(client, HttpMethod.Get, Path, key);
        read.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        read.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var replay = await SendAsync(client, HttpMethod.Post, $"{Path}/resume/x/replay", key);
        replay.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        gateway.Reached.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gateway_without_a_key_has_no_such_routes()
    {
        await using var gateway = await StartAsync(key: null);
        using var client = gateway.Client();
        using var response = await SendAsync(client, HttpMethod.Get, Path, "");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<RunningGateway> StartAsync(string? key) =>
        await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?> { ["Operators:Key"] = key });

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Add("X-Operator-Key", key);
        return await client.SendAsync(request);
    }
}
