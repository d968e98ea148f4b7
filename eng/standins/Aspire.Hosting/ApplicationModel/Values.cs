namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that may be known only once endpoints have their ports.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);

    ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) => GetValueAsync(cancellationToken);
}

/// <summary>Names a value without computing it, for messages and manifests.</summary>
public interface IManifestExpressionProvider
{
    string ValueExpression { get; }
}

public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;

public interface IValueWithReferences
{
    IEnumerable<object> References { get; }
}

/// <summary>Who asks for a value.</summary>
public class ValueProviderContext
{
    public IResource? Caller { get; init; }

    /// <summary>The ports that the asking process itself listens on, by endpoint: replicas of one resource differ in them.</summary>
    internal IReadOnlyDictionary<EndpointAnnotation, int>? TargetPorts { get; init; }
}
