using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>A resource with processes: its replicas, their health, what it waits for.</summary>
sealed class ResourceRunner(IResource resource, HealthCheckService checks, IDistributedApplicationEventing eventing, IServiceProvider services, ResourceOutput output) : IDisposable
{
    static readonly TimeSpan _whenHealthy = TimeSpan.FromSeconds(2);
    static readonly TimeSpan _whenNot = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan _stillWaiting = TimeSpan.FromSeconds(15);

    readonly HashSet<string> _checks = [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key)];
    readonly SemaphoreSlim _changed = new(0);
    readonly CancellationTokenSource _stopping = new();
    Task _running = Task.CompletedTask;
    Task _watching = Task.CompletedTask;

    public IResource Resource { get; } = resource;

    public IReadOnlyList<ResourceInstance> Instances { get; set; } = [];

    public IReadOnlyList<(ResourceRunner Runner, WaitType Type)> WaitsFor { get; set; } = [];

    /// <summary>Null until the first check of a running process.</summary>
    public HealthStatus? Health { get; private set; }

    public string? HealthDetail { get; private set; }

    public IReadOnlyList<string> WaitingFor => [.. WaitsFor.Where(dependency => !dependency.Runner.Satisfies(dependency.Type)).Select(dependency => dependency.Runner.Resource.Name)];

    public void Changed() => _changed.Release();

    public void Start(CancellationToken hurry)
    {
        _running = Task.WhenAll(Instances.Select(instance => instance.RunAsync(WaitForDependenciesAsync, _stopping.Token, hurry)));
        _watching = WatchHealthAsync(_stopping.Token);
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        await _watching;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _changed.Dispose();
    }

    bool Satisfies(WaitType type) => type == WaitType.WaitUntilStarted
        ? Instances.Any(instance => instance.State is InstanceState.Running or InstanceState.Finished)
        : Health == HealthStatus.Healthy;

    async Task WaitForDependenciesAsync(CancellationToken cancellationToken)
    {
        var said = DateTimeOffset.UtcNow;
        while (WaitingFor is { Count: > 0 } names)
        {
            await Task.Delay(50, cancellationToken);
            if (DateTimeOffset.UtcNow - said > _stillWaiting)
            {
                output.Write(Resource.Name, $"still waiting for {string.Join(", ", names)}");
                said = DateTimeOffset.UtcNow;
            }
        }
    }

    async Task WatchHealthAsync(CancellationToken stopping)
    {
        var announced = 0;
        try
        {
            while (true)
            {
                (Health, HealthDetail) = await CheckAsync(stopping);
                var starts = 1 + Instances.Sum(instance => instance.Restarts);
                if (Health == HealthStatus.Healthy && announced != starts)
                {
                    announced = starts;
                    await eventing.PublishAsync(new ResourceReadyEvent(Resource, services), stopping);
                }
                // A process that starts or ends is looked at once, not at the next turn.
                if (await _changed.WaitAsync(Health == HealthStatus.Healthy ? _whenHealthy : _whenNot, stopping))
                {
                    while (_changed.Wait(0, CancellationToken.None))
                    {
                        // Many changes are one reason to look.
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            (Health, HealthDetail) = (null, null);
        }
    }

    async Task<(HealthStatus? Health, string? Detail)> CheckAsync(CancellationToken cancellationToken)
    {
        if (Instances.All(instance => instance.State == InstanceState.Finished))
            return (HealthStatus.Healthy, null);
        if (!Instances.Any(instance => instance.State == InstanceState.Running))
            return (null, null);
        if (_checks.Count == 0)
            return (HealthStatus.Healthy, null);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            var report = await checks.CheckHealthAsync(check => _checks.Contains(check.Name), limit.Token);
            return report.Entries.Count < _checks.Count
                ? (HealthStatus.Unhealthy, "a health check is not registered")
                : (report.Status, report.Entries.Values.FirstOrDefault(entry => entry.Status != HealthStatus.Healthy).Description);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (HealthStatus.Unhealthy, "the health check takes more than 10 s");
        }
    }
}
