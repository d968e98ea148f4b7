using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using AppHost.Resources;
using Microsoft.Extensions.Configuration;

namespace AppHost;

/// <summary>One running platform: its data folder, its public address, the operators' address, and what it says on the console.</summary>
internal sealed class PlatformHost : IDisposable
{
    const int DefaultPort = 8080;
    const int DefaultDashboardPort = 18888;

    int _saidReady;

    PlatformHost(DataFolder data, Uri address, Uri dashboard)
    {
        Data = data;
        Address = address;
        Dashboard = dashboard;
    }

    public DataFolder Data { get; }

    /// <summary>Where the gateway listens: PLATFORM_HOST and PLATFORM_PORT, else port 8080 on loopback.</summary>
    public Uri Address { get; }

    public Uri Dashboard { get; }

    /// <summary>Takes the data folder and checks the public port; says why on standard error when it cannot have them.</summary>
    public static bool TryOpen([NotNullWhen(true)] out PlatformHost? host)
    {
        host = null;
        var name = Setting("PLATFORM_HOST") ?? "localhost";
        if (!int.TryParse(Setting("PLATFORM_PORT") ?? DefaultPort.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            Console.Error.WriteLine("PLATFORM_PORT is a number from 1 to 65535.");
            return false;
        }
        if (name != "localhost" && !IPAddress.TryParse(name, out _))
        {
            Console.Error.WriteLine("PLATFORM_HOST is localhost or an address: 0.0.0.0 listens on all of them.");
            return false;
        }

        var data = DataFolder.TryTake(Setting("PLATFORM_DATA"), out var owner);
        if (data is null)
        {
            Console.Error.WriteLine(owner);
            return false;
        }
        if (!LocalPort.IsFree(port))
        {
            data.Dispose();
            Console.Error.WriteLine($"Port {port} is taken by another program. Choose another one: PLATFORM_PORT={port + 1} ./run");
            return false;
        }

        var dashboard = new UriBuilder("http", "localhost", OperatorsPort(port, DefaultDashboardPort)).Uri;
        host = new PlatformHost(data, new UriBuilder("http", name, port).Uri, dashboard);
        data.SayWhoRuns(host.Reachable, dashboard);
        return true;
    }

    /// <summary>Generated secrets fill the parameters that nobody set; the dashboard listens on plain http on loopback.</summary>
    public void Configure(IDistributedApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, Data.Secrets);
        var dashboard = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = Dashboard.ToString().TrimEnd('/'),
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{OperatorsPort(Address.Port, DefaultDashboardPort + 1)}",
        };
        builder.Configuration.AddInMemoryCollection(dashboard);
    }

    /// <summary>Says once where everything is; the first line is for programs that wait for it.</summary>
    public Task SayReadyAsync()
    {
        if (Interlocked.Exchange(ref _saidReady, 1) == 0)
            Console.WriteLine(Welcome.Text(Reachable, Dashboard));
        return Task.CompletedTask;
    }

    public void Dispose() => Data.Dispose();

    /// <summary>The public address as somebody on this machine types it.</summary>
    Uri Reachable => IPAddress.TryParse(Address.Host.Trim('[', ']'), out var any) && (any.Equals(IPAddress.Any) || any.Equals(IPAddress.IPv6Any))
        ? new UriBuilder(Address) { Host = "localhost" }.Uri
        : Address;

    /// <summary>A platform on a port of its own keeps off the usual ones: two that start at the same moment would both find them free.</summary>
    static int OperatorsPort(int publicPort, int usual) => publicPort == DefaultPort ? LocalPort.Prefer(usual) : LocalPort.Any();

    static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
