using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Testing.Doubles.ChatCompletions;

/// <summary>What a call gets.</summary>
public sealed class Reply
{
    private readonly Func<HttpContext, string, Task> _write;

    private Reply(Func<HttpContext, string, Task> write) => _write = write;

    /// <summary>A connection that stays silent until the caller gives up.</summary>
    public static Reply Silence { get; } = new(async (context, _) => await Task.Delay(Timeout.Infinite, context.RequestAborted));

    /// <summary>A connection that breaks in the middle of the body.</summary>
    public static Reply Broken { get; } = new(async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("""{"id":"chatcmpl-""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>200 with something that is no chat completion.</summary>
    public static Reply Html { get; } = new(async (context, _) =>
    {
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body>Welcome to the proxy</body></html>");
    });

    /// <summary>A body that does not end for a long time, by its own account or without one.</summary>
    public static Reply Huge(bool saysSo) => new(async (context, _) =>
    {
        const int parts = 3_000;
        var part = new byte[10_000];
        Array.Fill(part, (byte)' ');
        context.Response.ContentType = "application/json";
        if (saysSo)
            context.Response.ContentLength = (long)parts * part.Length;
        for (var sent = 0; sent < parts && !context.RequestAborted.IsCancellationRequested; sent++)
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
    });

    /// <summary>An answer of the model.</summary>
    public static Reply Text(string content, string finish = "stop") => Completion(new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = null }, finish);

    public static Reply Json(object answer) => Text(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web));

    /// <summary>The answer broke off at the limit of its length.</summary>
    public static Reply CutOff(string content) => Text(content, "length");

    public static Reply Refusal(string words) => Completion(new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = words }, "stop");

    public static Reply Error(int status, string message, string code = "server_error", string? retryAfter = null) => new(async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsJsonAsync(new { error = new { message, type = code, param = (string?)null, code } });
    });

    /// <summary>A redirect.</summary>
    public static Reply Moved(string to) => new((context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    internal async Task WriteAsync(HttpContext context, string id)
    {
        try
        {
            await _write(context, id);
        }
        catch (OperationCanceledException)
        {
            // The caller is gone.
        }
    }

    private static Reply Completion(JsonObject message, string finish) => new(async (context, id) => await context.Response.WriteAsJsonAsync(new JsonObject
    {
        ["id"] = id,
        ["object"] = "chat.completion",
        ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["model"] = ChatCompletionsDouble.Model + "-2026-01-01",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message.DeepClone(), ["logprobs"] = null, ["finish_reason"] = finish }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 210, ["completion_tokens"] = 42, ["total_tokens"] = 252 },
        ["service_tier"] = "default",
        ["system_fingerprint"] = "fp_test",
    }));
}
