using Microsoft.Extensions.Options;
using ServiceDefaults.Auth;

namespace Gateway.Identity;

/// <summary>
/// The cookie of seed 001 (the access token), and beside it the browser's key to its session, by which a page still opens when the access token is over.
/// Both are out of reach of scripts and of other sites' requests.
/// </summary>
internal sealed class SessionCookie(IOptions<SignInOptions> options)
{
    /// <summary>Name of the cookie with the browser's key.</summary>
    public const string KeyName = "session";

    public void Set(HttpContext context, SignedIn signedIn)
    {
        Set(context, signedIn.AccessToken);
        if (signedIn.BrowserKey is { } key)
            context.Response.Cookies.Append(KeyName, key, Attributes(context, options.Value.RefreshTokenLifetime));
    }

    /// <summary>The access token alone, and the key for as long again.</summary>
    public void Renew(HttpContext context, string accessToken, string browserKey)
    {
        Set(context, accessToken);
        context.Response.Cookies.Append(KeyName, browserKey, Attributes(context, options.Value.RefreshTokenLifetime));
    }

    /// <summary>The access token of a signed-in request, from its header or else its cookie.</summary>
    public static string AccessTokenOf(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : request.Cookies[PlatformTokens.CookieName] ?? "";
    }

    public static void Clear(HttpContext context)
    {
        context.Response.Cookies.Delete(PlatformTokens.CookieName, Attributes(context, life: null));
        context.Response.Cookies.Delete(KeyName, Attributes(context, life: null));
    }

    private void Set(HttpContext context, string accessToken) =>
        context.Response.Cookies.Append(PlatformTokens.CookieName, accessToken, Attributes(context, options.Value.AccessTokenLifetime));

    private static CookieOptions Attributes(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
        MaxAge = life,
    };
}
