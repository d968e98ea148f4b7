using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Testing.Servers;

namespace Testing.Doubles.ChatCompletions;

/// <summary>
/// The chat completions of an OpenAI-compatible API on a loopback port: the shape of requests, answers and errors is the API's, what the model says is the test's. It takes
/// one key and one model, and remembers what in a request is not as the API describes it.
/// </summary>
/// <param name="model">What the model answers when nothing else was planned by <see cref="Next"/>.</param>
public sealed class ChatCompletionsDouble(Func<ChatCall, Reply> model) : IAsyncDisposable
{
    public const string Key = "sk-test-8Jq2vX-not-a-real-key";
    public const string Model = "test-model-1";

    private readonly int _port = LocalProcess.FreePort();
    private readonly ConcurrentQueue<Reply> _next = [];
    private WebApplication? _app;
    private int _answers;

    /// <summary>Value of <c>Ai:Endpoint</c>.</summary>
    public string Endpoint => $"http://127.0.0.1:{_port}/v1";

    /// <summary>Every request that had the key, in order.</summary>
    public ConcurrentQueue<ChatCall> Calls { get; } = [];

    /// <summary>What in the requests so far is not as the API describes.</summary>
    public ConcurrentQueue<string> NotAsDescribed { get; } = [];

    /// <summary>False for an API that knows <c>json_object</c> only.</summary>
    public bool TakesSchemas { get; set; } = true;

    /// <summary>Settings of a service that uses it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Ai:Provider"] = "openai",
        ["Ai:Endpoint"] = Endpoint,
        ["Ai:Model"] = Model,
        ["Ai:ApiKey"] = Key,
        ["Ai:RetryDelay"] = "00:00:00.01",
        ["Ai:AttemptTimeout"] = "00:00:20",
        // One test's failures are not to end another's calls.
        ["Ai:BreakAfter"] = "1000",
    };

    /// <summary>What the next calls get, one each, before <c>model</c> answers again.</summary>
    public void Next(params IEnumerable<Reply> replies)
    {
        foreach (var reply in replies)
            _next.Enqueue(reply);
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // A reply that never comes must not hold the end of a test.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
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
        var request = context.Request;
        if (request.Method != "POST" || request.Path != "/v1/chat/completions")
        {
            await Reply.Error(404, "Unknown request URL.", "invalid_request_error").WriteAsync(context, "");
            return;
        }

        if (request.Headers.Authorization != $"Bearer {Key}")
        {
            // As the API does, with part of the key in the message.
            await Reply.Error(401, $"Incorrect API key provided: {request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)}.", "invalid_api_key").WriteAsync(context, "");
            return;
        }

        var call = new ChatCall((await JsonNode.ParseAsync(request.Body, cancellationToken: context.RequestAborted))!.AsObject());
        foreach (var problem in RequestRules.ProblemsOf(call.Body))
            NotAsDescribed.Enqueue(problem);
        Calls.Enqueue(call);
        var reply = call.Body["model"]?.GetValue<string>() != Model ? Reply.Error(404, "The model does not exist or you do not have access to it.", "model_not_found")
            : call.SchemaName is not null && !TakesSchemas ? Reply.Error(400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", "invalid_request_error")
            : _next.TryDequeue(out var planned) ? planned : model(call);
        await reply.WriteAsync(context, $"chatcmpl-{Interlocked.Increment(ref _answers)}");
    }
}
