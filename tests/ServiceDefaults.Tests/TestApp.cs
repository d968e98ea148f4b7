using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Testing;

namespace ServiceDefaults.Tests;

/// <summary>A small service on the defaults, listening on a free loopback port.</summary>
internal static class TestApp
{
    public static async Task<WebApplication> StartAsync(
        Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null, params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Auth:SigningKey", TestTokens.SigningKey), .. settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))]);
        builder.AddServiceDefaults();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults();
        map(app);
        await app.StartAsync();
        // An event published before the consumer's queue exists has nowhere to go.
        if (app.Services.GetService<IBusControl>() is { } bus)
            (await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30))).ShouldBe(BusHealthStatus.Healthy);
        return app;
    }

    public static HttpClient Client(this WebApplication app) => new() { BaseAddress = new Uri(app.Urls.First()) };
}
