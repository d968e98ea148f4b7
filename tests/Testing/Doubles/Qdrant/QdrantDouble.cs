using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Testing.Servers;

namespace Testing.Doubles.Qdrant;

/// <summary>
/// Qdrant's REST interface on a loopback port, for the calls that the platform makes: collections, points, filters, exact search, scrolling, the key, and the
/// errors of each in Qdrant's own words and statuses. Like Qdrant it leaves open which of two points of equal score comes first. It remembers what in a
/// request is not as Qdrant's OpenAPI description says.
/// </summary>
public sealed class QdrantDouble(string? apiKey = null) : IAsyncDisposable
{
    private readonly int _port = LocalProcess.FreePort();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, QdrantPoints> _collections = new(StringComparer.Ordinal);
    private WebApplication? _app;
    private ulong _operations;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>As Aspire hands it to a service.</summary>
    public string ConnectionString => apiKey is null ? $"Endpoint={Address}" : $"Endpoint={Address};Key={apiKey}";

    /// <summary>Method and path of every call.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What in the requests so far is not as described.</summary>
    public ConcurrentQueue<string> NotAsDescribed { get; } = [];

    /// <summary>Runs before each call is handled; a status other than 200 is the answer.</summary>
    public Func<HttpRequest, Task<int>>? Before { get; set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _port);
            kestrel.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
        await _app.StartAsync();
    }

    /// <summary>Closes the port; what is stored stays.</summary>
    public async Task StopAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Forgets everything, as a new volume does.</summary>
    public void Wipe()
    {
        lock (_lock)
            _collections.Clear();
    }

    /// <summary>The payloads of all points of a collection.</summary>
    public IReadOnlyList<JsonObject> Payloads(string collection)
    {
        lock (_lock)
            return _collections.TryGetValue(collection, out var points) ? [.. points.All.Select(point => (JsonObject)point.Payload.DeepClone())] : [];
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private static bool Wants(HttpRequest request, string what) => request.Query.TryGetValue(what, out var value) && value == "true";

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        Calls.Enqueue($"{request.Method} {request.Path}");
        if (Before is { } before && await before(request) is not StatusCodes.Status200OK and var status)
        {
            await FailAsync(context, new QdrantRefusal(status, "Service internal error: told to by the test"));
            return;
        }

        // The key stands before the API: its refusal is a sentence, no JSON.
        if (apiKey is not null && request.Headers["api-key"] != apiKey)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync(request.Headers.ContainsKey("api-key") ? "Invalid API key or JWT" : "Must provide an API key or an Authorization bearer token");
            return;
        }

        try
        {
            using var body = request.ContentLength > 0 || request.Headers.ContainsKey("Transfer-Encoding") ? await JsonDocument.ParseAsync(request.Body) : null;
            foreach (var deviation in QdrantShapes.Check(
                request.Method, request.Path, request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString())), body?.RootElement))
            {
                NotAsDescribed.Enqueue(deviation);
            }

            await AnswerAsync(context, body?.RootElement ?? default);
        }
        catch (QdrantRefusal refusal)
        {
            await FailAsync(context, refusal);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            await FailAsync(context, new QdrantRefusal(StatusCodes.Status400BadRequest, $"Format error in JSON body: {exception.Message}"));
        }
    }

    private static Task FailAsync(HttpContext context, QdrantRefusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        return context.Response.WriteAsJsonAsync(new { status = new { error = refusal.Message }, time = 0.0001 });
    }

    private async Task AnswerAsync(HttpContext context, JsonElement body)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        if (path is [""])
        {
            await context.Response.WriteAsJsonAsync(new { title = "qdrant - vector search engine", version = "1.19.0" });
            return;
        }

        if (path is not ["collections", var name, ..])
            throw new QdrantRefusal(StatusCodes.Status404NotFound, "");

        JsonNode? result;
        lock (_lock)
            result = Answer(context.Request, name, string.Join('/', path[2..]), body);
        await context.Response.WriteAsJsonAsync(new JsonObject { ["result"] = result, ["status"] = "ok", ["time"] = 0.0001 });
    }

    private JsonNode? Answer(HttpRequest request, string name, string action, JsonElement body)
    {
        switch (request.Method, action)
        {
            case ("GET", "exists"):
                return new JsonObject { ["exists"] = _collections.ContainsKey(name) };
            case ("PUT", ""):
                if (_collections.ContainsKey(name))
                    throw new QdrantRefusal(StatusCodes.Status409Conflict, $"Wrong input: Collection `{name}` already exists!");
                var vectors = body.GetProperty("vectors");
                _collections.Add(name, new QdrantPoints(vectors.GetProperty("size").GetInt32(), vectors.GetProperty("distance").GetString()!));
                return true;
            case ("DELETE", ""):
                return _collections.Remove(name);
        }

        if (!_collections.TryGetValue(name, out var points))
            throw new QdrantRefusal(StatusCodes.Status404NotFound, $"Not found: Collection `{name}` doesn't exist!");
        switch (request.Method, action)
        {
            case ("GET", ""):
                return points.Describe();
            case ("PUT", "index"):
                points.Index(body);
                return Updated(request);
            case ("PUT", "points"):
                points.Upsert(body.GetProperty("points"));
                return Updated(request);
            case ("POST", "points/delete"):
                points.Delete(body.GetProperty("filter"));
                return Updated(request);
            case ("POST", "points/query"):
                return points.Query(body);
            case ("POST", "points/query/batch"):
                return new JsonArray([.. body.GetProperty("searches").EnumerateArray().Select(points.Query)]);
            case ("POST", "points/scroll"):
                return points.Scroll(body);
            case ("POST", "points/count"):
                return new JsonObject { ["count"] = points.Matching(body).Count() };
            default:
                throw new QdrantRefusal(StatusCodes.Status404NotFound, "");
        }
    }

    private JsonObject Updated(HttpRequest request) => new()
    {
        ["operation_id"] = ++_operations,
        ["status"] = Wants(request, "wait") ? "completed" : "acknowledged",
    };
}

internal sealed class QdrantRefusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
