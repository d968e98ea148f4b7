using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Testing.Servers;

namespace EmbeddingService.Tests.Models.Download;

/// <summary>A publisher of files over HTTP that can break connections off, know no ranges, and have other bytes than it should.</summary>
internal sealed class ModelPublisherDouble : IAsyncDisposable
{
    private readonly int _port = LocalProcess.FreePort();
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private WebApplication? _app;

    public Uri Address => new($"http://127.0.0.1:{_port}/revision/");

    /// <summary>Path and first byte asked for, of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Bytes after which each next connection breaks; when it is empty they hold.</summary>
    public ConcurrentQueue<int> BreakAfter { get; } = [];

    public bool KnowsRanges { get; set; } = true;

    public void Put(string path, byte[] content) => _files["/revision/" + path] = content;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var from = context.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0;
        Asked.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{context.Request.Path.Value!["/revision/".Length..]} {from}"));
        if (!_files.TryGetValue(context.Request.Path, out var content))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (KnowsRanges && from > 0)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }
        else
        {
            from = 0;
        }

        var rest = content.AsMemory((int)from);
        context.Response.ContentLength = rest.Length;
        if (!BreakAfter.TryDequeue(out var limit) || limit >= rest.Length)
        {
            await context.Response.Body.WriteAsync(rest);
            return;
        }

        await context.Response.Body.WriteAsync(rest[..limit]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
