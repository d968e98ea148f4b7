using Testing;
using Testing.Doubles.ChatCompletions;
using Xunit;

namespace ChatCvService.Tests.Running;

/// <summary>Two services that have a language model: one that answers its failures with the API's error, one that lets the built-in engine stand in.</summary>
public sealed class ModelPlatform : IAsyncLifetime
{
    private readonly RunningChatCvService _service;

    public ModelPlatform(RunningChatCvService service)
    {
        _service = service;
        Model = new ChatCompletionsDouble(call => (Instead ?? HonestModel.Answer)(call));
    }

    public ChatCompletionsDouble Model { get; }

    /// <summary>What the model does in place of its work; null again at the end of a test.</summary>
    public Func<ChatCall, Reply>? Instead { get; set; }

    public ServiceHost<ServiceMarker> Strict { get; private set; } = null!;

    public ServiceHost<ServiceMarker> Lenient { get; private set; } = null!;

    public CollectedLogs Logs { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Model.StartAsync();
        (string, string)[] settings = [.. Model.Settings.Select(setting => (setting.Key, setting.Value!)), ("Ai:AttemptTimeout", "00:00:02"), ("Ai:Retries", "1")];
        Strict = _service.Host(Logs, settings);
        Lenient = _service.Host(Logs, [.. settings, ("Ai:FallbackToBuiltIn", "true")]);
    }

    public async ValueTask DisposeAsync()
    {
        await Strict.DisposeAsync();
        await Lenient.DisposeAsync();
        await Model.DisposeAsync();
    }
}
