using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Testing.Doubles.Qdrant;

/// <param name="Id">A UUID in its usual spelling, or a number.</param>
/// <param name="Vector">As stored: of unit length where the collection compares by cosine.</param>
/// <param name="Payload">Any object.</param>
/// <param name="Version">Number of the operation that wrote it.</param>
internal sealed record QdrantPoint(string Id, bool IsNumber, float[] Vector, JsonObject Payload, ulong Version)
{
    public JsonNode IdNode => IsNumber ? JsonValue.Create(ulong.Parse(Id, System.Globalization.CultureInfo.InvariantCulture)) : JsonValue.Create(Id);
}

/// <summary>The points of a collection with one unnamed vector.</summary>
internal sealed class QdrantPoints(int size, string distance)
{
    // Ordered by id, as scrolling is.
    private readonly SortedDictionary<string, QdrantPoint> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _indexes = new(StringComparer.Ordinal);
    private ulong _version;

    public IEnumerable<QdrantPoint> All => _points.Values;

    public JsonObject Describe() => new()
    {
        ["status"] = "green",
        ["optimizer_status"] = "ok",
        ["points_count"] = _points.Count,
        ["segments_count"] = 1,
        ["config"] = new JsonObject { ["params"] = new JsonObject { ["vectors"] = new JsonObject { ["size"] = size, ["distance"] = distance } } },
        ["payload_schema"] = new JsonObject(_indexes.Select(index =>
            KeyValuePair.Create(index.Key, (JsonNode?)new JsonObject { ["data_type"] = index.Value, ["points"] = _points.Values.Count(point => point.Payload.ContainsKey(index.Key)) }))),
    };

    public void Index(JsonElement body) => _indexes[body.GetProperty("field_name").GetString()!] = body.GetProperty("field_schema").GetString()!;

    public void Upsert(JsonElement points)
    {
        // The whole request is checked before any of it is stored.
        var read = points.EnumerateArray().Select(Read).ToList();
        _version++;
        foreach (var point in read)
            _points[point.Id] = point with { Version = _version };
    }

    public void Delete(JsonElement filter)
    {
        _version++;
        foreach (var point in _points.Values.Where(point => Matches(filter, point)).ToList())
            _points.Remove(point.Id);
    }

    public IEnumerable<QdrantPoint> Matching(JsonElement body) =>
        body.TryGetProperty("filter", out var filter) ? _points.Values.Where(point => Matches(filter, point)) : _points.Values;

    public JsonNode Query(JsonElement body)
    {
        var query = Checked(body.GetProperty("query").GetProperty("nearest"));
        var limit = body.TryGetProperty("limit", out var most) ? most.GetInt32() : 10;
        var hits = Matching(body)
            .Select(point => (Point: point, Score: Dot(query, point.Vector)))
            // Ids are hashes, so equal scores come in no order that means anything.
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Point.Id, StringComparer.Ordinal)
            .Take(limit);
        return new JsonObject
        {
            ["points"] = new JsonArray([.. hits.Select(hit =>
            {
                var shown = Show(hit.Point, body);
                shown["score"] = hit.Score;
                shown["version"] = hit.Point.Version;
                return shown;
            })]),
        };
    }

    public JsonNode Scroll(JsonElement body)
    {
        var limit = body.TryGetProperty("limit", out var most) ? most.GetInt32() : 10;
        var from = body.TryGetProperty("offset", out var offset) && offset.ValueKind != JsonValueKind.Null ? offset.ToString() : "";
        var page = Matching(body).Where(point => string.CompareOrdinal(point.Id, from) >= 0).Take(limit + 1).ToList();
        return new JsonObject
        {
            ["points"] = new JsonArray([.. page.Take(limit).Select(point => Show(point, body))]),
            ["next_page_offset"] = page.Count > limit ? page[limit].IdNode : null,
        };
    }

    private static JsonObject Show(QdrantPoint point, JsonElement body)
    {
        var shown = new JsonObject { ["id"] = point.IdNode };
        if (body.TryGetProperty("with_payload", out var payload))
        {
            if (payload.ValueKind == JsonValueKind.True)
                shown["payload"] = point.Payload.DeepClone();
            else if (payload.ValueKind == JsonValueKind.Array)
                shown["payload"] = new JsonObject(payload.EnumerateArray().Select(field => field.GetString()!).Where(point.Payload.ContainsKey)
                    .Select(field => KeyValuePair.Create(field, point.Payload[field]?.DeepClone())));
        }

        if (body.TryGetProperty("with_vector", out var vector) && vector.ValueKind == JsonValueKind.True)
            shown["vector"] = new JsonArray([.. point.Vector.Select(component => (JsonNode)component)]);
        return shown;
    }

    private static bool Matches(JsonElement filter, QdrantPoint point)
    {
        var must = Conditions("must").All(condition => Holds(condition, point));
        var mustNot = !Conditions("must_not").Any(condition => Holds(condition, point));
        var should = Conditions("should");
        return must && mustNot && (should.Count == 0 || should.Any(condition => Holds(condition, point)));

        List<JsonElement> Conditions(string name) => filter.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
    }

    private static bool Holds(JsonElement condition, QdrantPoint point)
    {
        if (condition.TryGetProperty("has_id", out var ids))
            return ids.EnumerateArray().Any(id => id.ToString() == point.Id);
        if (!condition.TryGetProperty("key", out var key))
            return Matches(condition, point);

        var wanted = condition.GetProperty("match").GetProperty("value");
        return point.Payload[key.GetString()!] is JsonValue held && JsonElement.DeepEquals(JsonSerializer.SerializeToElement(held), wanted);
    }

    private static float Dot(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    private QdrantPoint Read(JsonElement point)
    {
        var id = point.GetProperty("id");
        if (id.ValueKind != JsonValueKind.Number && !Guid.TryParse(id.GetString(), out _))
            throw new QdrantRefusal(StatusCodes.Status400BadRequest, $"Format error in JSON body: value {id} is not a valid point ID, valid values are either an unsigned integer or a UUID");
        var payload = point.TryGetProperty("payload", out var fields) ? JsonObject.Create(fields.Clone())! : [];
        return new QdrantPoint(id.ToString(), id.ValueKind == JsonValueKind.Number, Checked(point.GetProperty("vector")), payload, Version: 0);
    }

    private float[] Checked(JsonElement vector)
    {
        var values = vector.EnumerateArray().Select(component => component.GetSingle()).ToArray();
        if (values.Length != size)
            throw new QdrantRefusal(StatusCodes.Status400BadRequest, $"Wrong input: Vector dimension error: expected dim: {size}, got {values.Length}");
        if (distance != "Cosine")
            return values;

        var length = MathF.Sqrt(values.Sum(value => value * value));
        return length > 0 ? [.. values.Select(value => value / length)] : values;
    }
}
