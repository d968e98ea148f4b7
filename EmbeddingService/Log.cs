namespace EmbeddingService;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Indexed resume {ResumeId} revision {Revision}: {Chunks} chunks with {Model}")]
    public static partial void ResumeIndexed(ILogger logger, long resumeId, int revision, int chunks, string model);

    [LoggerMessage(2, LogLevel.Information, "Resume {ResumeId} is gone; its vectors are removed")]
    public static partial void ResumeGone(ILogger logger, long resumeId);

    [LoggerMessage(3, LogLevel.Information, "Resume {ResumeId} revision {Revision} was not stored: it is erased, or a newer revision is there")]
    public static partial void IndexRefused(ILogger logger, long resumeId, int revision);

    [LoggerMessage(4, LogLevel.Warning, "The chunks of resume {ResumeId} could not be had ({Reason})")]
    public static partial void ChunksMissing(ILogger logger, long resumeId, string reason);

    [LoggerMessage(5, LogLevel.Information, "Made Qdrant's collection {Collection}; {Lost} resumes that had been in it are to be embedded anew")]
    public static partial void CollectionMade(ILogger logger, string collection, int lost);

    [LoggerMessage(6, LogLevel.Warning, "Qdrant no longer has all vectors of resume {ResumeId}; they are made again")]
    public static partial void VectorsLost(ILogger logger, long resumeId);

    [LoggerMessage(7, LogLevel.Warning, "What is left of user {UserId} in Qdrant could not be deleted ({Reason}); it stays on the list")]
    public static partial void LeftoversKept(ILogger logger, long userId, string reason);

    [LoggerMessage(8, LogLevel.Warning, "Clearing away what is left in Qdrant failed ({Reason}); it is tried again")]
    public static partial void SweepFailed(ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Information, "Embedded {Resumes} resumes anew with {Model}")]
    public static partial void EmbeddedAnew(ILogger logger, int resumes, string model);

    [LoggerMessage(10, LogLevel.Warning, "Resume {ResumeId} could not be embedded anew ({Reason}); it is tried again")]
    public static partial void NotEmbeddedAnew(ILogger logger, long resumeId, string reason);

    [LoggerMessage(11, LogLevel.Warning, "Looking for resumes to embed anew failed ({Reason}); it is tried again")]
    public static partial void StaleIndexesUnknown(ILogger logger, string reason);

    [LoggerMessage(12, LogLevel.Warning, "Resume {ResumeId} revision {Revision} was given up after its last attempt ({Reason})")]
    public static partial void IndexingGivenUp(ILogger logger, long resumeId, int revision, string reason);

    [LoggerMessage(20, LogLevel.Information, "Embedding with {File} in ONNX Runtime, {Manner} (version {Version})")]
    public static partial void ModelChosen(ILogger logger, string file, string version, string manner);

    [LoggerMessage(21, LogLevel.Information, "Embedding with the built-in model (version {Version})")]
    public static partial void BuiltInChosen(ILogger logger, string version);

    [LoggerMessage(22, LogLevel.Warning, "The ONNX model is not used: {Reason} ({Cause})")]
    public static partial void BuiltInInstead(ILogger logger, string reason, string? cause);

    [LoggerMessage(23, LogLevel.Information, "Fetching {File}: {Percent} % of {Megabytes:F1} MB")]
    public static partial void ModelArriving(ILogger logger, string file, long percent, double megabytes);

    [LoggerMessage(24, LogLevel.Information, "The model has arrived in {Folder}")]
    public static partial void ModelFetched(ILogger logger, string folder);

    [LoggerMessage(25, LogLevel.Warning, "Refused a request: too many texts wait for the embedding model")]
    public static partial void QueueFull(ILogger logger);
}
