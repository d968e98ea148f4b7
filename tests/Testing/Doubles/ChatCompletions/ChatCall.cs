using System.Text.Json.Nodes;

namespace Testing.Doubles.ChatCompletions;

/// <summary>One request as it came.</summary>
public sealed record ChatCall(JsonObject Body)
{
    /// <summary>Name of the schema that is asked for; null when none is.</summary>
    public string? SchemaName => Body["response_format"]?["json_schema"]?["name"]?.GetValue<string>();

    public string? ResponseFormat => Body["response_format"]?["type"]?.GetValue<string>();

    public JsonArray Messages => Body["messages"]!.AsArray();

    public string System => TextOf(Messages[0]!);

    /// <summary>Text of the newest message.</summary>
    public string Last => TextOf(Messages[^1]!);

    /// <summary>An earlier answer was sent back.</summary>
    public bool IsRepair => Messages.Count > 2;

    /// <summary>The data of the task: the first user message as JSON.</summary>
    public JsonObject Data => JsonNode.Parse(TextOf(Messages[1]!))!.AsObject();

    public int Images => Messages[1]!["content"] is JsonArray parts ? parts.Count(part => part!["type"]!.GetValue<string>() == "image_url") : 0;

    private static string TextOf(JsonNode message) => message["content"] switch
    {
        JsonArray parts => string.Concat(parts.Where(part => part!["type"]!.GetValue<string>() == "text").Select(part => part!["text"]!.GetValue<string>())),
        { } text => text.GetValue<string>(),
        null => "",
    };
}

/// <summary>What the API's description asks of a request, for the parts that the platform uses.</summary>
internal static class RequestRules
{
    public static IEnumerable<string> ProblemsOf(JsonObject body)
    {
        if (body["model"] is not JsonValue)
            yield return "model is missing";
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
        {
            yield return "messages are missing";
            yield break;
        }

        foreach (var message in messages)
        {
            var role = message!["role"]?.GetValue<string>();
            if (role is not ("system" or "user" or "assistant"))
                yield return $"unknown role {role}";
            if (message["content"] is not (JsonArray or JsonValue))
                yield return "a message has no content";
        }

        if (body["stream"]?.GetValue<bool>() == true)
            yield return "a stream was asked for";
        if (body["response_format"] is not JsonObject format)
            yield break;
        var type = format["type"]?.GetValue<string>();
        if (type is not ("text" or "json_object" or "json_schema"))
            yield return $"unknown response_format {type}";
        if (type == "json_object" && !messages.Any(message => message!.ToJsonString().Contains("JSON", StringComparison.OrdinalIgnoreCase)))
            yield return "json_object needs the word JSON in a message";
        if (type != "json_schema")
            yield break;
        if (format["json_schema"]?["name"]?.GetValue<string>() is not { Length: > 0 and <= 64 } name || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            yield return "json_schema needs a name of letters, digits, _ and -";
        if (format["json_schema"]?["strict"]?.GetValue<bool>() == true)
        {
            foreach (var problem in StrictProblems(format["json_schema"]!["schema"]!))
                yield return problem;
        }
    }

    // https://platform.openai.com/docs/guides/structured-outputs: every property required, none beside them, no rules on the length of texts.
    private static IEnumerable<string> StrictProblems(JsonNode schema)
    {
        if (schema is JsonArray array)
        {
            foreach (var problem in array.OfType<JsonNode>().SelectMany(StrictProblems))
                yield return problem;
        }

        if (schema is not JsonObject rules)
            yield break;
        if (rules["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name == "object")
        {
            if (rules["additionalProperties"]?.GetValue<bool>() != false)
                yield return "strict: additionalProperties must be false";
            if (!rules["properties"]!.AsObject().Select(property => property.Key).Order().SequenceEqual(rules["required"]!.AsArray().Select(required => required!.GetValue<string>()).Order()))
                yield return "strict: every property must be required";
        }

        if (rules.ContainsKey("minLength") || rules.ContainsKey("maxLength"))
            yield return "strict: no minLength, no maxLength";
        foreach (var problem in rules.Select(property => property.Value).OfType<JsonNode>().SelectMany(StrictProblems))
            yield return problem;
    }
}
