using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ServiceDefaults.Resilience;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Resilience;

public sealed class ResilienceHandlerTests : IAsyncLifetime
{
    private static readonly ResilienceOptions Quick = new() { RetryDelay = TimeSpan.FromMilliseconds(5), AttemptTimeout = TimeSpan.FromSeconds(5), BreakAfter = 1000 };
    private WebApplication _app = null!;
    private int _calls;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync(app =>
    {
        app.Map("/fails-twice", () => Interlocked.Increment(ref _calls) <= 2 ? Results.StatusCode(503) : Results.Ok());
        app.Map("/fails", () =>
        {
            Interlocked.Increment(ref _calls);
            return Results.StatusCode(500);
        });
        app.Map("/hangs", async (CancellationToken cancellationToken) =>
        {
            Interlocked.Increment(ref _calls);
            await Task.Delay(TimeSpan.FromSeconds(30), cancellationToken);
        });
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_safe_method_is_tried_again()
    {
        using var client = Client(Quick);
        (await client.GetAsync("/fails-twice")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _calls.ShouldBe(3);
    }

    [Fact]
    public async Task A_post_is_never_sent_twice()
    {
        using var client = Client(Quick);
        (await client.PostAsync("/fails-twice", new StringContent("x"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_at_its_limit_as_a_failed_request()
    {
        using var client = Client(Quick with { AttemptTimeout = TimeSpan.FromMilliseconds(200) });
        await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync("/hangs", new StringContent("x")));
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task The_callers_own_cancellation_stays_a_cancellation()
    {
        using var client = Client(Quick);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<OperationCanceledException>(() => client.GetAsync("/hangs", limit.Token));
    }

    [Fact]
    public async Task After_many_failures_calls_fail_at_once_without_reaching_the_service()
    {
        using var client = Client(Quick with { Retries = 0, BreakAfter = 4 });
        for (var i = 0; i < 4; i++)
            (await client.GetAsync("/fails")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("/fails"));
        _calls.ShouldBe(4);
    }

    private HttpClient Client(ResilienceOptions options) =>
        new(new ResilienceHandler(ResilienceHandler.CreatePipeline(options, TimeProvider.System)) { InnerHandler = new SocketsHttpHandler() })
        {
            BaseAddress = new Uri(_app.Urls.First()),
        };
}
