using Microsoft.Net.Http.Headers;
using Gateway.Identity;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace Gateway.Edge;

/// <summary>
/// Refuses a request that changes something, is signed by the cookie alone and comes from a page of another site. SameSite=Lax keeps most of these away; this
/// also covers sites that share our registrable domain, and old browsers. The sign-in forms are refused too: no other site signs a visitor in as somebody.
/// </summary>
internal sealed class CrossSiteRequests(RequestDelegate next, AllowedOrigins origins)
{
    public Task InvokeAsync(HttpContext context) => IsForged(context.Request)
        ? new ApiError(StatusCodes.Status403Forbidden, "Requests from other sites are not allowed").ExecuteAsync(context)
        : next(context);

    private bool IsForged(HttpRequest request)
    {
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (isSafe || request.Headers.Authorization.Count > 0 || !(IsSignedByCookie(request) || IsSignInForm(request.Path)))
            return false;

        // Scripts cannot set Sec-Fetch-Site; a program that is no browser sends neither header.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "same-origin" or "none")
            return false;
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin.Length > 0
            ? !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase) && !origins.Contains(origin)
            : site.Length > 0;
    }

    private static bool IsSignInForm(PathString path) =>
        path.StartsWithSegments(SignInPages.SignInPath, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(SignInPages.RegisterPath, StringComparison.OrdinalIgnoreCase);

    private static bool IsSignedByCookie(HttpRequest request) =>
        request.Cookies.ContainsKey(PlatformTokens.CookieName) || request.Cookies.ContainsKey(SessionCookie.KeyName);
}
