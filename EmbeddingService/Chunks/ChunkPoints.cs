using EmbeddingService.Contracts;
using EmbeddingService.Persistence;
using Qdrant.Client.Grpc;

namespace EmbeddingService.Chunks;

/// <summary>Chunks as points of Qdrant, and the filters that name them.</summary>
internal static class ChunkPoints
{
    public const string User = "user";
    public const string Resume = "resume";
    public const string Revision = "revision";
    public const string Model = "model";
    public const string Number = "number";
    public const string Text = "text";

    /// <summary>What a hit needs of its point.</summary>
    public static readonly string[] HitFields = [Number, Text];

    /// <summary>What a hit needs of its point when its text is known from another.</summary>
    public static readonly string[] NumberField = [Number];

    public static PointStruct Of(ResumeIndexed index, EmbeddedChunk chunk) => new()
    {
        Id = PointIds.Of(index, chunk.Number),
        Vectors = chunk.Vector.ToArray(),
        Payload =
        {
            [User] = index.UserId,
            [Resume] = index.ResumeId,
            [Revision] = (long)index.Revision,
            [Model] = index.Model,
            [Number] = (long)chunk.Number,
            [Text] = chunk.Text,
        },
    };

    public static Filter Filter(ResumeIndexed index) => new()
    {
        Must =
        {
            Conditions.Match(User, index.UserId),
            Conditions.Match(Resume, index.ResumeId),
            Conditions.Match(Revision, (long)index.Revision),
            Conditions.MatchKeyword(Model, index.Model),
        },
    };

    public static Filter Filter(QdrantLeftover leftover)
    {
        var filter = new Filter { Must = { Conditions.Match(User, leftover.UserId) } };
        if (leftover.ResumeId is { } resume)
            filter.Must.Add(Conditions.Match(Resume, resume));
        if (leftover.Revision is { } revision)
            filter.Must.Add(Conditions.Match(Revision, (long)revision));
        if (leftover.Model is { } model)
            filter.Must.Add(Conditions.MatchKeyword(Model, model));
        return filter;
    }

    public static EmbeddedChunk Chunk(RetrievedPoint point) =>
        new((int)point.Payload[Number].IntegerValue, point.Payload[Text].StringValue, point.Vectors!.Vector!.GetDenseVector()!.Data.ToArray());

    public static ScoredChunk Hit(ScoredPoint point) => new(NumberOf(point), point.Payload[Text].StringValue, point.Score);

    public static int NumberOf(ScoredPoint point) => (int)point.Payload[Number].IntegerValue;
}
