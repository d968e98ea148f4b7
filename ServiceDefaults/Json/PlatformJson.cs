using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDefaults.Json;

/// <summary>JSON rules of CONTRACT.md: times are ISO 8601 UTC with <c>Z</c>; text of any script is readable as it is.</summary>
public static class PlatformJson
{
    /// <summary>For bodies between services (<c>/internal</c> routes) and stored documents: camelCase, as every typed client sends by default.</summary>
    public static JsonSerializerOptions Internal { get; } = new JsonSerializerOptions(JsonSerializerDefaults.Web).UsePlatformRules();

    /// <summary>Applies the rules to <paramref name="options"/>; the naming policy stays the service's own.</summary>
    public static JsonSerializerOptions UsePlatformRules(this JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Apostrophes, ampersands and plus signs stay readable too: bodies are served as application/json with nosniff, never put into HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcTimeConverter());
        return options;
    }

    private sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
