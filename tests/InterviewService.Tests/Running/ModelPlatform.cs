using Testing;
using Testing.Doubles.ChatCompletions;
using Xunit;

namespace InterviewService.Tests.Running;

/// <summary>Two services that have a language model: one that answers its failures with the API's error, one that lets the built-in engine stand in.</summary>
public sealed class ModelPlatform : IAsyncLifetime
{
    private readonly RunningInterviewService _service;

    public ModelPlatform(RunningInterviewService service)
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
        KeyValuePair<string, string?>[] settings = [.. Model.Settings, new("Ai:AttemptTimeout", "00:00:02"), new("Ai:Retries", "1")];
        Strict = await _service.ApartAsync(settings, Logs);
        Lenient = await _service.ApartAsync([.. settings, new("Ai:FallbackToBuiltIn", "true")], Logs);
    }

    public ValueTask DisposeAsync() => Model.DisposeAsync();
}
