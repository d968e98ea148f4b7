namespace InterviewService;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "No chunks of resume {ResumeId} ({Reason}); the questions come from the profile alone")]
    public static partial void SearchMissing(ILogger logger, long resumeId, string reason);

    [LoggerMessage(2, LogLevel.Warning, "ResumeService gave no analysis ({Reason})")]
    public static partial void AnalysisMissing(ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Warning, "No comparison of texts ({Reason}); the match score leaves it out")]
    public static partial void ComparisonMissing(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Interview {SessionId} could not be evaluated now ({Reason}); it is tried again")]
    public static partial void EvaluationDelayed(ILogger logger, Guid sessionId, string reason);

    [LoggerMessage(5, LogLevel.Information, "Asked again for the evaluation of {Count} interviews")]
    public static partial void EvaluationAskedAgain(ILogger logger, int count);

    [LoggerMessage(7, LogLevel.Warning, "A PDF could not be made ({Error})")]
    public static partial void PdfMissing(ILogger logger, string error);
}
