using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Testing.Servers;

namespace Browser.Support;

/// <summary>
/// The front page as the gateway serves it, content security policy and all, in front of an API that takes registrations and sign-ins and fails when a test asks it to.
/// The journeys on the real platform stand beside it.
/// </summary>
internal sealed class PlatformDouble : IAsyncDisposable
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private readonly int _port = LocalProcess.FreePort();
    private readonly ConcurrentDictionary<string, (int Id, string Password)> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (int Status, string Message)> _failures = [];
    private WebApplication? _app;

    private PlatformDouble()
    {
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Method and path of every request to the API.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    public static async Task<PlatformDouble> StartAsync()
    {
        var platform = new PlatformDouble();
        await platform.ListenAsync();
        return platform;
    }

    /// <summary>Opens the port again after <see cref="StopAsync"/>, with everything as it was.</summary>
    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _port);
            kestrel.Limits.MaxRequestBodySize = 18 * 1024 * 1024;
        });
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            context.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        _app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        _app.Run(AnswerAsync);
        await _app.StartAsync();
    }

    /// <summary>Closes the port: the browser is refused.</summary>
    public async Task StopAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    public ValueTask DisposeAsync()
    {
        return new(StopAsync());
    }

    /// <summary>Answers requests to <paramref name="path"/> with an error from now on; <see cref="Mend"/> ends it.</summary>
    public void Break(string path, int status, string message) => _failures[path] = (status, message);

    public void Mend(string path) => _failures.TryRemove(path, out _);

    public int CallsTo(string call) => Calls.Count(each => each == call);

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        if (path == "/dashboard")
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!doctype html><html lang=\"en\"><title>Dashboard</title><h1>Your preparation</h1></html>");
            return;
        }

        if (!path.StartsWith("/api/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 404;
            return;
        }

        Calls.Enqueue($"{request.Method} {path}");
        if (_failures.TryGetValue(path, out var failure))
            await ErrorAsync(context, failure.Status, failure.Message);
        else
            await SignInAsync(context, path);
    }

    // ---------- Signing in ----------

    private async Task SignInAsync(HttpContext context, string path)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        string? Text(string name) => body.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        var email = Text("email") ?? "";
        switch (path)
        {
            case "/api/v1/auth/register":
                if (!_users.TryAdd(email, (_users.Count + 1, Text("password")!)))
                    await ErrorAsync(context, 409, "Email is already registered");
                else
                    await OkAsync(context, UserBody(email), 201);
                break;
            case "/api/v1/auth/login" when _users.TryGetValue(email, out var user) && user.Password == Text("password"):
                await SignedInAsync(context, email);
                break;
            case "/api/v1/auth/login":
                await ErrorAsync(context, 401, "Invalid email or password");
                break;
            default:
                await ErrorAsync(context, 404, "Not found");
                break;
        }
    }

    private Task SignedInAsync(HttpContext context, string email) =>
        OkAsync(context, new { access_token = "none", refresh_token = "none", token_type = "bearer", user = UserBody(email) });

    private object UserBody(string email) => new { id = _users[email].Id, email, username = (string?)null, full_name = (string?)null, created_at = "2026-11-21T18:00:00.000Z" };

    // ---------- Answers ----------

    private static Task OkAsync<T>(HttpContext context, T body, int status = 200)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body, context.RequestAborted);
    }

    private static Task ErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal)
            ? context.Response.WriteAsJsonAsync(new { error = message }, context.RequestAborted)
            : context.Response.WriteAsJsonAsync(new { success = false, message }, context.RequestAborted);
    }
}
