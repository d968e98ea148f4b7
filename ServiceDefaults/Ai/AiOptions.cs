using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Ai;

/// <summary>
/// Section <c>Ai</c>: which language model writes, and what it may take. Without a provider the built-in engines do everything. No record: nothing prints the key.
/// </summary>
public sealed class AiOptions
{
    /// <summary>openai, gemini or ollama; empty for the built-in engines alone.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Base address of an OpenAI-compatible API; empty for the provider's own.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Empty for the provider's usual one.</summary>
    public string Model { get; init; } = "";

    /// <summary>Empty: <c>OPENAI_API_KEY</c> or <c>GEMINI_API_KEY</c>, by the provider.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>What the model fails to do the built-in engine does; else the caller reads the API's error.</summary>
    public bool FallbackToBuiltIn { get; init; }

    /// <summary>json_schema; json_object for an API that knows no schemas. The first is given up by itself when the API refuses it.</summary>
    public string ResponseFormat { get; init; } = JsonSchema;

    /// <summary>0 to 2; empty for the model's own. Some models take no other than theirs.</summary>
    public float? Temperature { get; init; }

    /// <summary>Most tokens of one answer.</summary>
    public int MaxOutputTokens { get; init; } = 16_384;

    /// <summary>Most characters of one document that are sent.</summary>
    public int MaxDocumentLength { get; init; } = 60_000;

    /// <summary>For one call.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For what one request waits for, with all its calls and waits; well below the 100 seconds that the gateway waits.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(80);

    /// <summary>Further calls after one that failed for the moment: no connection, no answer in time, 408, 429, 5xx.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>First wait before another call; doubled each time, with jitter. A <c>Retry-After</c> of the API counts instead.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait; when the API asks for more, the task fails at once.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Calls of this process at a time; others wait.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Calls in thirty seconds, half of them failed, after which calls fail at once for <see cref="BreakDuration"/>.</summary>
    public int BreakAfter { get; init; } = 10;

    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    internal const string JsonSchema = "json_schema";
    internal const string JsonObject = "json_object";

    /// <summary>A provider is chosen.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Provider);

    /// <summary>The provider is Gemini and has no key: seed 003's 400. The service starts all the same.</summary>
    public bool LacksGeminiKey => IsOn && AiProvider.Of(this) == AiProvider.Gemini && string.IsNullOrWhiteSpace(ApiKey);

    internal Uri EndpointUri => string.IsNullOrWhiteSpace(Endpoint) ? AiProvider.Of(this)!.Endpoint : new Uri(Endpoint.Trim().TrimEnd('/'));

    internal string ModelName => string.IsNullOrWhiteSpace(Model) ? AiProvider.Of(this)!.Model : Model.Trim();
}

/// <summary>A provider with what is taken when the settings say nothing else.</summary>
/// <param name="Name">Value of <c>Ai:Provider</c>.</param>
/// <param name="TelemetryName">Value of <c>gen_ai.provider.name</c>.</param>
/// <param name="Endpoint">Base address of its OpenAI-compatible API.</param>
/// <param name="Model">A model that is good enough for all tasks.</param>
/// <param name="KeyVariable">The environment variable in which its users keep the key; null when it needs none.</param>
internal sealed record AiProvider(string Name, string TelemetryName, Uri Endpoint, string Model, string? KeyVariable)
{
    public static readonly AiProvider OpenAi = new("openai", "openai", new Uri("https://api.openai.com/v1"), "gpt-4.1-mini", "OPENAI_API_KEY");

    // Seed 001 names the model.
    public static readonly AiProvider Gemini = new("gemini", "gcp.gemini", new Uri("https://generativelanguage.googleapis.com/v1beta/openai"), "gemini-3-flash-preview", "GEMINI_API_KEY");

    public static readonly AiProvider Ollama = new("ollama", "ollama", new Uri("http://localhost:11434/v1"), "llama3.1", KeyVariable: null);

    public static AiProvider? Of(AiOptions options) =>
        ((AiProvider[])[OpenAi, Gemini, Ollama]).FirstOrDefault(provider => provider.Name.Equals(options.Provider.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Takes the key from where the provider's users keep it.</summary>
internal sealed class AiKeyFromEnvironment(IConfiguration configuration) : IPostConfigureOptions<AiOptions>
{
    public void PostConfigure(string? name, AiOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey) && AiProvider.Of(options)?.KeyVariable is { } variable)
            options.ApiKey = configuration[variable] ?? "";
        options.ApiKey = options.ApiKey.Trim();
    }
}

/// <summary>Says at the start what is wrong with the settings, without repeating any of their values.</summary>
internal sealed class AiOptionsValidator : IValidateOptions<AiOptions>
{
    public ValidateOptionsResult Validate(string? name, AiOptions options)
    {
        if (!options.IsOn)
            return ValidateOptionsResult.Success;
        var problems = ProblemsOf(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(AiOptions options)
    {
        if (AiProvider.Of(options) is not { } provider)
        {
            yield return "Ai:Provider must be openai, gemini or ollama, or empty for the built-in engines.";
            yield break;
        }

        if (!string.IsNullOrWhiteSpace(options.Endpoint)
            && (!Uri.TryCreate(options.Endpoint.Trim(), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https") || endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0))
        {
            yield return "Ai:Endpoint must be an absolute http or https address without a user, a password or a query.";
        }

        // A server of one's own may need no key; Gemini without one is answered request by request.
        if (provider == AiProvider.OpenAi && string.IsNullOrWhiteSpace(options.Endpoint) && options.ApiKey.Length == 0)
            yield return "Ai:Provider is openai, which needs a key: set Ai:ApiKey or OPENAI_API_KEY.";
        if (options.ApiKey.Any(character => character is <= ' ' or > '~'))
            yield return "Ai:ApiKey holds characters that no key has.";
        if (options.ResponseFormat is not (AiOptions.JsonSchema or AiOptions.JsonObject))
            yield return "Ai:ResponseFormat must be json_schema or json_object.";
        if (options.Temperature is < 0 or > 2)
            yield return "Ai:Temperature must lie between 0 and 2.";
        if (options.AttemptTimeout <= TimeSpan.Zero || options.TotalTimeout <= TimeSpan.Zero || options.RetryDelay <= TimeSpan.Zero || options.MaxRetryDelay <= TimeSpan.Zero || options.BreakDuration < TimeSpan.FromSeconds(0.5))
            yield return "Ai:AttemptTimeout, Ai:TotalTimeout, Ai:RetryDelay and Ai:MaxRetryDelay must be positive and Ai:BreakDuration at least half a second.";
        if (options.Retries is < 0 or > 10 || options.Concurrency < 1 || options.BreakAfter < 2 || options.MaxOutputTokens < 256 || options.MaxDocumentLength < 1_000)
            yield return "Ai:Retries must be 0 to 10, Ai:Concurrency at least 1, Ai:BreakAfter at least 2, Ai:MaxOutputTokens at least 256 and Ai:MaxDocumentLength at least 1000.";
    }
}
