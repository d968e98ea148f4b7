using System.Net;
using System.Net.Http.Json;
using Dapper;
using Gateway.Identity;
using Gateway.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

[Collection(typeof(GatewayCollection))]
public sealed class SessionTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit) : IDisposable
{
    private const string NotSignedIn = """{"error":"Invalid or expired token"}""";
    private readonly HttpClient _client = shared.Gateway.Client();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Refresh_answers_new_tokens_and_sets_the_cookie()
    {
        var account = await Account.RegisterAsync(_client);
        var first = await account.SignInAsync(_client);
        using var response = await _client.RefreshAsync(first.RefreshToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["access_token", "refresh_token", "token_type", "user"]);
        var second = await Tokens.OfAsync(response);
        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith($"token={second.AccessToken};");
        (await _client.LetsInAsync(first.AccessToken)).ShouldBeTrue();
        (await _client.LetsInAsync(second.AccessToken)).ShouldBeTrue();
        using var third = await _client.RefreshAsync(second.RefreshToken);
        third.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_used_refresh_token_shown_again_revokes_its_session_and_no_other()
    {
        var account = await Account.RegisterAsync(_client);
        var elsewhere = await account.SignInAsync(_client);
        var first = await account.SignInAsync(_client);
        using var rotated = await _client.RefreshAsync(first.RefreshToken);
        var second = await Tokens.OfAsync(rotated);

        using var reused = await _client.RefreshAsync(first.RefreshToken);
        (await reused.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, NotSignedIn));
        using var newest = await _client.RefreshAsync(second.RefreshToken);
        newest.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _client.LetsInAsync(first.AccessToken)).ShouldBeFalse();
        (await _client.LetsInAsync(second.AccessToken)).ShouldBeFalse();
        (await _client.LetsInAsync(elsewhere.AccessToken)).ShouldBeTrue();
        using var other = await _client.RefreshAsync(elsewhere.RefreshToken);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_many_refreshes_with_one_token_at_once_one_succeeds_and_the_session_is_revoked()
    {
        var account = await Account.RegisterAsync(_client);
        var tokens = await account.SignInAsync(_client);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _client.RefreshAsync(tokens.RefreshToken)));
        var good = answers.Where(answer => answer.StatusCode == HttpStatusCode.OK).ShouldHaveSingleItem();
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(9);
        (await _client.LetsInAsync((await Tokens.OfAsync(good)).AccessToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task Refreshing_and_signing_out_at_once_leaves_no_session_and_no_error()
    {
        var account = await Account.RegisterAsync(_client);
        for (var i = 0; i < 10; i++)
        {
            var tokens = await account.SignInAsync(_client);
            var refresh = _client.RefreshAsync(tokens.RefreshToken);
            var logout = _client.PostAsJsonAsync("/api/v1/auth/logout", new { refresh_token = tokens.RefreshToken });
            (await refresh).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized);
            (await logout).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await _client.LetsInAsync(tokens.AccessToken)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task An_unknown_refresh_token_is_401_and_a_missing_one_400()
    {
        var account = await Account.RegisterAsync(_client);
        var tokens = await account.SignInAsync(_client);
        foreach (var token in (string[])["nonsense", tokens.AccessToken, TestTokens.Create("1", "refresh")])
        {
            using var response = await _client.RefreshAsync(token);
            (await response.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, NotSignedIn));
        }

        using var missing = await _client.PostAsJsonAsync("/api/v1/auth/refresh", new { });
        (await missing.AnswerAsync()).ShouldBe((HttpStatusCode.BadRequest, """{"error":"refresh_token is required"}"""));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("bearer")]
    [InlineData("cookie")]
    public async Task Logout_revokes_the_session_and_clears_the_cookie(string by)
    {
        var account = await Account.RegisterAsync(_client);
        var elsewhere = await account.SignInAsync(_client);
        var tokens = await account.SignInAsync(_client);
        using var content = by == "body" ? JsonContent.Create(new { refresh_token = tokens.RefreshToken }) : null;
        using var response = await _client.SendAsync(
            HttpMethod.Post, "/api/v1/auth/logout", by == "bearer" ? tokens.AccessToken : null, by == "cookie" ? tokens.AccessToken : null, content);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var name in (string[])["token", "session"])
        {
            var cookie = response.Cookie(name);
            cookie.ShouldStartWith(name + "=;");
            cookie.ShouldContain("expires=Thu, 01 Jan 1970");
            cookie.ShouldContain("path=/");
        }

        (await _client.LetsInAsync(tokens.AccessToken)).ShouldBeFalse();
        using var asCookie = await _client.SendAsync(HttpMethod.Get, "/api/resume/analysis", cookie: tokens.AccessToken);
        asCookie.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var refresh = await _client.RefreshAsync(tokens.RefreshToken);
        refresh.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _client.LetsInAsync(elsewhere.AccessToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Signing_out_twice_is_no_error_and_signing_out_nobody_is_401()
    {
        var account = await Account.RegisterAsync(_client);
        var tokens = await account.SignInAsync(_client);
        for (var i = 0; i < 2; i++)
        {
            using var response = await _client.PostAsJsonAsync("/api/v1/auth/logout", new { refresh_token = tokens.RefreshToken });
            response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        using var nobody = await _client.PostAsync("/api/v1/auth/logout", content: null);
        (await nobody.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, NotSignedIn));
    }

    [Fact]
    public async Task Tokens_end_with_their_time_and_leave_nothing_behind()
    {
        var clock = new TestClock();
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, configure: services => services.AddSingleton<TimeProvider>(clock));
        using var client = gateway.Client();
        var account = await Account.RegisterAsync(client);
        var first = await account.SignInAsync(client);

        clock.Advance(TimeSpan.FromMinutes(29.5));
        (await client.LetsInAsync(first.AccessToken)).ShouldBeTrue();
        clock.Advance(TimeSpan.FromMinutes(1));
        (await client.LetsInAsync(first.AccessToken)).ShouldBeFalse();
        clock.Advance(TimeSpan.FromDays(6.9));
        using var rotated = await client.RefreshAsync(first.RefreshToken);
        var second = await Tokens.OfAsync(rotated);
        clock.Advance(TimeSpan.FromDays(6.9));
        // Each use begins a new week.
        using var again = await client.RefreshAsync(second.RefreshToken);
        var third = await Tokens.OfAsync(again);
        clock.Advance(TimeSpan.FromDays(7.1));
        using var tooLate = await client.RefreshAsync(third.RefreshToken);
        (await tooLate.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, NotSignedIn));

        await gateway.Services.GetServices<IHostedService>().OfType<ExpiredSessionsPurge>().Single().PurgeAsync(CancellationToken.None);
        await using var connection = new NpgsqlConnection(gateway.Database);
        (await connection.ExecuteScalarAsync<long>("SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM refresh_tokens) + (SELECT count(*) FROM sign_in_windows)")).ShouldBe(0);
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM users")).ShouldBe(1);
    }
}
