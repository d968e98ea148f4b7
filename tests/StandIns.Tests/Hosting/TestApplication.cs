using System.Text.Json;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace StandIns.Tests.Hosting;

/// <summary>An application of real processes with a folder of its own; everything is stopped and removed at the end.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
    readonly StringWriter _console = new();
    DistributedApplication? _application;

    public TestApplication()
    {
        Builder = DistributedApplication.CreateBuilder();
        Builder.Services.AddSingleton(new ResourceOutput(TextWriter.Synchronized(_console), colour: false));
    }

    public IDistributedApplicationBuilder Builder { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("hosting-").FullName;

    public string Console => _console.ToString();

    public Uri Dashboard => _application!.Services.GetServices<IHostedService>().OfType<DashboardServer>().Single().Address!;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Adds a shell script that runs in this application's folder.</summary>
    public IResourceBuilder<ExecutableResource> AddScript(string name, string script) => Builder.AddExecutable(name, "sh", Folder, "-c", script);

    public Task StartAsync()
    {
        _application = Builder.Build();
        return _application.StartAsync();
    }

    /// <param name="patience">How long the processes may take before they are killed; null for as long as the host grants them.</param>
    public async Task StopAsync(TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Timeout.InfiniteTimeSpan);
        await _application!.StopAsync(limit.Token);
    }

    public Task<string> GetAsync(Uri address) => _client.GetStringAsync(address);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>The page's data for one process.</summary>
    public async Task<JsonElement> ResourceAsync(string name)
    {
        var page = JsonDocument.Parse(await GetAsync(new Uri(Dashboard, "/resources.json")));
        return page.RootElement.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("name").GetString() == name);
    }

    public async Task<int> ProcessIdAsync(string name) => (await ResourceAsync(name)).GetProperty("pid").GetInt32();

    public Task IsAsync(string name, string state, string? health = null) => EventuallyAsync(
        async () =>
        {
            var resource = await ResourceAsync(name);
            return resource.GetProperty("state").GetString() == state && (health is null || resource.GetProperty("health").GetString() == health);
        },
        $"{name} is {state} {health}");

    public async Task<string> FileAsync(string name)
    {
        await EventuallyAsync(() => Task.FromResult(File.Exists(PathOf(name)) && new FileInfo(PathOf(name)).Length > 0), $"the file {name} is written");
        return await File.ReadAllTextAsync(PathOf(name));
    }

    public async Task EventuallyAsync(Func<Task<bool>> condition, string what)
    {
        var until = DateTimeOffset.UtcNow + _limit;
        while (!await condition())
        {
            DateTimeOffset.UtcNow.ShouldBeLessThan(until, $"In vain: {what}. The console said:\n{Console}");
            await Task.Delay(50);
        }
    }

    public static bool IsAlive(int processId) => Directory.Exists($"/proc/{processId}") && !File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await StopAsync(TimeSpan.FromSeconds(5));
            await _application.DisposeAsync();
        }
        _client.Dispose();
        await _console.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
