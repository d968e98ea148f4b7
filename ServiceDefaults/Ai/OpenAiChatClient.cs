using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using Message = Microsoft.Extensions.AI.ChatMessage;
using Role = Microsoft.Extensions.AI.ChatRole;

namespace ServiceDefaults.Ai;

/// <summary>
/// <see cref="IChatClient"/> over the chat completions of OpenAI's SDK: text and images in, text out. One call is one request; whoever wants more wraps it.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    // What the API says when it does not know the format; the words differ, these names do not.
    private static readonly string[] FormatNames = ["response_format", "json_schema", "responseSchema", "response_schema"];

    private readonly ChatClient _client;
    private readonly ChatClientMetadata _metadata;
    private readonly TimeProvider _time;

    public OpenAiChatClient(HttpClient http, AiOptions options, TimeProvider time)
    {
        _time = time;
        _metadata = new ChatClientMetadata(AiProvider.Of(options)!.TelemetryName, options.EndpointUri, options.ModelName);
        _client = new ChatClient(
            options.ModelName,
            // The SDK wants a key; a server without keys does not look at it.
            new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : "none"),
            new OpenAIClientOptions
            {
                Endpoint = options.EndpointUri,
                Transport = new HttpClientPipelineTransport(http),
                // Time limits and retries are the wrapping client's.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
                ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            });
    }

    /// <inheritdoc/>
    /// <exception cref="AiException">The call failed.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<Message> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return Read((await _client.CompleteChatAsync(messages.Select(Write), Write(options), cancellationToken)).Value);
        }
        catch (ClientResultException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw FailureOf(exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AiException))
        {
            // Whatever else the SDK throws means that what came cannot be read.
            cancellationToken.ThrowIfCancellationRequested();
            throw new AiException(exception is IOException or HttpRequestException ? AiFailure.Network : AiFailure.BadResponse);
        }
    }

    /// <summary>The whole response in one update: no task here shows half an answer.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Message> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
        // The HTTP client is the factory's.
    }

    private static OpenAI.Chat.ChatMessage Write(Message message) =>
        message.Role == Role.System ? new SystemChatMessage(message.Text)
        : message.Role == Role.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Contents.Select(Part));

    private static ChatMessageContentPart Part(AIContent content) => content switch
    {
        TextContent text => ChatMessageContentPart.CreateTextPart(text.Text),
        DataContent data when data.HasTopLevelMediaType("image") => ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(data.Data), data.MediaType),
        _ => throw new NotSupportedException($"Content of the kind {content.GetType().Name} cannot be sent."),
    };

    private static ChatCompletionOptions Write(ChatOptions? options) => new()
    {
        MaxOutputTokenCount = options?.MaxOutputTokens,
        Temperature = options?.Temperature,
        ResponseFormat = options?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: { } schema } json => OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
                json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, jsonSchemaIsStrict: true),
            ChatResponseFormatJson => OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        },
    };

    private static ChatResponse Read(ChatCompletion completion)
    {
        var refused = !string.IsNullOrEmpty(completion.Refusal);
        var message = new Message(Role.Assistant, string.Concat(completion.Content.Where(part => part.Kind == ChatMessageContentPartKind.Text).Select(part => part.Text)));
        return new ChatResponse(message)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = refused ? Microsoft.Extensions.AI.ChatFinishReason.ContentFilter : completion.FinishReason switch
            {
                OpenAI.Chat.ChatFinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
                OpenAI.Chat.ChatFinishReason.ContentFilter => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
                OpenAI.Chat.ChatFinishReason.Stop => Microsoft.Extensions.AI.ChatFinishReason.Stop,
                _ => Microsoft.Extensions.AI.ChatFinishReason.ToolCalls,
            },
            Usage = completion.Usage is { } usage
                ? new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount }
                : null,
        };
    }

    private AiException FailureOf(ClientResultException exception) => exception.Status switch
    {
        0 => new AiException(AiFailure.Network),
        429 => new AiException(AiFailure.RateLimited, RetryAfter(exception.GetRawResponse())),
        408 or >= 500 => new AiException(AiFailure.ServerError, RetryAfter(exception.GetRawResponse())),
        400 or 422 when exception.GetRawResponse() is { } response && FormatNames.Any(name => response.Content.ToString().Contains(name, StringComparison.OrdinalIgnoreCase)) =>
            new AiException(AiFailure.SchemaRejected),
        >= 400 => new AiException(AiFailure.Rejected),
        _ => new AiException(AiFailure.BadResponse),
    };

    private TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var value) || value is null)
            return null;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, 86_400));
        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return null;
        var wait = at - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
