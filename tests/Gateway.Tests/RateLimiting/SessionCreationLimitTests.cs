using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Gateway.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.RateLimiting;

/// <summary>Two requests per client and three in all, in a window that does not end during a test.</summary>
public sealed class SessionCreationLimitTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private const string Refused = """{"code":429,"message":"Rate limit exceeded","data":null}""";

    private RunningGateway _gateway = null!;
    private HttpClient _user = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?>
        {
            ["Gateway:TrustedProxies:0"] = "127.0.0.0/8",
            ["RateLimits:InterviewSessions:PerClient"] = "2",
            ["RateLimits:InterviewSessions:InAll"] = "3",
            ["RateLimits:InterviewSessions:Window"] = "01:00:00",
        });
        _user = await _gateway.SignedInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _user.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Making_interviews_is_limited_per_client_and_in_all()
    {
        (await CreateAsync("198.51.100.1")).Status.ShouldBe(HttpStatusCode.OK);
        (await CreateAsync("198.51.100.1", path: "/api/interview/sessions/")).Status.ShouldBe(HttpStatusCode.OK);
        var third = await CreateAsync("198.51.100.1");
        (third.Status, third.Body).ShouldBe((HttpStatusCode.TooManyRequests, Refused));
        int.Parse(third.RetryAfter!, CultureInfo.InvariantCulture).ShouldBeInRange(1, 3600);

        (await CreateAsync("198.51.100.2")).Status.ShouldBe(HttpStatusCode.OK, "another client");
        (await CreateAsync("198.51.100.3")).Status.ShouldBe(HttpStatusCode.TooManyRequests, "the limit of all");
        _gateway["interview"].Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Only_signed_in_creation_counts()
    {
        using var visitor = _gateway.Client();
        for (var i = 0; i < 4; i++)
            (await CreateAsync("198.51.100.1", visitor)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        for (var i = 0; i < 4; i++)
        {
            (await _user.GetAsync("/api/interview/sessions/unfinished/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await _user.PostAsJsonAsync("/api/interview/sessions/1/answers", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await CreateAsync("198.51.100.1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(HttpStatusCode Status, string Body, string? RetryAfter)> CreateAsync(string address, HttpClient? client = null, string path = "/api/interview/sessions")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { resumeText = "x" }) };
        request.Headers.Add("X-Forwarded-For", address);
        using var response = await (client ?? _user).SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.ToString());
    }
}
