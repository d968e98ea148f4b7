namespace InterviewService;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "No chunks of resume {ResumeId} ({Reason}); the questions come from the profile alone")]
    public static partial void SearchMissing(ILogger logger, long resumeId, string reason);

    [LoggerMessage(2, LogLevel.Warning, "ResumeService gave no analysis ({Reason})")]
    public static partial void AnalysisMissing(ILogger logger, string reason);
}
