using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Gateway.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Proxy;

[Collection(typeof(GatewayCollection))]
public sealed class ServiceRoutesTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await shared.Gateway.SignedInAsync();

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("POST", "/api/upload_resume", "resume")]
    [InlineData("POST", "/api/resume/gap-analysis", "resume")]
    [InlineData("GET", "/api/resume/analysis", "resume")]
    [InlineData("GET", "/api/resume/chunks?page=2&q=a%20b", "resume")]
    [InlineData("GET", "/api/resumes", "resume")]
    [InlineData("DELETE", "/api/resumes/17", "resume")]
    [InlineData("GET", "/api/embedding/models", "embedding")]
    [InlineData("POST", "/api/resume_based_questions", "interview")]
    [InlineData("POST", "/api/interview/", "interview")]
    [InlineData("POST", "/api/interview", "interview")]
    [InlineData("GET", "/api/interview/report/507f1f77bcf86cd799439011", "interview")]
    [InlineData("POST", "/api/interview/resume/pdf/1", "interview")]
    [InlineData("PUT", "/api/interview/sessions/x/answers", "interview")]
    [InlineData("GET", "/api/interview/practice/due", "interview")]
    [InlineData("GET", "/interviews", "interview")]
    [InlineData("POST", "/interviews/reports", "interview")]
    [InlineData("POST", "/interviews/sessions", "interview")]
    [InlineData("POST", "/interviews/sessions/x/answers", "interview")]
    [InlineData("POST", "/session/create", "interview")]
    [InlineData("POST", "/session/x/upload-cv", "interview")]
    [InlineData("POST", "/session/x/message", "interview")]
    [InlineData("POST", "/api/v1/chat/start", "chatcv")]
    [InlineData("POST", "/api/v1/chat/session/x/finalize", "chatcv")]
    [InlineData("GET", "/api/v1/documents", "chatcv")]
    [InlineData("GET", "/cvs", "chatcv")]
    [InlineData("POST", "/cvs/x/message", "chatcv")]
    [InlineData("GET", "/cvs/documents/3/export?format=pdf", "chatcv")]
    [InlineData("GET", "/api/v1/documents/3/export?format=pdf", "chatcv")]
    public async Task A_route_reaches_its_service_as_it_was_sent(string method, string target, string service)
    {
        var before = shared.Gateway.Reached.Count();
        using var content = method is "POST" or "PUT" ? JsonContent.Create(new { text = new string('x', 1000) }) : null;
        var length = content is null ? 0 : (await content.ReadAsByteArrayAsync()).Length;
        using var response = await _client.SendAsync(new HttpMethod(method), target, content: content);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.OK, service));
        shared.Gateway.Reached.Count().ShouldBe(before + 1);
        var received = shared.Gateway[service].Requests.Last();
        received.Method.ShouldBe(method);
        received.Target.ShouldBe(target);
        received.BodyBytes.ShouldBe(length);
        received.Headers.GetValueOrDefault("Content-Type")?.ShouldStartWith("application/json");
    }

    [Theory]
    [InlineData("/internal/chunks")]
    [InlineData("/api/resume/../../internal/chunks")]
    [InlineData("/api/resume/%2e%2e/%2e%2e/internal/chunks")]
    [InlineData("//internal/chunks")]
    [InlineData("/internal")]
    [InlineData("/api/unknown")]
    [InlineData("/alive/x")]
    public async Task What_is_not_listed_is_404_and_reaches_no_service(string target)
    {
        var before = shared.Gateway.Reached.Count();
        var answer = await RawAsync(target);
        answer.ShouldStartWith("HTTP/1.1 404");
        answer.ShouldContain("application/problem+json");
        shared.Gateway.Reached.Count().ShouldBe(before);
    }

    [Theory]
    [InlineData("/api/resume/..%2f..%2finternal/chunks")]
    [InlineData("/api/resume/..%5c..%5cinternal/chunks")]
    [InlineData("/api/resume/..\\..\\internal/chunks")]
    [InlineData("/api/resume/%252e%252e/%252e%252e/internal/chunks")]
    public async Task No_spelling_of_a_path_leaves_the_route(string target)
    {
        await RawAsync(target);
        string[] routed = ["/api/", "/session", "/interviews", "/cvs"];
        shared.Gateway.Reached.ShouldAllBe(received => routed.Any(prefix => received.Target.StartsWith(prefix, StringComparison.Ordinal)));
        // However a service normalises what it got.
        shared.Gateway.Reached.ShouldAllBe(received => !new Uri("http://service" + received.Target).AbsolutePath.StartsWith("/internal", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/resume_unknown", "application/problem+json")]
    [InlineData("/api/v1/unknown", "application/json")]
    [InlineData("/api/v1/auth", "application/json")]
    public async Task An_unknown_path_is_404_in_the_shape_of_its_api(string path, string contentType)
    {
        using var response = await _client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
        if (contentType == "application/json")
            (await response.Content.ReadAsStringAsync()).ShouldBe("""{"error":"Not found"}""");
    }

    [Fact]
    public async Task Credentials_are_passed_on_and_claims_about_the_caller_are_not()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/resume/analysis");
        request.Headers.Add("Cookie", "token=of-the-cookie; theme=dark");
        foreach (var name in (string[])["X-Forwarded-For", "X-Real-IP", "X-Original-For"])
            request.Headers.Add(name, "198.51.100.9");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        request.Headers.Add("Forwarded", "for=198.51.100.9");
        request.Headers.Add("X-HTTP-Method-Override", "DELETE");
        using var response = await _client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);

        var headers = shared.Gateway["resume"].Requests.Last().Headers;
        headers["Authorization"].ShouldBe(_client.DefaultRequestHeaders.Authorization!.ToString());
        headers["Cookie"].ShouldBe("token=of-the-cookie; theme=dark");
        headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        headers["X-Forwarded-Proto"].ShouldBe("http");
        headers["X-Forwarded-Host"].ShouldBe(shared.Gateway.Address.Authority);
        string.Join(' ', headers.Values).ShouldNotContain("198.51.100.9");
        string.Join(' ', headers.Values).ShouldNotContain("evil");
        headers.Keys.ShouldNotContain("X-HTTP-Method-Override");
    }

    [Fact]
    public async Task The_address_of_the_client_comes_from_a_trusted_proxy_alone()
    {
        await using var gateway = await RunningGateway.StartAsync(
            postgres, rabbit, new Dictionary<string, string?> { ["Gateway:TrustedProxies:0"] = "127.0.0.1", ["Gateway:TrustedProxies:1"] = "10.0.0.0/8" });
        using var client = await gateway.SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/resume/analysis");
        // What the client itself wrote stands left of what the first proxy that is trusted added.
        request.Headers.Add("X-Forwarded-For", "1.2.3.4, 198.51.100.9, 10.1.2.3");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var headers = gateway["resume"].Requests.Last().Headers;
        headers["X-Forwarded-For"].ShouldBe("198.51.100.9");
        headers["X-Forwarded-Proto"].ShouldBe("https");
    }

    [Fact]
    public async Task A_signed_out_visitor_of_a_page_goes_to_the_sign_in_page()
    {
        using var visitor = shared.Gateway.Client();
        using var page = new HttpRequestMessage(HttpMethod.Get, "/session/17/interview?tab=2");
        page.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var redirect = await visitor.SendAsync(page);
        redirect.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        redirect.Headers.Location!.OriginalString.ShouldBe("/sign-in?next=%2Fsession%2F17%2Finterview%3Ftab%3D2");

        // htmx swaps fragments, and another API is no page.
        using var fragment = new HttpRequestMessage(HttpMethod.Get, "/session/17/interview");
        fragment.Headers.Accept.ParseAdd("text/html");
        fragment.Headers.Add("HX-Request", "true");
        using var refused = await visitor.SendAsync(fragment);
        (await refused.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, """<div class="error" role="alert">Invalid or expired token</div>"""));
        using var other = new HttpRequestMessage(HttpMethod.Get, "/api/resume/analysis");
        other.Headers.Accept.ParseAdd("text/html");
        using var api = await visitor.SendAsync(other);
        api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    // HttpClient normalises paths; an attacker does not.
    private async Task<string> RawAsync(string target)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(shared.Gateway.Address.Host, shared.Gateway.Address.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {target} HTTP/1.1\r\nHost: {shared.Gateway.Address.Authority}\r\nAuthorization: {_client.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await reader.ReadToEndAsync(limit.Token);
    }
}
