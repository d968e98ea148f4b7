using Microsoft.AspNetCore.Authentication.JwtBearer;
using ServiceDefaults.Problems;

namespace Gateway.Identity;

/// <summary>Sends a signed-out visitor who opens a page of the web app or of the mock interview (seed 004) to the sign-in page instead of an error.</summary>
internal static class SignInPage
{
    public static void ForVisitors(JwtBearerOptions bearer)
    {
        var usual = bearer.Events.OnChallenge;
        bearer.Events.OnChallenge = challenge =>
        {
            var request = challenge.Request;
            if (!OpensPage(request))
                return usual(challenge);

            challenge.HandleResponse();
            challenge.Response.Redirect(SignInPages.SignInPath + "?next=" + Uri.EscapeDataString(request.Path + request.QueryString));
            return Task.CompletedTask;
        };
    }

    private static bool OpensPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && ApiSurfaces.Of(request.Path) is ApiSurface.MockInterview or ApiSurface.Page
        && !request.Headers.ContainsKey("HX-Request")
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
