using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Text with values in it that are known only at start: ports, parameters, connection strings.</summary>
public class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    readonly IReadOnlyList<object> _parts;

    ReferenceExpression(IReadOnlyList<object> parts) => _parts = parts;

    public IReadOnlyList<IValueProvider> ValueProviders => [.. _parts.OfType<IValueProvider>()];

    public string ValueExpression => string.Concat(_parts.Select(part => part is IManifestExpressionProvider value ? value.ValueExpression : (string)part));

    IEnumerable<object> IValueWithReferences.References => _parts.Where(part => part is not string);

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => new(handler.Parts);

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => GetValueAsync(new ValueProviderContext(), cancellationToken);

    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default)
    {
        var values = new string?[_parts.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = _parts[i] is IValueProvider provider ? await provider.GetValueAsync(context, cancellationToken) : (string)_parts[i];
        return string.Concat(values);
    }

    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler
    {
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount) => Parts = new List<object>((2 * formattedCount) + Math.Min(literalLength, 1));

        internal List<object> Parts { get; }

        public void AppendLiteral(string value) => Parts.Add(value);

        public void AppendFormatted(string? value) => Parts.Add(value ?? "");

        public void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => Parts.Add(valueProvider);

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => Parts.Add(valueProvider.Resource);
    }
}
