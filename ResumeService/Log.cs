namespace ResumeService;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Resume {ResumeId} is stored; its index comes later ({Reason})")]
    public static partial void IndexDelayed(ILogger logger, long resumeId, string reason);

    [LoggerMessage(2, LogLevel.Warning, "No similarity for resume {ResumeId} ({Reason})")]
    public static partial void SimilarityMissing(ILogger logger, long resumeId, string reason);

    [LoggerMessage(3, LogLevel.Information, "Asked again for the index of {Count} resumes")]
    public static partial void IndexAskedAgain(ILogger logger, int count);

    [LoggerMessage(5, LogLevel.Information, "Stored resume {ResumeId} with {Chunks} chunks")]
    public static partial void ResumeStored(ILogger logger, long resumeId, int chunks);

    [LoggerMessage(6, LogLevel.Information, "An upload gave no text ({Reason})")]
    public static partial void UploadWithoutText(ILogger logger, string reason);
}
