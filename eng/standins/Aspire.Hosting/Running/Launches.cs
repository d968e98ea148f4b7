using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Works out what a resource's process is started with: command, arguments, environment.</summary>
sealed class Launches(ResourceOutput output)
{
    // The installation this host runs on serves the projects too, wherever it is: DOTNET_ROOT is what their executables ask first.
    static readonly string _dotnetRoot = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    public async Task<Launch> ForAsync(IResource resource, IReadOnlyDictionary<EndpointAnnotation, int> targetPorts, CancellationToken cancellationToken)
    {
        var context = new ValueProviderContext { Caller = resource, TargetPorts = targetPorts };
        var variables = new EnvironmentCallbackContext(resource, cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await annotation.Callback(variables);
        Dictionary<string, string> environment = new(StringComparer.Ordinal);
        foreach (var (name, value) in variables.EnvironmentVariables)
            environment[name] = await TextAsync(value, context, cancellationToken);

        List<object> args = [];
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await annotation.Callback(new CommandLineArgsCallbackContext(args, resource, cancellationToken));
        List<string> texts = [];
        foreach (var arg in args)
            texts.Add(await TextAsync(arg, context, cancellationToken));

        return resource switch
        {
            ExecutableResource executable => new Launch(executable.Command, texts, executable.WorkingDirectory, environment),
            ProjectResource => Project(resource.Annotations.OfType<IProjectMetadata>().Single(), texts, environment),
            _ => throw new DistributedApplicationException($"'{resource.Name}' is nothing that can be started."),
        };
    }

    static Launch Project(IProjectMetadata project, List<string> args, Dictionary<string, string> environment)
    {
        if (project is not IProjectOutput { TargetPath: var assembly } || !File.Exists(assembly))
            throw new DistributedApplicationException($"{Path.GetFileName(project.ProjectPath)} has not been built.");
        environment.TryAdd("DOTNET_ROOT", _dotnetRoot);
        var directory = Path.GetDirectoryName(project.ProjectPath)!;
        var executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(executable)
            ? new Launch(executable, args, directory, environment)
            : new Launch(Path.Combine(_dotnetRoot, "dotnet"), [assembly, .. args], directory, environment);
    }

    async Task<string> TextAsync(object value, ValueProviderContext context, CancellationToken cancellationToken)
    {
        await HideSecretsAsync(value, cancellationToken);
        return value is IValueProvider provider ? await provider.GetValueAsync(context, cancellationToken) ?? "" : value.ToString() ?? "";
    }

    /// <summary>Whatever goes into a process as a secret must not come out of it into a log.</summary>
    async Task HideSecretsAsync(object value, CancellationToken cancellationToken)
    {
        if (value is ParameterResource { Secret: true } parameter && await parameter.GetValueAsync(cancellationToken) is { } secret)
            output.Hide(secret);
        if (value is IValueWithReferences { References: var references } and not EndpointReference)
        {
            foreach (var reference in references)
                await HideSecretsAsync(reference, cancellationToken);
        }
    }
}
