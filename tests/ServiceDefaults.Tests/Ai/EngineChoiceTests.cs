using ServiceDefaults.Ai;
using Shouldly;
using Testing.Doubles.ChatCompletions;
using Xunit;
using static ServiceDefaults.Tests.Ai.AskingHost;

namespace ServiceDefaults.Tests.Ai;

public sealed class EngineChoiceTests : IAsyncLifetime
{
    private readonly ChatCompletionsDouble _model = new(_ => Reply.Json(new { text = "model", score = 1 }));

    public async ValueTask InitializeAsync() => await _model.StartAsync();

    public ValueTask DisposeAsync() => _model.DisposeAsync();

    [Fact]
    public async Task The_model_does_the_work_while_it_can()
    {
        await using var host = await StartAsync(_model, settings: ("Ai:FallbackToBuiltIn", "true"));

        (await host.Engines.RunAsync("ai.tests.choice", engine => engine.NameAsync())).ShouldBe("model");
        host.Logs.Lines.ShouldNotContain(line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_built_in_engine_stands_in_where_it_may_and_the_log_says_so()
    {
        _model.Next(Reply.Error(401, "No."));
        await using var host = await StartAsync(_model, settings: ("Ai:FallbackToBuiltIn", "true"));

        (await host.Engines.RunAsync("ai.tests.choice", engine => engine.NameAsync())).ShouldBe("built-in");
        host.Logs.Lines.ShouldContain(line => line.Contains("[2]: The built-in engine did ai.tests.choice because the language model failed (Rejected)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task Elsewhere_the_failure_is_the_callers(string allowed, bool now)
    {
        _model.Next(Reply.Error(401, "No."));
        await using var host = await StartAsync(_model, settings: ("Ai:FallbackToBuiltIn", allowed));

        var failure = await Should.ThrowAsync<AiException>(() => host.Engines.RunAsync("ai.tests.choice", engine => engine.NameAsync(), mayFallBack: now));
        failure.Failure.ShouldBe(AiFailure.Rejected);
    }
}
