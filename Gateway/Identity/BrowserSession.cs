using Microsoft.IdentityModel.JsonWebTokens;
using ServiceDefaults.Auth;

namespace Gateway.Identity;

/// <summary>
/// Keeps a browser signed in while its session lives: a request whose access token is over, or gone with its cookie, gets a new one by the browser's key before
/// anything looks at it, so that a form that took an hour to fill in is still taken. A program that sends <c>Authorization</c> renews for itself.
/// </summary>
internal sealed class BrowserSession(RequestDelegate next, Sessions sessions, SessionCookie cookie, TimeProvider time)
{
    // A token with less than this left could end on its way to a service.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.Authorization.Count == 0
            && request.Cookies[SessionCookie.KeyName] is { Length: > 0 } key
            && IsOver(request.Cookies[PlatformTokens.CookieName])
            && await sessions.RenewAsync(key, context.RequestAborted) is { } token)
        {
            cookie.Renew(context, token, key);
            // What stands behind reads the cookie, here and in the services.
            request.Headers.Cookie = string.Join("; ", request.Cookies
                .Where(sent => sent.Key != PlatformTokens.CookieName)
                .Select(sent => $"{sent.Key}={Uri.EscapeDataString(sent.Value)}")
                .Append($"{PlatformTokens.CookieName}={token}"));
        }

        await next(context);
    }

    // Only whether it is worth asking; whether a token is good is decided where it is checked.
    private bool IsOver(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return true;
        try
        {
            return new JsonWebToken(token).ValidTo < time.GetUtcNow().UtcDateTime + Margin;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
