using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using ServiceDefaults.Auth;
using Shouldly;
using Testing;
using Xunit;

namespace ServiceDefaults.Tests.Auth;

public sealed class AuthenticationTests : IAsyncLifetime
{
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync(app =>
    {
        app.MapGet("/api/resume/who", (ClaimsPrincipal user) => user.UserId()).RequireAuthorization();
        app.MapGet("/internal/who", () => "service").RequireAuthorization(PlatformAuthentication.ServicePolicy);
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_bearer_token_signs_its_user_in() => (await AskAsync("/api/resume/who", TestTokens.Access(42))).ShouldBe((HttpStatusCode.OK, "42"));

    [Fact]
    public async Task The_cookie_signs_its_user_in()
    {
        using var client = _app.Client();
        client.DefaultRequestHeaders.Add("Cookie", "token=" + TestTokens.Access(43));
        (await client.GetStringAsync("/api/resume/who")).ShouldBe("43");
    }

    [Fact]
    public async Task A_bad_bearer_token_is_not_overruled_by_a_good_cookie()
    {
        using var client = _app.Client();
        client.DefaultRequestHeaders.Add("Cookie", "token=" + TestTokens.Access(43));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense");
        (await client.GetAsync("/api/resume/who")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    public static TheoryData<string, string?> BadTokens() => new()
    {
        { "none at all", null },
        { "nonsense", "nonsense" },
        { "expired", TestTokens.Access(1, TimeSpan.FromMinutes(-1)) },
        { "signed with another key", TestTokens.Access(1, key: "another-signing-key-0123456789-abcdefghijkl") },
        { "a refresh token used as access", TestTokens.Create("1", "refresh") },
        { "a service token used as access", TestTokens.Create("resume", PlatformTokens.ServiceType) },
        { "a subject that is no user id", TestTokens.Create("root", PlatformTokens.AccessType) },
        { "a negative user id", TestTokens.Create("-1", PlatformTokens.AccessType) },
        { "alg none", Unsigned("""{"alg":"none","typ":"JWT"}""") },
        { "alg none with our signature's place filled", Unsigned("""{"alg":"none","typ":"JWT"}""") + "c2ln" },
        { "HS256 without a signature", Unsigned("""{"alg":"HS256","typ":"JWT"}""") },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_a_users_access_token_is_401(string what, string? token)
    {
        what.ShouldNotBeEmpty();
        var (status, body) = await AskAsync("/api/resume/who", token);
        status.ShouldBe(HttpStatusCode.Unauthorized);
        body.ShouldBe("""{"success":false,"message":"Invalid or expired token"}""");
    }

    [Fact]
    public async Task A_changed_payload_breaks_the_signature()
    {
        var parts = TestTokens.Access(1).Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url(parts[1])).Replace("\"1\"", "\"2\"", StringComparison.Ordinal);
        var forged = $"{parts[0]}.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.{parts[2]}";
        (await AskAsync("/api/resume/who", forged)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Internal_routes_open_to_services_only()
    {
        (await AskAsync("/internal/who", TestTokens.Service())).Status.ShouldBe(HttpStatusCode.OK);
        (await AskAsync("/internal/who", TestTokens.Access(1))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync("/internal/who", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string path, string? token)
    {
        using var client = _app.Client();
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string Unsigned(string header)
    {
        var payload = $$"""{"sub":"1","type":"access","exp":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}}""";
        return $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(header)).TrimEnd('=')}.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=')}.";
    }

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
