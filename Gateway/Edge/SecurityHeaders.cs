using ServiceDefaults.Problems;

namespace Gateway.Edge;

/// <summary>
/// Tells browsers to run nothing but our own files, to be framed by nobody, and to keep no answer of an API. The previews of CVs alone may be framed, by our own
/// pages; they run no script at all.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // Same origin, so that its fonts and its stylesheet are fetched with the person's sign-in; a link opens a window of its own, with nothing of this one.
    private const string PreviewPolicy =
        "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        + "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    // Fonts and stylesheets of the templates: the same for everybody, named by their content.
    private static readonly PathString TemplateFiles = "/api/v1/documents/templates";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an error handler clears the headers that were set before it.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isPreview = IsPreview(context.Request.Path);
        headers.ContentSecurityPolicy = isPreview ? PreviewPolicy : ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = isPreview ? "SAMEORIGIN" : "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (IsApi(context.Request.Path) && !(context.Response.StatusCode == StatusCodes.Status200OK && context.Request.Path.StartsWithSegments(TemplateFiles, StringComparison.OrdinalIgnoreCase)))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    // Exactly /cvs/{id}/preview and /api/v1/documents/{id}/preview.
    private static bool IsPreview(PathString path) =>
        path.Value?.Split('/') is ["", var cvs, _, var last] && Is(cvs, "cvs") && Is(last, "preview")
        || path.Value?.Split('/') is ["", var api, var version, var documents, _, var end] && Is(api, "api") && Is(version, "v1") && Is(documents, "documents") && Is(end, "preview");

    private static bool Is(string segment, string name) => segment.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsApi(PathString path) =>
        ApiSurfaces.Of(path) != ApiSurface.Own
        || path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
