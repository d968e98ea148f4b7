using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Running;

/// <summary>A service behind the gateway: a small web server on a loopback port that remembers what reached it.</summary>
internal sealed class Neighbour : IAsyncDisposable
{
    private WebApplication? _app;

    private Neighbour(string name) => Name = name;

    public string Name { get; }

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<Received> Requests { get; } = [];

    /// <summary>What it answers to everything but health and OpenAPI; by default 200 and its name.</summary>
    public Func<HttpContext, Task>? Answer { get; set; }

    public int Health { get; set; } = StatusCodes.Status200OK;

    public string OpenApi { get; set; } = """{"openapi":"3.1.1","info":{"title":"a service","version":"1"},"paths":{}}""";

    public int OpenApiRequests { get; private set; }

    public static async Task<Neighbour> StartAsync(string name)
    {
        var neighbour = new Neighbour(name);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        app.Run(neighbour.HandleAsync);
        await app.StartAsync();
        neighbour._app = app;
        neighbour.Address = new Uri(app.Urls.First());
        return neighbour;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/health")
        {
            context.Response.StatusCode = Health;
            return;
        }

        if (request.Path == "/openapi/v1.json")
        {
            OpenApiRequests++;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(OpenApi);
            return;
        }

        var received = new Received(
            request.Method,
            // As it came over the wire: the server's own path is decoded already.
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Requests.Enqueue(received);
        if (Answer is not null)
        {
            await Answer(context);
            return;
        }

        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0)
            received.BodyBytes += read;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(Name);
    }
}

/// <summary>A request that reached a neighbour.</summary>
internal sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    public long BodyBytes { get; set; }
}
