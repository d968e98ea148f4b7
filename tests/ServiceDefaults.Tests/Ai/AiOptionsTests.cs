using Microsoft.Extensions.Options;
using ServiceDefaults.Ai;
using Shouldly;
using Testing.Doubles.ChatCompletions;
using Xunit;
using static ServiceDefaults.Tests.Ai.AskingHost;

namespace ServiceDefaults.Tests.Ai;

public sealed class AiOptionsTests
{
    private const string Key = "sk-a-key-that-nobody-may-read";

    [Theory]
    [InlineData("Ai:Provider must be openai, gemini or ollama", "Ai:Provider", "skynet")]
    [InlineData("which needs a key: set Ai:ApiKey or OPENAI_API_KEY", "Ai:Provider", "openai", "Ai:ApiKey", " ", "OPENAI_API_KEY", "")]
    [InlineData("Ai:Endpoint must be an absolute http or https address", "Ai:Endpoint", "api.example.com/v1")]
    [InlineData("Ai:Endpoint must be an absolute http or https address", "Ai:Endpoint", "ftp://example.com/v1")]
    [InlineData("Ai:Endpoint must be an absolute http or https address", "Ai:Endpoint", "https://user:sk-a-key-that-nobody-may-read@example.com/v1")]
    [InlineData("Ai:ApiKey holds characters that no key has", "Ai:ApiKey", "sk-a-key-that-nobody-may-read and more")]
    [InlineData("Ai:ResponseFormat must be json_schema or json_object", "Ai:ResponseFormat", "xml")]
    [InlineData("Ai:Temperature must lie between 0 and 2", "Ai:Temperature", "3")]
    [InlineData("must be positive", "Ai:AttemptTimeout", "00:00:00")]
    [InlineData("must be positive", "Ai:TotalTimeout", "-00:00:01")]
    [InlineData("Ai:Retries must be 0 to 10", "Ai:Retries", "11")]
    [InlineData("Ai:Concurrency at least 1", "Ai:Concurrency", "0")]
    public async Task Settings_that_cannot_work_end_the_start_with_words_that_hold_no_key(string words, params string[] settings)
    {
        (string, string?)[] all = [("Ai:Provider", "openai"), ("Ai:ApiKey", Key), .. settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1]))];

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(model: null, time: null, all));

        failure.Message.ShouldContain(words);
        failure.ToString().ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("openai", "https://api.openai.com/v1", "gpt-4.1-mini")]
    [InlineData("OpenAI", "https://api.openai.com/v1", "gpt-4.1-mini")]
    [InlineData("gemini", "https://generativelanguage.googleapis.com/v1beta/openai", "gemini-3-flash-preview")]
    [InlineData("ollama", "http://localhost:11434/v1", "llama3.1")]
    public void Each_provider_has_its_own_endpoint_and_model(string provider, string endpoint, string model)
    {
        var options = new AiOptions { Provider = provider };

        options.EndpointUri.ToString().ShouldBe(endpoint);
        options.ModelName.ShouldBe(model);
    }

    [Fact]
    public async Task Without_a_provider_the_built_in_engine_works_and_no_key_is_asked_for()
    {
        await using var host = await StartAsync(model: null, time: null, ("Ai:ApiKey", ""), ("Ai:Retries", "99"));

        (await host.Engines.RunAsync("ai.tests.none", engine => engine.NameAsync())).ShouldBe("built-in");
    }

    [Fact]
    public async Task A_key_is_taken_from_where_the_providers_users_keep_it()
    {
        await using var model = new ChatCompletionsDouble(_ => Reply.Json(new { text = "Hello", score = 1 }));
        await model.StartAsync();
        await using var openai = await StartAsync(model, time: null, ("Ai:ApiKey", ""), ("OPENAI_API_KEY", ChatCompletionsDouble.Key + "\n"));
        await using var gemini = await StartAsync(model, time: null, ("Ai:Provider", "gemini"), ("Ai:ApiKey", null), ("GEMINI_API_KEY", ChatCompletionsDouble.Key));

        (await openai.AskAsync()).Text.ShouldBe("Hello");
        (await gemini.AskAsync()).Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task Gemini_without_a_key_starts_and_makes_no_call()
    {
        await using var model = new ChatCompletionsDouble(_ => Reply.Json(new { text = "Hello", score = 1 }));
        await model.StartAsync();
        await using var host = await StartAsync(model, time: null, ("Ai:Provider", "gemini"), ("Ai:ApiKey", ""), ("GEMINI_API_KEY", ""));

        (await host.FailAsync()).ShouldBe(AiFailure.NoKey);
        model.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_of_ones_own_needs_no_key()
    {
        await using var host = await StartAsync(model: null, time: null, ("Ai:Provider", "ollama"));

        host.Logs.Lines.ShouldContain(line => line.Contains("The language model llama3.1 of ollama writes beside the built-in engine", StringComparison.Ordinal));
    }
}
