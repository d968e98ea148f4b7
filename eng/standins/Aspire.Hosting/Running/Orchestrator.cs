using System.Net;
using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Gives every endpoint its port, starts every resource in the order its waits ask for, and stops them the other way round.</summary>
sealed class Orchestrator(
    IResourceCollection resources,
    HealthCheckService checks,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    ResourceOutput output,
    ChildProcesses processes) : IHostedService, IDisposable
{
    readonly Ports _ports = new();
    readonly List<TcpProxy> _proxies = [];
    readonly List<PosixSignalRegistration> _signals = [];
    readonly CancellationTokenSource _hurry = new();
    int _interrupts;

    /// <summary>Everything with a process, once the application has started.</summary>
    public IReadOnlyCollection<ResourceRunner> Runners { get; private set; } = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ListenToSignals();
        var runners = resources.Where(resource => resource is ExecutableResource or ProjectResource)
            .ToDictionary(resource => resource, resource => new ResourceRunner(resource, checks, eventing, services, output));
        foreach (var (resource, runner) in runners)
        {
            // A connection string or a parameter is there at once: only what runs can be waited for.
            runner.WaitsFor = [.. resource.Annotations.OfType<WaitAnnotation>().Where(wait => runners.ContainsKey(wait.Resource)).Select(wait => (runners[wait.Resource], wait.WaitType))];
        }
        foreach (var runner in runners.Values)
            RejectCircles(runner, []);
        Runners = runners.Values;

        var launches = new Launches(output);
        foreach (var runner in Runners)
        {
            var replicas = runner.Resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
            var ports = Allocate(runner.Resource, replicas);
            runner.Instances = [.. ports.Select((targetPorts, index) => new ResourceInstance(
                replicas == 1 ? runner.Resource.Name : $"{runner.Resource.Name}-{index + 1}",
                targetPorts.Count > 0,
                output,
                processes,
                token => launches.ForAsync(runner.Resource, targetPorts, token),
                runner.Changed))];
            foreach (var instance in runner.Instances)
                output.Reserve(instance.Name);
        }
        foreach (var runner in Runners)
            runner.Start(_hurry.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var impatience = cancellationToken.Register(_hurry.Cancel);
        // What waits for others at the start goes before them at the end; what does not know each other goes at once.
        Dictionary<ResourceRunner, Task> stops = [];
        await Task.WhenAll(Runners.Select(Stop));
        foreach (var proxy in _proxies)
            await proxy.DisposeAsync();
        _proxies.Clear();

        Task Stop(ResourceRunner runner)
        {
            if (!stops.TryGetValue(runner, out var stop))
                stops[runner] = stop = StopAfterAsync(runner, [.. Runners.Where(other => other.WaitsFor.Any(wait => wait.Runner == runner)).Select(Stop)]);
            return stop;
        }

        static async Task StopAfterAsync(ResourceRunner runner, IReadOnlyList<Task> dependents)
        {
            await Task.WhenAll(dependents);
            await runner.StopAsync();
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        foreach (var runner in Runners)
            runner.Dispose();
        _hurry.Dispose();
    }

    /// <summary>A closed terminal stops the application like Ctrl-C does; a second Ctrl-C makes short work of it.</summary>
    void ListenToSignals()
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            lifetime.StopApplication();
        }));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            if (Interlocked.Increment(ref _interrupts) > 1)
                _hurry.Cancel();
            lifetime.StopApplication();
        }));
    }

    /// <returns>For each replica the ports its process is to listen on.</returns>
    List<IReadOnlyDictionary<EndpointAnnotation, int>> Allocate(IResource resource, int replicas)
    {
        List<Dictionary<EndpointAnnotation, int>> targets = [.. Enumerable.Range(0, replicas).Select(_ => new Dictionary<EndpointAnnotation, int>())];
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (replicas > 1 && !endpoint.IsProxied)
                throw new DistributedApplicationException($"'{resource.Name}' has {replicas} replicas: its endpoint '{endpoint.Name}' needs a proxy.");
            var port = endpoint.Port ?? (endpoint.IsProxied ? null : endpoint.TargetPort) ?? _ports.Next();
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, Reachable(endpoint.TargetHost), port);
            if (replicas == 1 && (!endpoint.IsProxied || endpoint.TargetPort is null || endpoint.TargetPort == port))
            {
                // One process that listens where others look for it needs nothing in between.
                targets[0].Add(endpoint, port);
                continue;
            }
            foreach (var target in targets)
                target.Add(endpoint, replicas == 1 ? endpoint.TargetPort!.Value : _ports.Next());
            _proxies.Add(new TcpProxy(endpoint.TargetHost, port, [.. targets.Select(target => target[endpoint])]));
        }
        return [.. targets];
    }

    /// <summary>Where to find what listens on all addresses: here.</summary>
    static string Reachable(string host) => host is "*" or "+" || (IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        ? "localhost"
        : host;

    static void RejectCircles(ResourceRunner runner, IReadOnlyList<ResourceRunner> path)
    {
        if (path.Contains(runner))
            throw new DistributedApplicationException($"{string.Join(" waits for ", path.SkipWhile(other => other != runner).Append(runner).Select(other => other.Resource.Name))}: none of them would start.");
        foreach (var (dependency, _) in runner.WaitsFor)
            RejectCircles(dependency, [.. path, runner]);
    }
}
