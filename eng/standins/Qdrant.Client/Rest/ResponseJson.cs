using System.Text.Json;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace Qdrant.Client.Rest;

/// <summary>Answers of Qdrant's REST interface as messages.</summary>
internal static class ResponseJson
{
    public static UpdateResult ReadUpdate(JsonElement result) => new()
    {
        OperationId = result.TryGetProperty("operation_id", out var id) && id.ValueKind == JsonValueKind.Number ? id.GetUInt64() : 0,
        Status = result.GetProperty("status").GetString() switch
        {
            "completed" => UpdateStatus.Completed,
            "acknowledged" => UpdateStatus.Acknowledged,
            "wait_timeout" => UpdateStatus.WaitTimeout,
            _ => UpdateStatus.UnknownUpdateStatus,
        },
    };

    public static CollectionInfo ReadCollection(JsonElement result)
    {
        var info = new CollectionInfo
        {
            Status = Enum.TryParse<CollectionStatus>(result.GetProperty("status").GetString(), ignoreCase: true, out var status) ? status : default,
            PointsCount = result.TryGetProperty("points_count", out var points) && points.ValueKind == JsonValueKind.Number ? points.GetUInt64() : 0,
            Config = new() { Params = new() { VectorsConfig = new() { Params = ReadVectorParams(result.GetProperty("config").GetProperty("params")) } } },
        };
        if (result.TryGetProperty("payload_schema", out var schema))
        {
            foreach (var field in schema.EnumerateObject())
            {
                info.PayloadSchema.Add(field.Name, new PayloadSchemaInfo
                {
                    DataType = Enum.TryParse<PayloadSchemaType>(field.Value.GetProperty("data_type").GetString(), ignoreCase: true, out var type) ? type : default,
                    Points = field.Value.TryGetProperty("points", out var count) ? count.GetUInt64() : 0,
                });
            }
        }

        return info;
    }

    public static BatchResult ReadScored(JsonElement result)
    {
        var batch = new BatchResult();
        foreach (var point in result.GetProperty("points").EnumerateArray())
        {
            var scored = new ScoredPoint
            {
                Id = ReadId(point.GetProperty("id")),
                Score = point.GetProperty("score").GetSingle(),
                Version = point.GetProperty("version").GetUInt64(),
                Vectors = ReadVectors(point),
            };
            ReadPayload(point, scored.Payload);
            batch.Result.Add(scored);
        }

        return batch;
    }

    public static ScrollResponse ReadScroll(JsonElement result)
    {
        var page = new ScrollResponse();
        if (result.TryGetProperty("next_page_offset", out var next) && next.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            page.NextPageOffset = ReadId(next);
        foreach (var point in result.GetProperty("points").EnumerateArray())
        {
            var retrieved = new RetrievedPoint { Id = ReadId(point.GetProperty("id")), Vectors = ReadVectors(point) };
            ReadPayload(point, retrieved.Payload);
            page.Result.Add(retrieved);
        }

        return page;
    }

    private static VectorParams? ReadVectorParams(JsonElement parameters) =>
        parameters.TryGetProperty("vectors", out var vectors) && vectors.TryGetProperty("size", out var size) && size.ValueKind == JsonValueKind.Number
            ? new VectorParams
            {
                Size = size.GetUInt64(),
                Distance = Enum.TryParse<Distance>(vectors.GetProperty("distance").GetString(), ignoreCase: true, out var distance) ? distance : default,
            }
            : null;

    private static PointId ReadId(JsonElement id) => id.ValueKind == JsonValueKind.Number ? id.GetUInt64() : new PointId { Uuid = id.GetString()! };

    private static VectorsOutput? ReadVectors(JsonElement point)
    {
        if (!point.TryGetProperty("vector", out var vector) || vector.ValueKind != JsonValueKind.Array)
            return null;

        var dense = new DenseVector();
        foreach (var component in vector.EnumerateArray())
            dense.Data.Add(component.GetSingle());
        return new VectorsOutput { Vector = new VectorOutput { Dense = dense } };
    }

    private static void ReadPayload(JsonElement point, MapField<string, Value> payload)
    {
        if (!point.TryGetProperty("payload", out var fields) || fields.ValueKind != JsonValueKind.Object)
            return;
        foreach (var field in fields.EnumerateObject())
            payload.Add(field.Name, ReadValue(field.Value));
    }

    private static Value ReadValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString()!;
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            case JsonValueKind.Number when value.TryGetInt64(out var integer):
                return integer;
            case JsonValueKind.Number:
                return value.GetDouble();
            case JsonValueKind.Array:
                return new Value { ListValue = new ListValue { Values = { value.EnumerateArray().Select(ReadValue) } } };
            case JsonValueKind.Object:
                var fields = new Struct();
                foreach (var field in value.EnumerateObject())
                    fields.Fields.Add(field.Name, ReadValue(field.Value));
                return new Value { StructValue = fields };
            default:
                return Value.Null();
        }
    }
}
