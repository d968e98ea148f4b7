using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Testing;

/// <summary>A service in process as it runs in production, on the databases, brokers and neighbours given as settings.</summary>
/// <typeparam name="TEntryPoint">Any public type of the service's assembly.</typeparam>
public sealed class ServiceHost<TEntryPoint> : WebApplicationFactory<TEntryPoint>
    where TEntryPoint : class
{
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _configure;

    public ServiceHost(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        _settings = settings;
        _configure = configure;
        // The real server: body limits and broken connections behave as in production.
        UseKestrel(0);
    }

    /// <summary>False for a host that is meant to start without its broker.</summary>
    public bool WaitForBus { get; init; } = true;

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        // An event published before the consumer's queue exists has nowhere to go.
        if (WaitForBus && host.Services.GetService<IBusControl>() is { } bus)
            bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Production");
        builder.UseSetting("Auth:SigningKey", TestTokens.SigningKey);
        foreach (var (name, value) in _settings)
            builder.UseSetting(name, value);
        if (_configure is not null)
            builder.ConfigureTestServices(_configure);
    }
}
