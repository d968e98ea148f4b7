namespace Gateway.Proxy;

/// <summary>The services behind the gateway, at <c>services:{name}:http:{n}</c> as the AppHost injects it.</summary>
internal sealed class ServiceAddresses(IConfiguration configuration)
{
    public const string Resume = "resume";
    public const string Embedding = "embedding";
    public const string Interview = "interview";
    public const string ChatCv = "chatcv";

    public static readonly string[] All = [Resume, Embedding, Interview, ChatCv];

    /// <summary>Those that serve the public, each with an OpenAPI document.</summary>
    public static readonly string[] Public = [Resume, Interview, ChatCv];

    /// <summary>All addresses of the service; requests are spread over them.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IReadOnlyList<Uri> Of(string service)
    {
        var addresses = configuration.GetSection($"services:{service}:http").GetChildren().Select(child => new Uri(child.Value!)).ToList();
        return addresses.Count > 0
            ? addresses
            : throw new InvalidOperationException($"The address of the service '{service}' is not set (services:{service}:http:0).");
    }
}
