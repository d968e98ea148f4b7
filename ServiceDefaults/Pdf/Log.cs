using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Pdf;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Chromium {Version} is ready for PDFs")]
    public static partial void BrowserStarted(ILogger logger, string version);

    [LoggerMessage(2, LogLevel.Warning, "Chromium ended by itself or hung; another one is started for the next document")]
    public static partial void BrowserLost(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "Chromium could not be started ({Error}); see docs/cv-documents.md")]
    public static partial void BrowserUnavailable(ILogger logger, string error);
}
