namespace Gateway.Edge;

/// <summary>Other sites whose pages may call with the user's cookie: <c>Cors:AllowedOrigins</c>, exact origins such as <c>https://app.example.com</c>; none by default.</summary>
internal sealed class AllowedOrigins(IConfiguration configuration)
{
    private readonly HashSet<string> _origins =
        new(configuration.GetSection("Cors:AllowedOrigins").Get<string[]>()?.Select(origin => origin.TrimEnd('/')) ?? [], StringComparer.OrdinalIgnoreCase);

    public bool Any => _origins.Count > 0;

    public bool Contains(string origin) => _origins.Contains(origin);
}
