using System.Net;
using System.Security.Claims;
using System.Text;
using Gateway.Tests.Running;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults.Auth;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

[Collection(typeof(GatewayCollection))]
public sealed class ForgedTokenTests(SharedGateway shared) : IAsyncLifetime
{
    private readonly HttpClient _client = shared.Gateway.Client();
    private Account _account = null!;
    private Tokens _tokens = null!;

    public async ValueTask InitializeAsync()
    {
        _account = await Account.RegisterAsync(_client);
        _tokens = await _account.SignInAsync(_client);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("none")]
    [InlineData("alg none")]
    [InlineData("HS512")]
    [InlineData("other key")]
    [InlineData("changed user")]
    [InlineData("expired")]
    [InlineData("refresh as access")]
    [InlineData("service token")]
    [InlineData("no such user")]
    [InlineData("no number")]
    [InlineData("no such session")]
    [InlineData("session of another user")]
    [InlineData("session that is no id")]
    [InlineData("nonsense")]
    public async Task A_token_that_is_not_good_is_401_in_the_shape_of_each_api_and_reaches_no_service(string kind)
    {
        var token = kind == "none" ? null : await ForgeAsync(kind);
        var before = shared.Gateway.Reached.Count();
        foreach (var (path, _) in Shapes.Paths)
        {
            using var response = await _client.SendAsync(HttpMethod.Get, path, bearer: token);
            (await response.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, Shapes.Error(path, 401, "Invalid or expired token")), path);
            response.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
            using var cookie = await _client.SendAsync(HttpMethod.Post, path, cookie: token);
            cookie.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }

        using var me = await _client.SendAsync(HttpMethod.Get, "/api/v1/users/me", bearer: token);
        (await me.AnswerAsync()).ShouldBe((HttpStatusCode.Unauthorized, """{"error":"Invalid or expired token"}"""));
        shared.Gateway.Reached.Count().ShouldBe(before);
    }

    private async Task<string> ForgeAsync(string kind)
    {
        var id = _account.Id;
        var user = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        switch (kind)
        {
            case "alg none":
                return Part("""{"alg":"none","typ":"JWT"}""") + "." + _tokens.AccessToken.Split('.')[1] + ".";
            case "HS512":
                return Signed(SecurityAlgorithms.HmacSha512, user);
            case "other key":
                return TestTokens.Access(id, key: "another-signing-key-for-tests-0123456789-abcdefghij");
            case "changed user":
                var parts = _tokens.AccessToken.Split('.');
                var body = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace($"\"sub\":\"{user}\"", "\"sub\":\"1\"", StringComparison.Ordinal);
                return parts[0] + "." + Part(body) + "." + parts[2];
            case "expired":
                return TestTokens.Access(id, TimeSpan.FromMinutes(-1));
            case "refresh as access":
                return _tokens.RefreshToken;
            case "service token":
                return TestTokens.Service();
            case "no such user":
                return TestTokens.Access(long.MaxValue);
            case "no number":
                return TestTokens.Create(user + " or 1=1", PlatformTokens.AccessType);
            case "no such session":
                return WithSession(user, Guid.NewGuid().ToString());
            case "session of another user":
                var other = await (await Account.RegisterAsync(_client)).SignInAsync(_client);
                return WithSession(user, new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(other.AccessToken).GetClaim("sid").Value);
            case "session that is no id":
                return WithSession(user, "1");
            default:
                return "nonsense";
        }
    }

    private static string Part(string json) => Base64UrlEncoder.Encode(json);

    private static string Signed(string algorithm, string user) => new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Subject = new ClaimsIdentity([new Claim("sub", user), new Claim("type", "access")]),
        Expires = DateTime.UtcNow.AddMinutes(5),
        // HS512 wants a longer key. HMAC pads keys with zeros, so this is still ours.
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(TestTokens.SigningKey).Concat(new byte[32]).ToArray()), algorithm),
    });

    private static string WithSession(string user, string session) => PlatformTokens.Create(
        new SymmetricSecurityKey(Encoding.UTF8.GetBytes(TestTokens.SigningKey)),
        user, PlatformTokens.AccessType, DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5), new Claim("sid", session));
}
