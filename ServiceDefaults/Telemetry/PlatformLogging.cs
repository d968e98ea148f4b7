using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Log lines without what an exception carries: its message may quote a resume, a connection string or a prompt. What stays is its type, the event and the
/// ids; the trace of the request says where it happened.
/// </summary>
internal static class PlatformLogging
{
    private static readonly Dictionary<string, string?> Levels = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:Npgsql"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
        ["Logging:LogLevel:Yarp"] = "Warning",
    };

    public static void AddPlatformLogging(this WebApplicationBuilder builder)
    {
        // First, so that every other source of configuration wins.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        builder.Logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName);
    }

    /// <summary>The types of an exception and of those inside it, outermost first.</summary>
    private static string TypesOf(Exception exception)
    {
        var types = new List<string>();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
            types.Add(inner.GetType().Name);
        return string.Join(" < ", types);
    }

    private sealed class LineFormatter() : ConsoleFormatter(FormatterName)
    {
        public const string FormatterName = "platform";

        public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
        {
            textWriter.Write(logEntry.LogLevel switch
            {
                LogLevel.Trace => "trce ",
                LogLevel.Debug => "dbug ",
                LogLevel.Information => "info ",
                LogLevel.Warning => "warn ",
                LogLevel.Error => "fail ",
                _ => "crit ",
            });
            textWriter.Write(logEntry.Category);
            textWriter.Write(": ");
            textWriter.Write(logEntry.Formatter(logEntry.State, null).ReplaceLineEndings(" "));
            if (logEntry.Exception is { } exception)
                textWriter.Write($" ({TypesOf(exception)})");
            textWriter.WriteLine();
        }
    }

    /// <summary>The same rule for logs that leave over OTLP.</summary>
    internal sealed class ExceptionTypesOnly : BaseProcessor<LogRecord>
    {
        public override void OnEnd(LogRecord data)
        {
            if (data.Exception is not { } exception)
                return;
            data.Attributes = [.. data.Attributes ?? [], new KeyValuePair<string, object?>("exception.type", TypesOf(exception))];
            data.Exception = null;
        }
    }
}
