using Microsoft.Extensions.Options;
using ServiceDefaults.Auth;

namespace Gateway.Identity;

/// <summary>The cookie of seed 001: the access token, out of reach of scripts and of other sites' requests.</summary>
internal sealed class SessionCookie(IOptions<SignInOptions> options)
{
    public void Set(HttpContext context, string accessToken)
    {
        var cookie = Attributes(context);
        cookie.MaxAge = options.Value.AccessTokenLifetime;
        context.Response.Cookies.Append(PlatformTokens.CookieName, accessToken, cookie);
    }

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(PlatformTokens.CookieName, Attributes(context));

    private static CookieOptions Attributes(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
