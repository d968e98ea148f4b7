using System.Text.Json;

namespace Testing.Doubles.Qdrant;

/// <summary>
/// The shapes of the requests that the platform sends, written down from Qdrant's published OpenAPI description (qdrant/qdrant, version 1.19.0,
/// docs/redoc/master/openapi.json). A field that is not named here is reported, also where Qdrant itself would overlook it.
/// </summary>
internal static class QdrantShapes
{
    private static readonly Dictionary<string, Dictionary<string, Field>> Objects = new(StringComparer.Ordinal)
    {
        ["CreateCollection"] = new(StringComparer.Ordinal) { ["vectors"] = Field.Required("VectorParams") },
        ["VectorParams"] = new(StringComparer.Ordinal) { ["size"] = Field.Required("uint>=1"), ["distance"] = Field.Required("Distance") },
        ["CreateFieldIndex"] = new(StringComparer.Ordinal) { ["field_name"] = Field.Required("string"), ["field_schema"] = Field.Optional("PayloadSchemaType") },
        ["PointsList"] = new(StringComparer.Ordinal) { ["points"] = Field.Required("PointStruct[]") },
        ["PointStruct"] = new(StringComparer.Ordinal)
        {
            ["id"] = Field.Required("ExtendedPointId"), ["vector"] = Field.Required("float[]"), ["payload"] = Field.Optional("Payload"),
        },
        ["FilterSelector"] = new(StringComparer.Ordinal) { ["filter"] = Field.Required("Filter") },
        ["Filter"] = new(StringComparer.Ordinal)
        {
            ["must"] = Field.Optional("Condition[]"), ["should"] = Field.Optional("Condition[]"), ["must_not"] = Field.Optional("Condition[]"),
        },
        ["FieldCondition"] = new(StringComparer.Ordinal) { ["key"] = Field.Required("string"), ["match"] = Field.Required("MatchValue") },
        ["MatchValue"] = new(StringComparer.Ordinal) { ["value"] = Field.Required("ValueVariants") },
        ["HasIdCondition"] = new(StringComparer.Ordinal) { ["has_id"] = Field.Required("ExtendedPointId[]") },
        ["QueryRequestBatch"] = new(StringComparer.Ordinal) { ["searches"] = Field.Required("QueryRequest[]") },
        ["QueryRequest"] = new(StringComparer.Ordinal)
        {
            ["query"] = Field.Optional("NearestQuery"), ["filter"] = Field.Optional("Filter"), ["params"] = Field.Optional("SearchParams"),
            ["score_threshold"] = Field.Optional("float"), ["limit"] = Field.Optional("uint>=1"), ["offset"] = Field.Optional("uint"),
            ["with_payload"] = Field.Optional("WithPayloadInterface"), ["with_vector"] = Field.Optional("bool"),
        },
        ["NearestQuery"] = new(StringComparer.Ordinal) { ["nearest"] = Field.Required("float[]") },
        ["SearchParams"] = new(StringComparer.Ordinal) { ["exact"] = Field.Optional("bool") },
        ["ScrollRequest"] = new(StringComparer.Ordinal)
        {
            ["filter"] = Field.Optional("Filter"), ["limit"] = Field.Optional("uint>=1"), ["offset"] = Field.Optional("ExtendedPointId"),
            ["with_payload"] = Field.Optional("WithPayloadInterface"), ["with_vector"] = Field.Optional("bool"),
        },
        ["CountRequest"] = new(StringComparer.Ordinal) { ["filter"] = Field.Optional("Filter"), ["exact"] = Field.Optional("bool") },
    };

    // Method, path with {name} for the collection, query parameters, shape of the body.
    private static readonly (string Method, string Path, string[] Parameters, string? Body)[] Operations =
    [
        ("GET", "/", [], null),
        ("GET", "/collections/{name}/exists", [], null),
        ("GET", "/collections/{name}", [], null),
        ("PUT", "/collections/{name}", ["timeout"], "CreateCollection"),
        ("DELETE", "/collections/{name}", ["timeout"], null),
        ("PUT", "/collections/{name}/index", ["wait", "ordering", "timeout"], "CreateFieldIndex"),
        ("PUT", "/collections/{name}/points", ["wait", "ordering", "timeout"], "PointsList"),
        ("POST", "/collections/{name}/points/delete", ["wait", "ordering", "timeout"], "FilterSelector"),
        ("POST", "/collections/{name}/points/query", ["consistency", "timeout"], "QueryRequest"),
        ("POST", "/collections/{name}/points/query/batch", ["consistency", "timeout"], "QueryRequestBatch"),
        ("POST", "/collections/{name}/points/scroll", ["consistency", "timeout"], "ScrollRequest"),
        ("POST", "/collections/{name}/points/count", ["consistency", "timeout"], "CountRequest"),
    ];

    /// <summary>What of a request is not as described; nothing when all is.</summary>
    public static IEnumerable<string> Check(string method, string path, IEnumerable<KeyValuePair<string, string>> parameters, JsonElement? body)
    {
        var template = Template(path);
        var operation = Operations.FirstOrDefault(operation => operation.Method == method && operation.Path == template);
        if (operation.Path is null)
            return [$"{method} {template} is not described"];

        var found = parameters
            .Where(parameter => !operation.Parameters.Contains(parameter.Key) || (parameter.Key == "wait" && parameter.Value is not ("true" or "false"))
                || (parameter.Key == "timeout" && !(int.TryParse(parameter.Value, out var seconds) && seconds >= 1)))
            .Select(parameter => $"{method} {template}: ?{parameter.Key}={parameter.Value}")
            .ToList();
        if (operation.Body is null != body is null)
            found.Add($"{method} {template}: a body where none belongs, or none where one does");
        else if (operation.Body is not null)
            Check($"{method} {template}", operation.Body, body!.Value, found);
        return found;
    }

    private static string Template(string path)
    {
        var parts = path.Split('/');
        if (parts.Length > 2 && parts[1] == "collections")
            parts[2] = "{name}";
        return string.Join('/', parts);
    }

    private static void Check(string place, string shape, JsonElement value, List<string> found)
    {
        if (shape == "Condition[]" || shape == "ExtendedPointId[]" || shape == "PointStruct[]" || shape == "QueryRequest[]" || shape == "float[]")
        {
            if (value.ValueKind != JsonValueKind.Array)
                found.Add($"{place} must be a list");
            else
                foreach (var item in value.EnumerateArray())
                    Check(place + "[]", shape[..^2], item, found);
            return;
        }

        if (shape == "Condition")
            shape = value.TryGetProperty("key", out _) ? "FieldCondition" : value.TryGetProperty("has_id", out _) ? "HasIdCondition" : "Filter";
        if (Objects.TryGetValue(shape, out var fields))
            CheckObject(place, fields, value, found);
        else if (!IsScalar(shape, value))
            found.Add($"{place} is no {shape}: {value.GetRawText()[..Math.Min(60, value.GetRawText().Length)]}");
    }

    private static void CheckObject(string place, Dictionary<string, Field> fields, JsonElement value, List<string> found)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            found.Add($"{place} must be an object");
            return;
        }

        found.AddRange(fields.Where(field => field.Value.IsRequired && !value.TryGetProperty(field.Key, out _)).Select(field => $"{place}.{field.Key} is missing"));
        foreach (var property in value.EnumerateObject())
        {
            if (fields.TryGetValue(property.Name, out var field))
                Check($"{place}.{property.Name}", field.Shape, property.Value, found);
            else
                found.Add($"{place}.{property.Name} is not described");
        }
    }

    private static bool IsScalar(string shape, JsonElement value) => shape switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "float" => value.ValueKind == JsonValueKind.Number && float.IsFinite(value.GetSingle()),
        "uint" => value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out _),
        "uint>=1" => value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number) && number >= 1,
        "Distance" => value.ValueKind == JsonValueKind.String && value.GetString() is "Cosine" or "Euclid" or "Dot" or "Manhattan",
        "PayloadSchemaType" => value.ValueKind == JsonValueKind.String
            && value.GetString() is "keyword" or "integer" or "float" or "geo" or "text" or "bool" or "datetime" or "uuid",
        "ExtendedPointId" => value.ValueKind == JsonValueKind.Number ? value.TryGetUInt64(out _) : value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out _),
        "ValueVariants" => value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False || (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _)),
        "Payload" => value.ValueKind == JsonValueKind.Object,
        "WithPayloadInterface" => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)),
        _ => throw new InvalidOperationException($"The shape '{shape}' is not written down."),
    };

    private readonly record struct Field(string Shape, bool IsRequired)
    {
        public static Field Required(string shape) => new(shape, IsRequired: true);

        public static Field Optional(string shape) => new(shape, IsRequired: false);
    }
}
