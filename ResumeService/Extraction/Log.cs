namespace ResumeService.Extraction;

/// <summary>What happened to workers. Of documents nothing is ever written here, not even a name.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2100, Level = LogLevel.Warning, Message = "Extraction worker {WorkerId} reached its time limit and is replaced")]
    public static partial void TimedOut(ILogger logger, int workerId);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Extraction worker {WorkerId} reached its memory limit and is replaced")]
    public static partial void TookTooMuchMemory(ILogger logger, int workerId);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "Extraction worker {WorkerId} died and is replaced")]
    public static partial void Died(ILogger logger, int workerId);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "A document was refused: {MaxWaiting} are waiting for a worker already")]
    public static partial void Refused(ILogger logger, int maxWaiting);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Warning, Message = "A document waited {WaitLimit} for a worker and was refused")]
    public static partial void WaitedInVain(ILogger logger, TimeSpan waitLimit);
}
