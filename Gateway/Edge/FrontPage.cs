using Gateway.Home;
using Gateway.Identity;

namespace Gateway.Edge;

/// <summary>The front page is for visitors: whoever is signed in is led to the dashboard.</summary>
internal sealed class FrontPage(RequestDelegate next, Sessions sessions)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated == true
            && await sessions.IsLiveAsync(context.User, context.RequestAborted))
        {
            // Not kept: after signing out the same address is the front page.
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(ShowDashboard.Path);
            return;
        }

        await next(context);
    }
}
