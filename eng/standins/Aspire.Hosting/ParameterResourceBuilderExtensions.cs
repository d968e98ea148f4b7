using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    /// <summary>A value from configuration, at <c>Parameters:name</c>; asked for when a process that uses it starts.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var configuration = builder.Configuration;
        return builder.AddResource(new ParameterResource(name, Value, secret));

        string Value(ParameterDefault? value) => configuration[$"Parameters:{name}"] is { Length: > 0 } configured
            ? configured
            : value?.GetDefaultValue() ?? throw new DistributedApplicationException($"The parameter '{name}' has no value: set Parameters:{name} (environment: Parameters__{name}).");
    }

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ParameterResource(name, _ => value, secret));
    }
}
