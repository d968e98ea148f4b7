using Microsoft.Extensions.Logging;

namespace ServiceDefaults;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Applied migration {Scope}/{Number} {Name}")]
    public static partial void MigrationApplied(ILogger logger, string scope, int number, string name);

    [LoggerMessage(2, LogLevel.Warning, "The outbox relay failed with {Error}; it tries again")]
    public static partial void OutboxRelayFailed(ILogger logger, string error);

    [LoggerMessage(3, LogLevel.Warning, "{Work} failed with {Error}; it is tried again")]
    public static partial void RecurringWorkFailed(ILogger logger, string work, string error);
}
