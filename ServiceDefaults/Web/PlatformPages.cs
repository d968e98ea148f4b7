using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ServiceDefaults.Web;

/// <summary>Pages rendered on the server, with forms that carry an antiforgery token.</summary>
public static class PlatformPages
{
    /// <summary>Adds Razor components and antiforgery, whose keys all replicas of a service share through its database.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="service">Names the antiforgery cookie: services behind one address must not overwrite each other's.</param>
    public static void AddPlatformPages(this WebApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().SetApplicationName("platform-" + service);
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new DatabaseKeys(services.GetRequiredService<NpgsqlDataSource>())));
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "antiforgery-" + service;
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.HttpOnly = true;
            // The gateway sets Content-Security-Policy and X-Frame-Options for all.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>A page or a fragment: <typeparamref name="TComponent"/> with its parameters, as HTML.</summary>
    public static RazorComponentResult<TComponent> Html<TComponent>(object parameters, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new(parameters) { StatusCode = status, ContentType = "text/html; charset=utf-8", PreventStreamingRendering = true };

    /// <summary>303: the browser opens the page instead of sending the form again.</summary>
    /// <param name="path">A path of ours, with its query and fragment.</param>
    public static IResult SeeOther(string path) => new SeeOtherResult(path);

    /// <summary>Whether htmx asks for a piece of a page; everybody else gets whole pages and redirects.</summary>
    public static bool IsFragmentRequest(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.ContainsKey("HX-Request");
    }

    /// <summary>The form of a request; null when it has none, or one that is not well-formed or over its limits.</summary>
    public static async Task<IFormCollection?> FormAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    /// <summary>
    /// Demands the antiforgery token of every form that the browser's cookie signs. A program that signs with <c>Authorization</c> cannot be made to send it
    /// by another site, and needs none.
    /// </summary>
    /// <param name="builder">Routes that take forms.</param>
    /// <param name="refuse">What a form without a good token is answered: status 400 in the route's own shape.</param>
    public static TBuilder RequireAntiforgeryToken<TBuilder>(this TBuilder builder, Func<HttpContext, string, IResult> refuse)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.DisableAntiforgery();
        return builder.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.Request.Headers.Authorization.Count > 0)
                return await next(context);
            return await HasTokenAsync(http)
                ? await next(context)
                : refuse(http, "This page was open for too long. Nothing was sent; load it again and repeat.");
        });
    }

    private static async Task<bool> HasTokenAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            // The form is not well-formed, or broke off: no token was seen in it.
            return false;
        }
    }

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            // htmx would follow the redirect out of sight and swap a whole page into a part of this one.
            if (httpContext.Request.IsFragmentRequest())
            {
                httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
                httpContext.Response.Headers["HX-Redirect"] = path;
            }

            return Task.CompletedTask;
        }
    }
}
