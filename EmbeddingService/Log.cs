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
}
