using System.Text.Json.Nodes;

namespace Gateway.ApiDocs;

internal static class OpenApiDocuments
{
    private const string SchemaReference = "#/components/schemas/";

    /// <summary>
    /// Changes <paramref name="document"/> for use through the gateway: its server is the place it is read from, and <c>/internal</c> paths are gone with the
    /// schemas that only they use.
    /// </summary>
    public static JsonObject MakePublic(JsonObject document)
    {
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "/" });
        if (document["paths"] is not JsonObject paths)
            return document;

        foreach (var path in paths.Select(path => path.Key).Where(IsInternal).ToList())
            paths.Remove(path);
        if (document["components"]?["schemas"] is JsonObject schemas)
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            CollectSchemas(paths, schemas, used);
            foreach (var unused in schemas.Select(schema => schema.Key).Where(name => !used.Contains(name)).ToList())
                schemas.Remove(unused);
        }

        return document;
    }

    private static bool IsInternal(string path) => new PathString(path).StartsWithSegments("/internal", StringComparison.OrdinalIgnoreCase);

    private static void CollectSchemas(JsonNode? node, JsonObject schemas, HashSet<string> used)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, value) in item)
                {
                    if (name == "$ref" && value?.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is var reference
                        && reference.StartsWith(SchemaReference, StringComparison.Ordinal) && used.Add(reference[SchemaReference.Length..]))
                    {
                        CollectSchemas(schemas[reference[SchemaReference.Length..]], schemas, used);
                    }

                    CollectSchemas(value, schemas, used);
                }

                break;
            case JsonArray items:
                foreach (var each in items)
                    CollectSchemas(each, schemas, used);
                break;
        }
    }
}
