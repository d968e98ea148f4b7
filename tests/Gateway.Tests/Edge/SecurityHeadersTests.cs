using System.Net;
using System.Net.Http.Json;
using Dapper;
using Gateway.Tests.Running;
using Npgsql;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Edge;

[Collection(typeof(GatewayCollection))]
public sealed class SecurityHeadersTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit)
{
    [Theory]
    [InlineData("/docs/", HttpStatusCode.OK)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/openapi/gateway.json", HttpStatusCode.OK)]
    [InlineData("/api/resume/analysis", HttpStatusCode.OK)]
    [InlineData("/session/1/interview", HttpStatusCode.OK)]
    [InlineData("/api/v1/auth/login", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Every_answer_carries_the_security_headers(string path, HttpStatusCode expected)
    {
        using var client = await shared.Gateway.SignedInAsync();
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(expected);
        Header(response, "Content-Security-Policy").ShouldContain("default-src 'self'");
        Header(response, "Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header(response, "Content-Security-Policy").ShouldNotContain("unsafe");
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(response, "X-Frame-Options").ShouldBe("DENY");
        Header(response, "Referrer-Policy").ShouldBe("same-origin");
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        response.Headers.Contains("Server").ShouldBeFalse();
        if (path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/session", StringComparison.Ordinal) || path == "/health")
            Header(response, "Cache-Control").ShouldBe("no-store");
    }

    [Theory]
    [InlineData("/cvs/0198c0de-0000-7000-8000-000000000000/preview?template=modern")]
    [InlineData("/api/v1/documents/3/preview")]
    public async Task A_preview_may_be_framed_by_our_own_pages_and_runs_nothing(string path)
    {
        using var client = await shared.Gateway.SignedInAsync();
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(response, "X-Frame-Options").ShouldBe("SAMEORIGIN");
        Header(response, "Cache-Control").ShouldBe("no-store");
        var policy = Header(response, "Content-Security-Policy");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldContain("sandbox allow-same-origin");
        policy.ShouldNotContain("script");
        policy.ShouldNotContain("unsafe");
    }

    [Theory]
    [InlineData("/cvs")]
    [InlineData("/cvs/7")]
    [InlineData("/cvs/7/preview/more")]
    [InlineData("/cvs/documents/7")]
    [InlineData("/cvs/documents/7/preview")]
    [InlineData("/api/v1/documents/7")]
    [InlineData("/api/v1/documents/7/export?format=pdf&preview")]
    [InlineData("/api/v1/documents/preview")]
    [InlineData("/session/7/preview")]
    public async Task Nothing_beside_a_preview_may_be_framed(string path)
    {
        using var client = await shared.Gateway.SignedInAsync();
        using var response = await client.GetAsync(path);
        Header(response, "X-Frame-Options").ShouldBe("DENY");
        Header(response, "Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Only_the_files_of_the_templates_may_be_kept_by_the_browser()
    {
        using var client = await shared.Gateway.SignedInAsync();
        using var file = await client.GetAsync("/api/v1/documents/templates/modern.css");
        Header(file, "Cache-Control").ShouldBeEmpty();
        using var document = await client.GetAsync("/api/v1/documents/7");
        Header(document, "Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task An_error_of_the_gateway_itself_carries_them_too()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        await using (var connection = new NpgsqlConnection(gateway.Database))
            await connection.ExecuteAsync("DROP TABLE users CASCADE");

        using var client = gateway.Client();
        using var response = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = "someone@example.com", password = "12345678" });
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.InternalServerError, """{"error":"Internal server error"}"""));
        Header(response, "Content-Security-Policy").ShouldContain("default-src 'self'");
        Header(response, "Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task On_https_browsers_are_told_to_stay_there_and_the_cookie_is_secure()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?> { ["Gateway:TrustedProxies:0"] = "127.0.0.1" });
        using var client = gateway.Client();
        var account = await Account.RegisterAsync(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login") { Content = JsonContent.Create(new { email = account.Email, password = account.Password }) };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "app.example.com");
        request.Headers.Add("X-Forwarded-For", "198.51.100.9");
        using var response = await client.SendAsync(request);
        Header(response, "Strict-Transport-Security").ShouldBe("max-age=31536000");
        response.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Split("; ", StringSplitOptions.None).Contains("secure"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join(',', response.Headers.TryGetValues(name, out var values) ? values : response.Content.Headers.TryGetValues(name, out values) ? values : []);
}
