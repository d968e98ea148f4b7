using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Testing;
using Xunit;

namespace ChatCvService.Tests.Running;

/// <summary>The service on a real database and broker; its clock can be moved.</summary>
public sealed class RunningChatCvService(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private static long _lastUser = 7000;
    private ServiceHost<ServiceMarker> _host = null!;

    public string Database { get; private set; } = "";

    public MovableClock Clock { get; } = new();

    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync("chatcv");
        _host = Host();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Another host on the same database, with other settings.</summary>
    public ServiceHost<ServiceMarker> Host(params (string Name, string Value)[] settings) => Host(logs: null, settings);

    /// <summary>Another host whose log is collected.</summary>
    public ServiceHost<ServiceMarker> Host(CollectedLogs? logs, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:chatcvdb"] = Database,
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            // Nobody listens there: ResumeService is down unless a test brings one.
            ["services:resume:http:0"] = "http://127.0.0.1:9",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        var host = new ServiceHost<ServiceMarker>(all, services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (logs is not null)
                services.AddLogging(logging => logging.AddProvider(logs).AddFilter<CollectedLogs>(category: null, LogLevel.Trace));
        });
        host.StartServer();
        return host;
    }

    /// <summary>A client signed in as a user nobody else is.</summary>
    public HttpClient NewUser() => NewUser(out _);

    public HttpClient NewUser(out long userId)
    {
        userId = Interlocked.Increment(ref _lastUser);
        return As(userId);
    }

    // Tokens live for hours, so that a clock moved by a week is the only thing that ends a session.
    public HttpClient As(long userId)
    {
        var client = _host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Access(userId, TimeSpan.FromDays(30)));
        return client;
    }

    public HttpClient Anonymous() => _host.CreateClient();

    /// <summary>A browser without script: redirects are looked at, not followed, and cookies are sent as the test says. Signed in as a user nobody else is.</summary>
    public HttpClient NewVisitor() => Visitor(_host, Interlocked.Increment(ref _lastUser));

    public static HttpClient Visitor(ServiceHost<ServiceMarker> host, long userId)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Access(userId, TimeSpan.FromDays(30)));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    public HttpClient NewVisitor(ServiceHost<ServiceMarker> host) => Visitor(host, Interlocked.Increment(ref _lastUser));
}

/// <summary>The system's time plus what a test adds.</summary>
public sealed class MovableClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

/// <summary>One service for all: two on one broker would take each other's messages, as replicas do.</summary>
[CollectionDefinition(nameof(RunningChatCvService))]
public sealed class RunningChatCvServiceTests : ICollectionFixture<RunningChatCvService>;

internal static class Calls
{
    public static Task<(int Status, JsonNode Body)> StartAsync(this HttpClient client, string message, string docType = "cv", string? key = null) =>
        client.SendAsync("/api/v1/chat/start", new { initial_message = message, doc_type = docType }, key);

    public static Task<(int Status, JsonNode Body)> SayAsync(this HttpClient client, string session, string message, string? key = null) =>
        client.SendAsync("/api/v1/chat/message", new { session_id = session, message }, key);

    public static Task<(int Status, JsonNode Body)> FinalizeAsync(this HttpClient client, string session, object? body = null) =>
        client.SendAsync($"/api/v1/chat/session/{session}/finalize", body ?? new { }, null);

    public static async Task<(int Status, JsonNode Body)> ReadAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public static string Text(this JsonNode body, string name) => body[name]!.GetValue<string>();

    private static async Task<(int Status, JsonNode Body)> SendAsync(this HttpClient client, string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
