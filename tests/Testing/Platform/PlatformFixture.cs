using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Testing.Servers;
using Xunit;

namespace Testing;

/// <summary>The whole platform as <c>./run --no-build</c> starts it, on a free port with its own data: <c>[assembly: AssemblyFixture(typeof(PlatformFixture))]</c>.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private LocalProcess? _run;

    /// <summary>The gateway's public address.</summary>
    public Uri BaseAddress { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{LocalProcess.FreePort()}"));

    /// <summary>Root of the checkout.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>Where this platform keeps its data, secrets and ports.</summary>
    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), "platform-data-" + Guid.NewGuid().ToString("N"));

    /// <summary>What <c>./run</c> has printed so far.</summary>
    public string Output => _run?.Output ?? "";

    /// <summary>The operators' page.</summary>
    public Uri Dashboard => new(Regex.Match(Output, @"dashboard=(\S+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    /// <summary>How long the platform took from its start to the gateway's first healthy answer.</summary>
    public TimeSpan StartTime { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var watch = Stopwatch.StartNew();
        _run = Start();
        using var client = new HttpClient { BaseAddress = BaseAddress };
        await _run.WaitUntilAsync(() => IsHealthyAsync(client), StartLimit);
        await _run.WaitUntilAsync(() => Task.FromResult(Output.Contains("PLATFORM READY", StringComparison.Ordinal)), StartLimit);
        StartTime = watch.Elapsed;
    }

    /// <summary>Starts <c>./run</c> again on the same data and port.</summary>
    public LocalProcess Start() => LocalProcess.Start(Path.Combine(Checkout, "run"), ["--no-build"], new Dictionary<string, string>
    {
        ["PLATFORM_PORT"] = BaseAddress.Port.ToString(CultureInfo.InvariantCulture),
        ["PLATFORM_DATA"] = DataFolder,
    });

    /// <summary>Stops the platform as Ctrl-C does and waits for its end.</summary>
    public async Task StopAsync()
    {
        if (_run is null)
            return;
        await _run.SignalAsync(StopSignal);
        await _run.WaitForExitAsync(TimeSpan.FromSeconds(60));
        await _run.DisposeAsync();
        _run = null;
    }

    /// <summary>Starts the platform again after <see cref="StopAsync"/>.</summary>
    public async Task RestartAsync() => await InitializeAsync();

    /// <summary>A client without cookies of its own.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = BaseAddress, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Waits until every service is healthy.</summary>
    public async Task UntilHealthyAsync(TimeSpan limit)
    {
        using var client = CreateClient();
        await _run!.WaitUntilAsync(() => IsHealthyAsync(client), limit);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }

    // A shell without job control starts what stands in its background with Ctrl-C ignored, and every child inherits that.
    private static string StopSignal { get; } = InterruptIsIgnored() ? "TERM" : "INT";

    private static bool InterruptIsIgnored()
    {
        const string Status = "/proc/self/status";
        const ulong Interrupt = 1UL << 1;
        var ignored = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
