using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Gateway.Edge;

/// <summary>What stands between the internet and everything else: who calls, from which site, and what browsers are told.</summary>
internal static class EdgeSetup
{
    extension(WebApplicationBuilder builder)
    {
        public void AddEdge()
        {
            // BodyLimits sets them, per route.
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
            builder.Services.AddSingleton<AllowedOrigins>();
            builder.Services.AddCors();
            builder.Services.AddResponseCompression(compression =>
            {
                compression.EnableForHttps = true;
                compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
            });
            builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        }
    }

    extension(WebApplication app)
    {
        public void UseEdge()
        {
            var proxies = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.TrustedProxies;
            if (proxies.Count > 0)
                app.UseForwardedHeaders(From(proxies));
            app.UseHsts();
            app.UseMiddleware<SecurityHeaders>();
            var origins = app.Services.GetRequiredService<AllowedOrigins>();
            if (origins.Any)
            {
                app.UseCors(cors => cors
                    .SetIsOriginAllowed(origins.Contains)
                    .AllowCredentials()
                    .AllowAnyMethod()
                    .AllowAnyHeader()
                    .WithExposedHeaders(HeaderNames.RetryAfter, HeaderNames.ContentDisposition));
            }

            app.UseMiddleware<CrossSiteRequests>();
        }

        /// <summary>The web app's files; they carry ETags and are asked for again each time, fonts (which never change under one name) are kept.</summary>
        public void UseWebApp()
        {
            app.UseMiddleware<FrontPage>();
            // Files alone: they hold nothing secret, whose length compression would tell.
            app.UseWhen(context => IsFileOfText(context.Request.Path), files => files.UseResponseCompression());
            app.UseDefaultFiles();
            app.UseStaticFiles(new StaticFileOptions
            {
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal) ? "public, max-age=2592000" : "no-cache",
            });
        }
    }

    private static bool IsFileOfText(PathString path) => path.Value is "/" || Path.GetExtension(path.Value) is ".css" or ".js" or ".svg" or ".json" or ".html" && !path.StartsWithSegments("/api", StringComparison.Ordinal);

    // The middleware without any known proxy trusts everybody: it is used with a list only.
    private static ForwardedHeadersOptions From(IReadOnlyList<string> proxies)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        }

        return forwarded;
    }
}
