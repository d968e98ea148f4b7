using System.Collections.ObjectModel;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    readonly HostApplicationBuilder _inner;

    public DistributedApplicationBuilder(string[] args)
    {
        _inner = Host.CreateApplicationBuilder(args);
        AppHostDirectory = Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "AppHostDirectory")?.Value ?? _inner.Environment.ContentRootPath;
        // The host speaks for itself, in lines with the resources' names; the frameworks below it only when something is wrong.
        _inner.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        _inner.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        _inner.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        // An unhealthy resource is shown with its reason; a stack trace each second while it starts says nothing more.
        _inner.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        Services.AddHealthChecks();
        Services.AddSingleton<IDistributedApplicationEventing>(Eventing);
        Services.AddSingleton<IResourceCollection>(Resources);
        Services.AddSingleton<ResourceOutput>();
        Services.AddSingleton<ChildProcesses>();
        Services.AddSingleton<Orchestrator>();
        // In this order: the page is up before the first process and stays until the last one has gone.
        Services.AddHostedService<DashboardServer>();
        Services.AddHostedService(services => services.GetRequiredService<Orchestrator>());
        // Stopping is bounded for each process; the sum of them must not be cut short half way.
        Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(2));
    }

    public string AppHostDirectory { get; }

    public ConfigurationManager Configuration => _inner.Configuration;

    public IHostEnvironment Environment => _inner.Environment;

    public IServiceCollection Services => _inner.Services;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (Resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"There is a resource '{resource.Name}' already.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build() => new(_inner.Build());

    sealed class ResourceCollection : Collection<IResource>, IResourceCollection;
}
