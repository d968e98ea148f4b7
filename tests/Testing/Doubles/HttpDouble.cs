using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using ServiceDefaults.Auth;
using Testing.Servers;

namespace Testing.Doubles;

/// <summary>
/// A neighbour of the service under test: a real web server on a loopback port whose answers the test decides. Like a real neighbour it lets nobody in
/// who shows no service token; unlike one it remembers who asked what.
/// </summary>
public sealed class HttpDouble(RequestDelegate answer) : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler Tokens = new();

    private readonly int _port = LocalProcess.FreePort();
    private WebApplication? _app;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Method and path with query of every call that was let in.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _app = builder.Build();
        _app.Run(HandleAsync);
        await _app.StartAsync();
    }

    /// <summary>Closes the port: callers are refused until <see cref="StartAsync"/>.</summary>
    public async Task StopAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private async Task HandleAsync(HttpContext context)
    {
        if (!await IsServiceAsync(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Calls.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        await answer(context);
    }

    private static async Task<bool> IsServiceAsync(string authorization)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Auth:SigningKey", TestTokens.SigningKey)]).Build();
        var result = await Tokens.ValidateTokenAsync(
            authorization.Replace("Bearer ", "", StringComparison.Ordinal), PlatformTokens.Validation(PlatformTokens.SigningKey(configuration), TimeProvider.System));
        return result.IsValid && Equals(result.Claims[PlatformTokens.TypeClaim], PlatformTokens.ServiceType);
    }
}
