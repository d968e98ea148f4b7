using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Ai;

/// <summary>The engine that does the work, and the built-in one that stands in for it where <c>Ai:FallbackToBuiltIn</c> allows it.</summary>
/// <typeparam name="TEngine">The seam.</typeparam>
/// <param name="chosen">By the settings: the built-in engine or a language model.</param>
/// <param name="builtIn">Needs nobody.</param>
/// <param name="options">Section <c>Ai</c>.</param>
/// <param name="logger">Says which task fell back.</param>
public sealed class EngineChoice<TEngine>(TEngine chosen, TEngine builtIn, IOptions<AiOptions> options, ILogger logger)
    where TEngine : class
{
    /// <summary>Does a task whole with one engine: what belongs together is never half a model's and half the built-in engine's.</summary>
    /// <param name="task">For the log.</param>
    /// <param name="work">May run twice, with either engine.</param>
    /// <param name="mayFallBack">False while the task is better tried again later.</param>
    /// <exception cref="AiException">The language model failed, and nothing stands in for it.</exception>
    public async Task<T> RunAsync<T>(string task, Func<TEngine, Task<T>> work, bool mayFallBack = true)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await work(chosen);
        }
        catch (AiException exception) when (mayFallBack && options.Value.FallbackToBuiltIn)
        {
            Log.FellBack(logger, task, exception.Failure);
            AiTelemetry.FellBack(task, exception.Failure);
            return await work(builtIn);
        }
    }
}
