using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Ai;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The language model failed at {Task} ({Failure})")]
    public static partial void Failed(ILogger logger, string task, AiFailure failure);

    [LoggerMessage(2, LogLevel.Warning, "The built-in engine did {Task} because the language model failed ({Failure})")]
    public static partial void FellBack(ILogger logger, string task, AiFailure failure);

    [LoggerMessage(3, LogLevel.Information, "An answer of the language model at {Task} broke {Count} rules; it is asked once more")]
    public static partial void Repairing(ILogger logger, string task, int count);

    [LoggerMessage(4, LogLevel.Information, "The provider takes no JSON schema; from now on the schema stands in the prompt")]
    public static partial void SchemaInPrompt(ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "A call of the language model failed ({Failure}); another one follows in {Delay}")]
    public static partial void Retrying(ILogger logger, AiFailure failure, TimeSpan delay);

    [LoggerMessage(6, LogLevel.Information, "The language model {Model} of {Provider} writes beside the built-in engine")]
    public static partial void Chosen(ILogger logger, string model, string provider);
}
