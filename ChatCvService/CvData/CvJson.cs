using System.Text.Json;
using ServiceDefaults.Json;

namespace ChatCvService.CvData;

/// <summary>The seed's field names, in answers and in <c>jsonb</c> columns alike.</summary>
internal static class CvJson
{
    public static JsonSerializerOptions Options { get; } =
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower }.UsePlatformRules();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The stored document is null.");
}
