using System.Text.Json;
using Qdrant.Client.Grpc;

namespace Qdrant.Client.Rest;

/// <summary>Messages as the bodies of Qdrant's REST interface; names and shapes are those of its OpenAPI description.</summary>
internal static class RequestJson
{
    public static void WriteCollection(Utf8JsonWriter json, VectorParams vectors)
    {
        json.WriteStartObject();
        json.WriteStartObject("vectors");
        json.WriteNumber("size", vectors.Size);
        json.WriteString("distance", vectors.Distance.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteIndex(Utf8JsonWriter json, string field, PayloadSchemaType schema)
    {
        json.WriteStartObject();
        json.WriteString("field_name", field);
        json.WriteString("field_schema", schema.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    public static void WritePoints(Utf8JsonWriter json, IReadOnlyList<PointStruct> points)
    {
        json.WriteStartObject();
        json.WriteStartArray("points");
        foreach (var point in points)
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            WriteId(json, point.Id ?? throw new ArgumentException("A point has no id.", nameof(points)));
            json.WritePropertyName("vector");
            WriteVector(json, point.Vectors?.Vector?.Dense ?? throw new ArgumentException("A point has no vector.", nameof(points)));
            json.WriteStartObject("payload");
            foreach (var (name, value) in point.Payload)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteFilterSelector(Utf8JsonWriter json, Filter filter)
    {
        json.WriteStartObject();
        json.WritePropertyName("filter");
        WriteFilter(json, filter);
        json.WriteEndObject();
    }

    public static void WriteQueries(Utf8JsonWriter json, IReadOnlyList<QueryPoints> queries)
    {
        json.WriteStartObject();
        json.WriteStartArray("searches");
        foreach (var query in queries)
            WriteQuery(json, query);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteQuery(Utf8JsonWriter json, QueryPoints query)
    {
        json.WriteStartObject();
        if (query.Query?.Nearest?.Dense is { } vector)
        {
            json.WriteStartObject("query");
            json.WritePropertyName("nearest");
            WriteVector(json, vector);
            json.WriteEndObject();
        }

        WriteFilter(json, "filter", query.Filter);
        if (query.Params is { } search)
        {
            json.WriteStartObject("params");
            json.WriteBoolean("exact", search.Exact);
            json.WriteEndObject();
        }

        if (query.ScoreThreshold is { } threshold)
            json.WriteNumber("score_threshold", threshold);
        json.WriteNumber("limit", query.Limit);
        if (query.Offset > 0)
            json.WriteNumber("offset", query.Offset);
        WriteSelectors(json, query.WithPayload, query.WithVectors);
        json.WriteEndObject();
    }

    public static void WriteScroll(
        Utf8JsonWriter json, Filter? filter, uint limit, PointId? offset, WithPayloadSelector payload, WithVectorsSelector vectors)
    {
        json.WriteStartObject();
        WriteFilter(json, "filter", filter);
        json.WriteNumber("limit", limit);
        if (offset is not null)
        {
            json.WritePropertyName("offset");
            WriteId(json, offset);
        }

        WriteSelectors(json, payload, vectors);
        json.WriteEndObject();
    }

    public static void WriteCount(Utf8JsonWriter json, Filter? filter, bool exact)
    {
        json.WriteStartObject();
        WriteFilter(json, "filter", filter);
        json.WriteBoolean("exact", exact);
        json.WriteEndObject();
    }

    private static void WriteSelectors(Utf8JsonWriter json, WithPayloadSelector? payload, WithVectorsSelector? vectors)
    {
        if (payload?.Include is { } include)
        {
            json.WriteStartArray("with_payload");
            foreach (var field in include.Fields)
                json.WriteStringValue(field);
            json.WriteEndArray();
        }
        else
        {
            json.WriteBoolean("with_payload", payload?.Enable == true);
        }

        json.WriteBoolean("with_vector", vectors?.Enable == true);
    }

    private static void WriteFilter(Utf8JsonWriter json, string name, Filter? filter)
    {
        if (filter is null)
            return;
        json.WritePropertyName(name);
        WriteFilter(json, filter);
    }

    private static void WriteFilter(Utf8JsonWriter json, Filter filter)
    {
        json.WriteStartObject();
        WriteConditions("must", filter.Must);
        WriteConditions("should", filter.Should);
        WriteConditions("must_not", filter.MustNot);
        json.WriteEndObject();

        void WriteConditions(string name, IReadOnlyCollection<Condition> conditions)
        {
            if (conditions.Count == 0)
                return;
            json.WriteStartArray(name);
            foreach (var condition in conditions)
                WriteCondition(json, condition);
            json.WriteEndArray();
        }
    }

    private static void WriteCondition(Utf8JsonWriter json, Condition condition)
    {
        switch (condition)
        {
            case { Filter: { } filter }:
                WriteFilter(json, filter);
                break;
            case { HasId: { } hasId }:
                json.WriteStartObject();
                json.WriteStartArray("has_id");
                foreach (var id in hasId.HasId)
                    WriteId(json, id);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case { Field: { Match: { } match } field }:
                json.WriteStartObject();
                json.WriteString("key", field.Key);
                json.WriteStartObject("match");
                if (match.Keyword is { } keyword)
                    json.WriteString("value", keyword);
                else if (match.Integer is { } integer)
                    json.WriteNumber("value", integer);
                else
                    json.WriteBoolean("value", match.Boolean ?? throw new ArgumentException("A match has no value.", nameof(condition)));
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentException("A condition asks for nothing.", nameof(condition));
        }
    }

    private static void WriteId(Utf8JsonWriter json, PointId id)
    {
        if (id.HasNum)
            json.WriteNumberValue(id.Num);
        else
            json.WriteStringValue(id.Uuid);
    }

    private static void WriteVector(Utf8JsonWriter json, DenseVector vector)
    {
        json.WriteStartArray();
        foreach (var component in vector.Data)
            json.WriteNumberValue(component);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                json.WriteStringValue(value.StringValue);
                break;
            case Value.KindOneofCase.IntegerValue:
                json.WriteNumberValue(value.IntegerValue);
                break;
            case Value.KindOneofCase.DoubleValue:
                json.WriteNumberValue(value.DoubleValue);
                break;
            case Value.KindOneofCase.BoolValue:
                json.WriteBooleanValue(value.BoolValue);
                break;
            case Value.KindOneofCase.ListValue:
                json.WriteStartArray();
                foreach (var item in value.ListValue!.Values)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            case Value.KindOneofCase.StructValue:
                json.WriteStartObject();
                foreach (var (name, field) in value.StructValue!.Fields)
                {
                    json.WritePropertyName(name);
                    WriteValue(json, field);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
