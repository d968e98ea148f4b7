using System.Net;
using Gateway.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

public sealed class BrowserSessionTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private RunningGateway _gateway = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(postgres, rabbit, configure: services => services.AddSingleton<TimeProvider>(_clock));
        _client = _gateway.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Login_gives_the_browser_a_key_that_scripts_cannot_read_and_answers_do_not_hold()
    {
        var account = await Account.RegisterAsync(_client);
        using var response = await account.TryAsync(_client, account.Password);
        var cookie = response.Cookie("session");
        cookie.Split("; ").Skip(1).ShouldBe(["max-age=604800", "path=/", "samesite=lax", "httponly"], ignoreOrder: true);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(KeyOf(response));
    }

    [Fact]
    public async Task A_page_opened_after_the_access_token_is_over_still_opens_and_brings_a_new_one()
    {
        var account = await Account.RegisterAsync(_client);
        using var login = await account.TryAsync(_client, account.Password);
        var old = (await Tokens.OfAsync(login)).AccessToken;
        _clock.Advance(TimeSpan.FromHours(1));
        using var refused = await SendAsync(HttpMethod.Get, "/api/v1/users/me", $"token={old}");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var response = await SendAsync(HttpMethod.Get, "/api/resume/analysis", $"token={old}; session={KeyOf(login)}; theme=a%20b");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var renewed = response.Cookie("token").Split(';')[0]["token=".Length..];
        renewed.ShouldNotBe(old);
        (await _client.LetsInAsync(renewed)).ShouldBeTrue();
        // The service behind sees the new token, and the other cookies as they were.
        _gateway["resume"].Requests.Last().Headers["Cookie"].ShouldBe($"session={KeyOf(login)}; theme=a%20b; token={renewed}");
    }

    [Fact]
    public async Task Two_tabs_renew_at_once_and_a_posted_form_is_taken_too()
    {
        var account = await Account.RegisterAsync(_client);
        using var login = await account.TryAsync(_client, account.Password);
        _clock.Advance(TimeSpan.FromHours(2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(HttpMethod.Post, "/session/1/message", $"session={KeyOf(login)}")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task A_token_that_is_still_good_is_left_alone()
    {
        var account = await Account.RegisterAsync(_client);
        using var login = await account.TryAsync(_client, account.Password);
        using var response = await SendAsync(HttpMethod.Get, "/api/resume/analysis", $"token={(await Tokens.OfAsync(login)).AccessToken}; session={KeyOf(login)}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_that_ended_or_expired_and_a_made_up_key_open_nothing()
    {
        var account = await Account.RegisterAsync(_client);
        using var first = await account.TryAsync(_client, account.Password);
        var key = KeyOf(first);
        foreach (var wrong in (string[])["x", key[..32], key[..^1] + (key[^1] == '0' ? '1' : '0'), new string('0', 96), "'; DROP TABLE sessions; --"])
            (await StatusAsync($"session={Uri.EscapeDataString(wrong)}")).ShouldBe(HttpStatusCode.Unauthorized, wrong);
        using var logout = await _client.SendAsync(HttpMethod.Post, "/api/v1/auth/logout", bearer: (await Tokens.OfAsync(first)).AccessToken);
        (await StatusAsync($"session={key}")).ShouldBe(HttpStatusCode.Unauthorized);

        using var second = await account.TryAsync(_client, account.Password);
        _clock.Advance(TimeSpan.FromDays(6));
        (await StatusAsync($"session={KeyOf(second)}")).ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromDays(6));
        (await StatusAsync($"session={KeyOf(second)}")).ShouldBe(HttpStatusCode.OK, "each use gives the session its whole life again");
        _clock.Advance(TimeSpan.FromDays(8));
        (await StatusAsync($"session={KeyOf(second)}")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_key_alone_does_not_let_another_site_change_anything()
    {
        var account = await Account.RegisterAsync(_client);
        using var login = await account.TryAsync(_client, account.Password);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/users/me");
        request.Headers.Add("Cookie", $"session={KeyOf(login)}");
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await _client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string KeyOf(HttpResponseMessage login) => login.Cookie("session").Split(';')[0]["session=".Length..];

    private async Task<HttpStatusCode> StatusAsync(string cookies)
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/resume/analysis", cookies);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string cookies)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookies);
        return await _client.SendAsync(request);
    }
}
