using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceDefaults.Ai;

/// <summary>
/// The JSON schema of an answer, and the check against it. Of JSON Schema it knows what the tasks use: <c>type</c> (one, or several), <c>properties</c>,
/// <c>required</c>, <c>additionalProperties: false</c>, <c>items</c>, <c>enum</c>, <c>minItems</c>, <c>maxItems</c>, <c>minLength</c>, <c>maxLength</c>, <c>minimum</c>,
/// <c>maximum</c>, <c>description</c>.
/// </summary>
public sealed class AnswerSchema
{
    // Endpoints in strict mode refuse a schema with these; the check knows them all the same.
    private static readonly string[] OwnRules = ["minLength", "maxLength"];

    private const int MostProblems = 12;

    private readonly JsonElement _rules;

    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="json">The schema; the root is an object.</param>
    public AnswerSchema(string name, string json)
    {
        Name = name;
        _rules = JsonElement.Parse(json);
        Sent = JsonSerializer.SerializeToElement(Without(JsonNode.Parse(json)!));
    }

    public string Name { get; }

    /// <summary>As it goes to the provider.</summary>
    public JsonElement Sent { get; }

    /// <summary>What is wrong with an answer, each problem with its place; empty when nothing is.</summary>
    public IReadOnlyList<string> ProblemsOf(JsonElement answer)
    {
        var problems = new List<string>();
        Check(answer, _rules, "$", problems);
        return problems;
    }

    private static JsonNode Without(JsonNode node)
    {
        switch (node)
        {
            case JsonObject schema:
                foreach (var rule in OwnRules)
                    schema.Remove(rule);
                foreach (var (_, value) in schema.ToList())
                {
                    if (value is not null)
                        Without(value);
                }

                break;
            case JsonArray array:
                foreach (var value in array.OfType<JsonNode>())
                    Without(value);
                break;
        }

        return node;
    }

    private static void Check(JsonElement value, JsonElement rules, string path, List<string> problems)
    {
        if (problems.Count >= MostProblems)
            return;
        if (!HasType(value, rules.GetProperty("type")))
        {
            problems.Add($"{path} must be of type {rules.GetProperty("type")}");
            return;
        }

        if (rules.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)))
            problems.Add($"{path} must be one of {values}");
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(value, rules, path, problems);
                break;
            case JsonValueKind.Array:
                CheckArray(value, rules, path, problems);
                break;
            case JsonValueKind.String:
                CheckText(value.GetString()!, rules, path, problems);
                break;
            case JsonValueKind.Number:
                if (Rule(rules, "minimum") is { } least && value.GetDouble() < least)
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} must be at least {least}"));
                if (Rule(rules, "maximum") is { } most && value.GetDouble() > most)
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} must be at most {most}"));
                break;
        }
    }

    private static void CheckObject(JsonElement value, JsonElement rules, string path, List<string> problems)
    {
        var properties = rules.GetProperty("properties");
        foreach (var name in rules.GetProperty("required").EnumerateArray().Select(required => required.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
            problems.Add($"{path}.{name} is missing");
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var rule))
                Check(property.Value, rule, $"{path}.{property.Name}", problems);
            else
                problems.Add($"{path} must have no property beside {string.Join(", ", properties.EnumerateObject().Select(known => known.Name))}");
        }
    }

    private static void CheckArray(JsonElement value, JsonElement rules, string path, List<string> problems)
    {
        var length = value.GetArrayLength();
        if (Rule(rules, "minItems") is { } least && length < least)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} must have at least {least} items"));
        if (Rule(rules, "maxItems") is { } most && length > most)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} must have at most {most} items"));
            return;
        }

        foreach (var (item, place) in value.EnumerateArray().Select((item, place) => (item, place)))
            Check(item, rules.GetProperty("items"), $"{path}[{place}]", problems);
    }

    private static void CheckText(string text, JsonElement rules, string path, List<string> problems)
    {
        if (Rule(rules, "minLength") is { } least && text.Trim().Length < least)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} must have at least {least} characters"));
        if (Rule(rules, "maxLength") is { } most && text.Length > most)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{path} must have at most {most} characters"));
        // Nobody can see them, and the database has no place for some.
        if (text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse && rune.Value is not ('\n' or '\t')))
            problems.Add($"{path} must hold no control characters");
    }

    private static bool HasType(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => HasType(value, one)) : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            var other => throw new InvalidOperationException($"The schema has the unknown type {other}."),
        };

    private static double? Rule(JsonElement rules, string name) => rules.TryGetProperty(name, out var rule) ? rule.GetDouble() : null;
}
