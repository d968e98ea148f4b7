namespace ChatCvService;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Deleted {Count} expired chat sessions")]
    public static partial void SessionsExpired(ILogger logger, int count);
}
