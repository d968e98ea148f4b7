using System.Globalization;
using Google.Protobuf.Collections;

#pragma warning disable CA2225, MA0095 // The conversions are the original's, which has no named alternates.
namespace Qdrant.Client.Grpc;

public sealed class PointId
{
    public bool HasNum { get; private set; }

    public ulong Num
    {
        get;
        set => (field, HasNum) = (value, true);
    }

    public string Uuid { get; set; } = "";

    public static implicit operator PointId(ulong id) => new() { Num = id };

    public static implicit operator PointId(Guid id) => new() { Uuid = id.ToString() };

    public override string ToString() => HasNum ? Num.ToString(CultureInfo.InvariantCulture) : Uuid;
}

public sealed class DenseVector
{
    public RepeatedField<float> Data { get; } = [];
}

public sealed class Vector
{
    public DenseVector? Dense { get; set; }

    public static implicit operator Vector(float[] values) => new() { Dense = new() { Data = { values } } };
}

/// <summary>What is stored of a point: here the one unnamed dense vector.</summary>
public sealed class Vectors
{
    public Vector? Vector { get; set; }

    public static implicit operator Vectors(float[] values) => new() { Vector = values };
}

public sealed class VectorOutput
{
    public DenseVector? Dense { get; set; }

    public DenseVector? GetDenseVector() => Dense;
}

public sealed class VectorsOutput
{
    public VectorOutput? Vector { get; set; }
}

public sealed class PointStruct
{
    public PointId? Id { get; set; }

    public Vectors? Vectors { get; set; }

    public MapField<string, Value> Payload { get; } = [];
}

public sealed class RetrievedPoint
{
    public PointId Id { get; set; } = new();

    public MapField<string, Value> Payload { get; } = [];

    /// <summary>Null when it was not asked for.</summary>
    public VectorsOutput? Vectors { get; set; }
}

public sealed class ScoredPoint
{
    public PointId Id { get; set; } = new();

    public MapField<string, Value> Payload { get; } = [];

    public float Score { get; set; }

    public ulong Version { get; set; }

    /// <summary>Null when it was not asked for.</summary>
    public VectorsOutput? Vectors { get; set; }
}

public sealed class ScrollResponse
{
    /// <summary>Where the next page begins; null after the last.</summary>
    public PointId? NextPageOffset { get; set; }

    public RepeatedField<RetrievedPoint> Result { get; } = [];
}

public sealed class BatchResult
{
    public RepeatedField<ScoredPoint> Result { get; } = [];
}

public enum UpdateStatus
{
    UnknownUpdateStatus = 0,
    Acknowledged = 1,
    Completed = 2,
    ClockRejected = 3,
    WaitTimeout = 4,
}

public sealed class UpdateResult
{
    public ulong OperationId { get; set; }

    public UpdateStatus Status { get; set; }
}

public sealed class VectorInput
{
    public DenseVector? Dense { get; set; }

    public static implicit operator VectorInput(float[] values) => new() { Dense = new() { Data = { values } } };
}

/// <summary>What to look for; here the nearest neighbours of a vector.</summary>
public sealed class Query
{
    public VectorInput? Nearest { get; set; }

    public static implicit operator Query(VectorInput input) => new() { Nearest = input };

    public static implicit operator Query(float[] values) => new() { Nearest = values };
}

public sealed class SearchParams
{
    /// <summary>Compares every vector that the filter lets through.</summary>
    public bool Exact { get; set; }
}

public sealed class QueryPoints
{
    public string CollectionName { get; set; } = "";

    public Query? Query { get; set; }

    public Filter? Filter { get; set; }

    public SearchParams? Params { get; set; }

    public float? ScoreThreshold { get; set; }

    public ulong Limit { get; set; } = 10;

    public ulong Offset { get; set; }

    public WithVectorsSelector? WithVectors { get; set; }

    public WithPayloadSelector? WithPayload { get; set; }
}

public sealed class PayloadIncludeSelector
{
    public RepeatedField<string> Fields { get; } = [];
}

public sealed class WithPayloadSelector
{
    public bool Enable { get; set; }

    public PayloadIncludeSelector? Include { get; set; }

    public static implicit operator WithPayloadSelector(bool enable) => new() { Enable = enable };

    public static implicit operator WithPayloadSelector(string[] fields) => new() { Include = new() { Fields = { fields } } };
}

public sealed class WithVectorsSelector
{
    public bool Enable { get; set; }

    public static implicit operator WithVectorsSelector(bool enable) => new() { Enable = enable };
}
