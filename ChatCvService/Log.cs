namespace ChatCvService;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Deleted {Count} expired chat sessions")]
    public static partial void SessionsExpired(ILogger logger, int count);

    [LoggerMessage(11, LogLevel.Warning, "ResumeService did not answer ({Error}); a conversation can only start from scratch")]
    public static partial void ResumeMissing(ILogger logger, string error);
}
