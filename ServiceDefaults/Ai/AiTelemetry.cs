using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Ai;

/// <summary>
/// What is measured of the language model, by OpenTelemetry's conventions for generative AI where they have a name for it (<c>gen_ai.*</c>). Never a prompt,
/// an answer or a key.
/// </summary>
internal static class AiTelemetry
{
    private static readonly Histogram<double> Duration = PlatformTelemetry.Meter.CreateHistogram<double>(
        "gen_ai.client.operation.duration", "s", "Time of a call of the language model, further calls included.");

    private static readonly Histogram<long> Tokens = PlatformTelemetry.Meter.CreateHistogram<long>(
        "gen_ai.client.token.usage", "{token}", "Tokens of a call, by gen_ai.token.type.");

    private static readonly Counter<long> Retries = PlatformTelemetry.Meter.CreateCounter<long>(
        "platform.ai.retries", "{call}", "Further calls after one that failed for the moment.");

    private static readonly Counter<long> Repairs = PlatformTelemetry.Meter.CreateCounter<long>(
        "platform.ai.repairs", "{answer}", "Answers that broke the rules and were asked for once more.");

    private static readonly Counter<long> Failures = PlatformTelemetry.Meter.CreateCounter<long>(
        "platform.ai.failures", "{task}", "Tasks that the language model did not do.");

    private static readonly Counter<long> Fallbacks = PlatformTelemetry.Meter.CreateCounter<long>(
        "platform.ai.fallbacks", "{task}", "Tasks that the built-in engine did in place of the language model.");

    public static void Retried(AiFailure failure) => Retries.Add(1, ErrorType(failure));

    public static void Repaired(string task) => Repairs.Add(1, Task(task));

    public static void Failed(string task, AiFailure failure) => Failures.Add(1, Task(task), ErrorType(failure));

    public static void FellBack(string task, AiFailure failure) => Fallbacks.Add(1, Task(task), ErrorType(failure));

    public static Activity? Start(ChatClientMetadata metadata)
    {
        var activity = PlatformTelemetry.Source.StartActivity($"chat {metadata.DefaultModelId}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.provider.name", metadata.ProviderName).SetTag("gen_ai.request.model", metadata.DefaultModelId)
            .SetTag("server.address", metadata.ProviderUri?.Host).SetTag("server.port", metadata.ProviderUri?.Port);
        return activity;
    }

    public static void Ended(Activity? activity, ChatClientMetadata metadata, TimeSpan elapsed, ChatResponse? response, string? errorType)
    {
        var tags = new TagList
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", metadata.ProviderName },
            { "gen_ai.request.model", metadata.DefaultModelId },
        };
        if (response?.ModelId is { Length: > 0 } model)
            tags.Add("gen_ai.response.model", model);
        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
            activity?.SetTag("error.type", errorType).SetStatus(ActivityStatusCode.Error);
        }

        Duration.Record(elapsed.TotalSeconds, tags);
        Count("input", response?.Usage?.InputTokenCount);
        Count("output", response?.Usage?.OutputTokenCount);
        if (response is null)
            return;
        activity?.SetTag("gen_ai.response.model", response.ModelId).SetTag("gen_ai.response.finish_reasons", new[] { response.FinishReason?.Value ?? "" })
            .SetTag("gen_ai.usage.input_tokens", response.Usage?.InputTokenCount).SetTag("gen_ai.usage.output_tokens", response.Usage?.OutputTokenCount);

        void Count(string type, long? count)
        {
            if (count is { } tokens)
                Tokens.Record(tokens, [.. tags, new("gen_ai.token.type", type)]);
        }
    }

    private static KeyValuePair<string, object?> Task(string task) => new("platform.ai.task", task);

    private static KeyValuePair<string, object?> ErrorType(AiFailure failure) => new("error.type", failure.ToString());
}

/// <summary>Traces and measures each call.</summary>
internal sealed class MeasuredChatClient(IChatClient inner, TimeProvider time) : DelegatingChatClient(inner)
{
    private readonly ChatClientMetadata _metadata = (ChatClientMetadata?)inner.GetService(typeof(ChatClientMetadata)) ?? new ChatClientMetadata();

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var activity = AiTelemetry.Start(_metadata);
        var start = time.GetTimestamp();
        ChatResponse? response = null;
        var errorType = "cancelled";
        try
        {
            response = await base.GetResponseAsync(messages, options, cancellationToken);
            errorType = null;
            return response;
        }
        catch (AiException exception)
        {
            errorType = exception.Failure.ToString();
            throw;
        }
        finally
        {
            AiTelemetry.Ended(activity, _metadata, time.GetElapsedTime(start), response, errorType);
        }
    }
}
