using System.Net;
using System.Net.Http.Json;
using Gateway.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Edge;

public sealed class CrossSiteTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private const string Friend = "https://app.example.com";
    private RunningGateway _gateway = null!;
    private HttpClient _client = null!;
    private string _token = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?> { ["Cors:AllowedOrigins:0"] = Friend });
        _client = _gateway.Client();
        _token = (await (await Account.RegisterAsync(_client)).SignInAsync(_client)).AccessToken;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
    }

    [Theory]
    [InlineData("https://evil.example", "cross-site", false)]
    [InlineData("https://evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData(null, "cross-site", false)]
    [InlineData(null, "same-site", false)]
    [InlineData("self", "same-origin", true)]
    [InlineData("self", null, true)]
    [InlineData(Friend, "cross-site", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "none", true)]
    public async Task A_change_by_the_cookie_alone_comes_from_our_own_pages(string? origin, string? site, bool passes)
    {
        var before = _gateway.Reached.Count();
        foreach (var (path, _) in Shapes.Paths)
        {
            using var response = await SendAsync(HttpMethod.Post, path, origin, site, cookie: true);
            if (passes)
                response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            else
                (await response.AnswerAsync()).ShouldBe((HttpStatusCode.Forbidden, Shapes.Error(path, 403, "Requests from other sites are not allowed")), path);
        }

        _gateway.Reached.Count().ShouldBe(before + (passes ? Shapes.Paths.Length : 0));
    }

    [Fact]
    public async Task Reading_and_bearer_tokens_are_not_concerned()
    {
        using var read = await SendAsync(HttpMethod.Get, "/api/resume/analysis", "https://evil.example", "cross-site", cookie: true);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        // Without a permission the other site's page cannot see the answer.
        read.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        using var bearer = await SendAsync(HttpMethod.Post, "/api/resume/gap-analysis", "https://evil.example", "cross-site", cookie: false);
        bearer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_allowed_origin_may_call_with_credentials_and_read_errors_too()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/upload_resume");
        preflight.Headers.Add("Origin", Friend);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var allowed = await _client.SendAsync(preflight);
        allowed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Friend]);
        allowed.Headers.GetValues("Access-Control-Allow-Credentials").ShouldBe(["true"]);
        allowed.Headers.GetValues("Access-Control-Allow-Methods").Single().ShouldContain("POST");

        using var answer = await SendAsync(HttpMethod.Get, "/api/resume/analysis", Friend, "cross-site", cookie: true);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Friend]);
        using var error = await SendAsync(HttpMethod.Get, "/api/v1/auth/login", Friend, "cross-site", cookie: false);
        error.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        error.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Friend]);
    }

    [Fact]
    public async Task Any_other_origin_gets_no_permission()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/auth/login");
        preflight.Headers.Add("Origin", "https://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await _client.SendAsync(preflight);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? origin, string? site, bool cookie)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { });
        if (cookie)
            request.Headers.Add("Cookie", "token=" + _token);
        else
            request.Headers.Add("Authorization", "Bearer " + _token);
        if (origin is not null)
            request.Headers.Add("Origin", origin == "self" ? _gateway.Address.GetLeftPart(UriPartial.Authority) : origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return await _client.SendAsync(request);
    }
}
