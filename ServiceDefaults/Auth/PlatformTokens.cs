using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceDefaults.Auth;

/// <summary>The platform's tokens: HS256, claims <c>sub</c> (integer user id as string), <c>exp</c>, <c>iat</c>, <c>type</c> (CONTRACT.md, "Everywhere").</summary>
public static class PlatformTokens
{
    /// <summary>Value of <c>type</c> in a token that opens the public APIs.</summary>
    public const string AccessType = "access";

    /// <summary>Value of <c>type</c> in a token that one service shows another on <c>/internal</c> routes.</summary>
    public const string ServiceType = "service";

    /// <summary>Claim that says what a token is for.</summary>
    public const string TypeClaim = "type";

    /// <summary>Name of the HTTP-only cookie that carries the access token (seed 1).</summary>
    public const string CookieName = "token";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>The key of <c>Auth:SigningKey</c>.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing or shorter than the 32 bytes HS256 needs.</exception>
    public static SymmetricSecurityKey SigningKey(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var bytes = Encoding.UTF8.GetBytes(configuration["Auth:SigningKey"] ?? "");
        return bytes.Length >= 32
            ? new SymmetricSecurityKey(bytes)
            : throw new InvalidOperationException("Auth:SigningKey must be set to at least 32 bytes.");
    }

    /// <summary>Signs a token.</summary>
    /// <param name="key">From <see cref="SigningKey"/>.</param>
    /// <param name="subject">User id, or the service's name for a service token.</param>
    /// <param name="type">Value of the <c>type</c> claim.</param>
    /// <param name="issuedAt">Written as <c>iat</c>, in whole seconds.</param>
    /// <param name="lifetime">Added to <paramref name="issuedAt"/> for <c>exp</c>.</param>
    /// <param name="more">Further claims.</param>
    public static string Create(SymmetricSecurityKey key, string subject, string type, DateTimeOffset issuedAt, TimeSpan lifetime, params IEnumerable<Claim> more) =>
        Handler.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new Claim(JwtRegisteredClaimNames.Sub, subject), new Claim(TypeClaim, type), .. more]),
            IssuedAt = issuedAt.UtcDateTime,
            Expires = (issuedAt + lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });

    /// <summary>What a token must satisfy: our signature by HS256 alone (never <c>alg: none</c>), not expired, no clock skew.</summary>
    public static TokenValidationParameters Validation(SymmetricSecurityKey key, TimeProvider time) => new()
    {
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ValidateIssuer = false,
        ValidateAudience = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (_, expires, _, _) => expires is { } end && time.GetUtcNow().UtcDateTime < end,
        NameClaimType = JwtRegisteredClaimNames.Sub,
    };

    /// <summary>The signed-in user's id.</summary>
    /// <exception cref="InvalidOperationException">On a route that does not require sign-in.</exception>
    public static long UserId(this ClaimsPrincipal user) =>
        TryGetUserId(user, out var id) ? id : throw new InvalidOperationException("The route must require sign-in.");

    /// <summary>The signed-in user's id, when there is one.</summary>
    public static bool TryGetUserId(this ClaimsPrincipal user, out long id) =>
        long.TryParse(user?.FindFirst(JwtRegisteredClaimNames.Sub)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}
