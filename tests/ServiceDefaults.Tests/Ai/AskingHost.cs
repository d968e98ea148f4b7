using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Ai;
using Shouldly;
using Testing;
using Testing.Doubles.ChatCompletions;

namespace ServiceDefaults.Tests.Ai;

/// <summary>A service that has a language model, without anything else.</summary>
internal sealed class AskingHost : IAsyncDisposable
{
    internal static readonly AnswerSchema Schema = new("greeting", """
        {
          "type": "object",
          "properties": {
            "text": { "type": "string", "minLength": 2, "maxLength": 40 },
            "score": { "type": "integer", "minimum": 0, "maximum": 10 }
          },
          "required": ["text", "score"],
          "additionalProperties": false
        }
        """);

    private readonly WebApplication _app;

    private AskingHost(WebApplication app, CollectedLogs logs)
    {
        _app = app;
        Logs = logs;
    }

    internal sealed record Greeting(string Text, int Score);

    internal interface IEngine
    {
        Task<string> NameAsync();
    }

    internal sealed class BuiltIn : IEngine
    {
        public Task<string> NameAsync() => Task.FromResult("built-in");
    }

    internal sealed class Model(StructuredChat chat) : IEngine
    {
        public async Task<string> NameAsync() => (await chat.AskAsync(TaskOf("ai.tests.engine"), CancellationToken.None)).Text;
    }

    public CollectedLogs Logs { get; }

    public EngineChoice<IEngine> Engines => _app.Services.GetRequiredService<EngineChoice<IEngine>>();

    public static async Task<AskingHost> StartAsync(ChatCompletionsDouble? model, TimeProvider? time = null, params (string Name, string? Value)[] settings)
    {
        var logs = new CollectedLogs();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var all = new Dictionary<string, string?>(model?.Settings ?? new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in settings)
            all[name] = value;
        builder.Configuration.AddInMemoryCollection(all);
        builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>();
        builder.Services.AddTransient<BuiltIn>();
        builder.Services.AddTransient<Model>();
        builder.AddPlatformAi<IEngine, BuiltIn, Model>();
        var app = builder.Build();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new AskingHost(app, logs);
    }

    public static AiTask<Greeting> TaskOf(string name = "ai.tests", object? data = null, Func<Greeting, IEnumerable<string>>? problems = null) => new()
    {
        Name = name,
        Instructions = "Greet the person of the document.",
        Data = data ?? new { person = "Ada" },
        Schema = Schema,
        ProblemsOf = problems ?? (_ => []),
    };

    public Task<Greeting> AskAsync(AiTask<Greeting>? task = null, CancellationToken cancellationToken = default) =>
        _app.Services.GetRequiredService<StructuredChat>().AskAsync(task ?? TaskOf(), cancellationToken);

    public async Task<AiFailure> FailAsync(AiTask<Greeting>? task = null)
    {
        try
        {
            await AskAsync(task);
        }
        catch (AiException exception)
        {
            exception.InnerException.ShouldBeNull();
            return exception.Failure;
        }

        throw new InvalidOperationException("The task succeeded.");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class NoServer : Microsoft.AspNetCore.Hosting.Server.IServer
    {
        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public Task StartAsync<TContext>(Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Listens on nothing.
        }
    }
}
