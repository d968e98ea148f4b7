namespace ChatCvService.Sessions;

/// <summary>Settings of <c>Ai</c>: which provider understands and words the conversation.</summary>
internal sealed record AiOptions
{
    /// <summary>Empty for the built-in engine.</summary>
    public string Provider { get; init; } = "";

    public string ApiKey { get; init; } = "";

    /// <summary>The seed's 400 belongs to this provider alone; the built-in engine needs no key.</summary>
    public bool LacksGeminiKey => string.Equals(Provider, "gemini", StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace(ApiKey);
}
