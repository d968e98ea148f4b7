using Microsoft.Extensions.Configuration;

namespace AppHost.Resources;

/// <summary>The language model that the operator chose: said to the host once (<c>Ai__Provider</c> and its neighbours), passed on to the services that use it. The key is a secret.</summary>
internal static class LanguageModel
{
    const string Section = "Ai";
    const string Key = "ApiKey";

    public static void AddLanguageModel(this IDistributedApplicationBuilder builder, params IReadOnlyList<IResourceBuilder<ProjectResource>> services)
    {
        var settings = builder.Configuration.GetSection(Section);
        var key = KeyOf(builder.Configuration, settings) is { Length: > 0 } value ? builder.AddParameter("ai-api-key", value, secret: true) : null;
        foreach (var service in services)
        {
            foreach (var setting in settings.GetChildren().Where(setting => !setting.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)))
                service.WithEnvironment($"{Section}__{setting.Key}", setting.Value ?? "");
            if (key is not null)
                service.WithEnvironment($"{Section}__{Key}", key);
        }
    }

    static string? KeyOf(IConfiguration configuration, IConfigurationSection settings) => settings[Key] is { Length: > 0 } key ? key : settings["Provider"]?.Trim().ToUpperInvariant() switch
    {
        "OPENAI" => configuration["OPENAI_API_KEY"],
        "GEMINI" => configuration["GEMINI_API_KEY"],
        _ => null,
    };
}
