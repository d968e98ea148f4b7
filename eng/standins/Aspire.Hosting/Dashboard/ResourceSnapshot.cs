using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Dashboard;

/// <summary>What the page shows of one process, free of secrets.</summary>
sealed record ResourceSnapshot(
    string Name,
    string Resource,
    string Type,
    string State,
    string? Health,
    string? Detail,
    int? Pid,
    int Restarts,
    DateTimeOffset? StartedAt,
    int? ExitCode,
    IReadOnlyList<ResourceEndpoint> Endpoints,
    IReadOnlyList<ResourceVariable> Environment,
    IReadOnlyList<string> Log)
{
    static readonly string[] _secretNames = ["ConnectionString", "Password", "Secret", "Token", "Key"];

    public static IReadOnlyList<ResourceSnapshot> Of(IEnumerable<ResourceRunner> runners, ResourceOutput output) =>
        [.. runners.SelectMany(runner => runner.Instances.Select(instance => Of(runner, instance, output)))];

    static ResourceSnapshot Of(ResourceRunner runner, ResourceInstance instance, ResourceOutput output)
    {
        var waiting = instance.State == InstanceState.Waiting ? runner.WaitingFor : [];
        return new ResourceSnapshot(
            instance.Name,
            runner.Resource.Name,
            runner.Resource is ProjectResource ? "Project" : "Executable",
            instance.State.ToString(),
            instance.State == InstanceState.Running ? runner.Health?.ToString() : null,
            waiting.Count > 0 ? $"waits for {string.Join(", ", waiting)}" : instance.State == InstanceState.Running ? runner.HealthDetail : null,
            instance.ProcessId,
            instance.Restarts,
            instance.StartedAt,
            instance.ExitCode,
            [.. runner.Resource.Annotations.OfType<EndpointAnnotation>()
                .Where(endpoint => endpoint.AllocatedEndpoint is not null)
                .Select(endpoint => new ResourceEndpoint(endpoint.Name, endpoint.AllocatedEndpoint!.UriString, endpoint.IsExternal))],
            [.. (instance.Launch?.Environment ?? new Dictionary<string, string>())
                .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                .Select(variable => new ResourceVariable(variable.Key, IsSecret(variable.Key) ? "***" : output.WithoutSecrets(variable.Value)))],
            instance.Lines);
    }

    static bool IsSecret(string name) => _secretNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}

sealed record ResourceEndpoint(string Name, string Url, bool External);

sealed record ResourceVariable(string Name, string Value);
