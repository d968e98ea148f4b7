using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Dapper;
using Gateway.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

[Collection(typeof(GatewayCollection))]
public sealed class LoginTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit) : IDisposable
{
    private const string Path = "/api/v1/auth/login";
    private readonly HttpClient _client = shared.Gateway.Client();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Login_answers_the_tokens_and_the_user()
    {
        var account = await Account.RegisterAsync(_client);
        using var response = await _client.PostAsJsonAsync(Path, new { email = account.Email.ToUpperInvariant(), password = account.Password });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.JsonAsync();
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["access_token", "refresh_token", "token_type", "user"]);
        body.GetProperty("token_type").GetString().ShouldBe("bearer");
        body.GetProperty("user").EnumerateObject().Select(member => member.Name).ShouldBe(["id", "email", "username", "full_name", "created_at"]);
        body.GetProperty("user").GetProperty("id").GetInt64().ShouldBe(account.Id);
        body.GetProperty("user").GetProperty("email").GetString().ShouldBe(account.Email);
    }

    [Fact]
    public async Task Tokens_are_HS256_and_say_whose_they_are_what_for_and_until_when()
    {
        var account = await Account.RegisterAsync(_client);
        var tokens = await account.SignInAsync(_client);
        var access = new JsonWebToken(tokens.AccessToken);
        access.Alg.ShouldBe("HS256");
        access.GetClaim("sub").Value.ShouldBe(account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        access.GetClaim("type").Value.ShouldBe("access");
        (access.GetPayloadValue<long>("exp") - access.GetPayloadValue<long>("iat")).ShouldBe(30 * 60);
        var refresh = new JsonWebToken(tokens.RefreshToken);
        refresh.GetClaim("sub").Value.ShouldBe(access.GetClaim("sub").Value);
        refresh.GetClaim("type").Value.ShouldBe("refresh");
        (refresh.GetPayloadValue<long>("exp") - refresh.GetPayloadValue<long>("iat")).ShouldBe(7 * 24 * 60 * 60);
        refresh.GetClaim("sid").Value.ShouldBe(access.GetClaim("sid").Value);
    }

    [Fact]
    public async Task Login_sets_the_cookie_and_the_cookie_signs_in()
    {
        var account = await Account.RegisterAsync(_client);
        using var response = await account.TryAsync(_client, account.Password);
        var access = (await Tokens.OfAsync(response)).AccessToken;
        var cookie = response.Cookie("token");
        cookie.ShouldStartWith($"token={access};");
        cookie.Split("; ").Skip(1).ShouldBe(["max-age=1800", "path=/", "samesite=lax", "httponly"], ignoreOrder: true);

        using var me = await _client.SendAsync(HttpMethod.Get, "/api/v1/users/me", cookie: access);
        me.StatusCode.ShouldBe(HttpStatusCode.OK);
        // A header, also a bad one, is never overruled by the cookie.
        using var both = await _client.SendAsync(HttpMethod.Get, "/api/v1/users/me", bearer: "nonsense", cookie: access);
        both.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{}""", "Email is required")]
    [InlineData("""{"email":"someone@example.com"}""", "Password is required")]
    public async Task A_missing_field_is_400(string body, string error)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(Path, content);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.BadRequest, $$"""{"error":"{{error}}"}"""));
    }

    [Fact]
    public async Task An_unknown_email_and_a_wrong_password_answer_the_same()
    {
        var account = await Account.RegisterAsync(_client);
        const string Expected = """{"error":"Invalid email or password"}""";
        foreach (var email in (string[])[account.Email, "nobody-" + account.Email, "no address\u0000"])
        {
            using var response = await _client.PostAsJsonAsync(Path, new { email, password = "wrong" });
            (await response.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, Expected));
            response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task An_unknown_email_takes_as_long_as_a_wrong_password_and_old_hashes_are_renewed()
    {
        var account = await Account.RegisterAsync(_client);
        var before = await HashOfAsync(account);
        await using var slow = await RunningGateway.StartAsync(
            postgres, rabbit, new Dictionary<string, string?> { ["SignIn:PasswordIterations"] = "300000" }, replicaOf: shared.Gateway);
        using var client = slow.Client();
        // The hash of the few iterations is renewed with many when the password is known.
        await account.SignInAsync(client);
        var after = await HashOfAsync(account);
        after.ShouldNotBe(before);
        await account.SignInAsync(client);
        (await HashOfAsync(account)).ShouldBe(after);

        var wrong = await FastestAsync(() => account.TryAsync(client, "wrong"));
        var unknown = await FastestAsync(() => (account with { Email = "nobody-" + account.Email }).TryAsync(client, "wrong"));
        (unknown / wrong).ShouldBeInRange(0.6, 1.7);
        wrong.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task Password_and_tokens_are_stored_as_hashes_alone_and_never_logged()
    {
        using var log = new LogLines();
        await using var gateway = await RunningGateway.StartAsync(
            postgres, rabbit, new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Debug" }, services => services.AddSingleton<ILoggerProvider>(log));
        using var client = gateway.Client();
        var account = await Account.RegisterAsync(client);
        var tokens = await account.SignInAsync(client);
        using var wrong = await account.TryAsync(client, "a wrong password");
        using var refreshed = await client.RefreshAsync(tokens.RefreshToken);
        using var reused = await client.RefreshAsync(tokens.RefreshToken);

        string[] secrets = [account.Password, "a wrong password", tokens.AccessToken, tokens.RefreshToken, (await Tokens.OfAsync(refreshed)).RefreshToken];
        var stored = await EverythingInAsync(gateway.Database);
        stored.ShouldContain(account.Email);
        foreach (var secret in secrets)
            stored.ShouldNotContain(secret);
        log.Text.ShouldContain("registered");
        foreach (var secret in (string[])[.. secrets, account.Email, account.Email.Split('@')[0]])
            log.Text.ShouldNotContain(secret);
    }

    private static async Task<TimeSpan> FastestAsync(Func<Task<HttpResponseMessage>> call)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var watch = Stopwatch.StartNew();
            using var response = await call();
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        return fastest;
    }

    private async Task<string> HashOfAsync(Account account)
    {
        await using var connection = new NpgsqlConnection(shared.Gateway.Database);
        return (await connection.ExecuteScalarAsync<string>("SELECT password_hash FROM users WHERE id = @Id", new { account.Id }))!;
    }

    private static async Task<string> EverythingInAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        var tables = await connection.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(await connection.QueryAsync<string>($"SELECT row_to_json(r)::text FROM {table} r"));
        return string.Join('\n', rows);
    }
}
