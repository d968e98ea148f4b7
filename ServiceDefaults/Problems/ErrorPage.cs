using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>
/// An error as HTML: the fragment of seed 004 for htmx and for programs, and round it a page that leads on for a browser that opened an address. It needs nothing
/// but the gateway's stylesheet, so that any service can write it also when it is half down.
/// </summary>
internal static class ErrorPage
{
    public static string Write(HttpRequest request, int status, string message)
    {
        var fragment = $"""<div class="error" role="alert">{HtmlEncoder.Default.Encode(message)}</div>""";
        return IsOpenedByBrowser(request) ? Page(Title(status), fragment, status) : fragment;
    }

    private static bool IsOpenedByBrowser(HttpRequest request) =>
        !request.Headers.ContainsKey("HX-Request")
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static string Title(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Please sign in",
        StatusCodes.Status403Forbidden => "This is somebody else's",
        StatusCodes.Status404NotFound => "Page not found",
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout => "This part is not available right now",
        >= 500 => "Something went wrong on our side",
        _ => "That did not work",
    };

    private static string Page(string title, string fragment, int status)
    {
        // What was typed stands in the page before: going back brings it back.
        var advice = status == StatusCodes.Status401Unauthorized
            ? """What you typed is still in the page before this one: <a href="/sign-in" target="_blank">sign in in a new tab</a>, go back, and send it again."""
            : status >= 500 ? "What you typed is still in the page before this one: go back, wait a moment and send it again." : "Go back, or begin from the start.";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · Interview Platform</title>
              <meta name="color-scheme" content="light dark">
              <link rel="icon" href="/favicon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/css/app.css">
              <script src="/js/before-paint.js"></script>
            </head>
            <body>
              <header class="top-bar"><div class="wrap"><a class="brand" href="/">Interview Platform</a></div></header>
              <main class="wrap stack" id="main">
                <h1>{title}</h1>
                {fragment}
                <p class="muted">{advice}</p>
                <p><a class="button button-main" href="/">To the start</a></p>
              </main>
            </body>
            </html>
            """;
    }
}
