#pragma warning disable CA1720 // The names are the original's.
using Google.Protobuf.Collections;

namespace Qdrant.Client.Grpc;

public enum Distance
{
    UnknownDistance = 0,
    Cosine = 1,
    Euclid = 2,
    Dot = 3,
    Manhattan = 4,
}

public enum PayloadSchemaType
{
    UnknownType = 0,
    Keyword = 1,
    Integer = 2,
    Float = 3,
    Geo = 4,
    Text = 5,
    Bool = 6,
    Datetime = 7,
    Uuid = 8,
}

public enum CollectionStatus
{
    UnknownCollectionStatus = 0,
    Green = 1,
    Yellow = 2,
    Red = 3,
    Grey = 4,
}

/// <summary>The one unnamed vector of each point.</summary>
public sealed class VectorParams
{
    public ulong Size { get; set; }

    public Distance Distance { get; set; }
}

public sealed class VectorsConfig
{
    /// <summary>Null when the collection's vectors have names.</summary>
    public VectorParams? Params { get; set; }
}

public sealed class CollectionParams
{
    public VectorsConfig? VectorsConfig { get; set; }
}

public sealed class CollectionConfig
{
    public CollectionParams? Params { get; set; }
}

public sealed class PayloadSchemaInfo
{
    public PayloadSchemaType DataType { get; set; }

    public ulong Points { get; set; }
}

public sealed class CollectionInfo
{
    public CollectionStatus Status { get; set; }

    public ulong PointsCount { get; set; }

    public CollectionConfig? Config { get; set; }

    public MapField<string, PayloadSchemaInfo> PayloadSchema { get; } = [];
}

public sealed class HealthCheckReply
{
    public string Title { get; set; } = "";

    public string Version { get; set; } = "";
}
