using Aspire.Hosting.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves the operators' page at the address in <c>ASPNETCORE_URLS</c>, as Aspire's dashboard does; on loopback only.</summary>
sealed class DashboardServer(IConfiguration configuration, Orchestrator orchestrator, ResourceOutput output) : IHostedService, IAsyncDisposable
{
    const string ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    WebApplication? _app;

    /// <summary>The page's address, null before the start.</summary>
    public Uri? Address { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Address = Listen();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls(Address.ToString());
        builder.Services.AddRoutingCore();
        // A page of another site whose name was pointed at this machine is no reader of this one.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        _app = builder.Build();
        _app.UseHostFiltering();
        _app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            return next(context);
        });
        _app.MapGet("/", () => Results.Content(ResourcePage.Render(Snapshot()), "text/html; charset=utf-8"));
        _app.MapGet("/resources.json", () => Results.Json(new { resources = Snapshot() }));
        _app.MapGet("/dashboard.css", () => Embedded("dashboard.css", "text/css; charset=utf-8"));
        _app.MapGet("/dashboard.js", () => Embedded("dashboard.js", "text/javascript; charset=utf-8"));
        await _app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    static IResult Embedded(string name, string type) => Results.Stream(typeof(DashboardServer).Assembly.GetManifestResourceStream(name)!, type);

    IReadOnlyList<ResourceSnapshot> Snapshot() => ResourceSnapshot.Of(orchestrator.Runners, output);

    Uri Listen()
    {
        if (configuration["ASPNETCORE_URLS"]?.Split(';')[0] is { Length: > 0 } configured && Uri.TryCreate(configured, UriKind.Absolute, out var address) && address.IsLoopback && Ports.IsFree(address.Port))
            return address;
        return new UriBuilder("http", "localhost", new Ports().Next()).Uri;
    }
}
