using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Ai;

/// <summary>The language model of a service, by section <c>Ai</c>.</summary>
public static class PlatformAi
{
    private const string HttpClientName = "ai";

    /// <summary>
    /// Adds <see cref="StructuredChat"/> over the provider's API, and the seam <typeparamref name="TEngine"/>: a language model's engine when a provider is chosen, else
    /// the built-in one.
    /// </summary>
    /// <typeparam name="TEngine">The seam.</typeparam>
    /// <typeparam name="TBuiltIn">Registered by the service.</typeparam>
    /// <typeparam name="TModel">Registered by the service.</typeparam>
    public static void AddPlatformAi<TEngine, TBuiltIn, TModel>(this WebApplicationBuilder builder)
        where TEngine : class
        where TBuiltIn : class, TEngine
        where TModel : class, TEngine
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<AiOptions>().BindConfiguration("Ai").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AiOptions>, AiKeyFromEnvironment>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AiOptions>, AiOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            // The key is for the endpoint that was set, and for no other that it may point to.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) })
            .AddHttpMessageHandler(() => new LimitedResponses())
            // Its log lines would name the endpoint at every call.
            .RemoveAllLoggers();
        services.AddSingleton(Client);
        services.AddSingleton<StructuredChat>();
        services.AddHostedService<SayWhich>();
        services.AddTransient<TEngine>(provider => provider.GetRequiredService<IOptions<AiOptions>>().Value.IsOn ? provider.GetRequiredService<TModel>() : provider.GetRequiredService<TBuiltIn>());
        services.AddTransient(provider => new EngineChoice<TEngine>(
            provider.GetRequiredService<TEngine>(),
            provider.GetRequiredService<TBuiltIn>(),
            provider.GetRequiredService<IOptions<AiOptions>>(),
            provider.GetRequiredService<ILogger<EngineChoice<TEngine>>>()));
    }

    private static IChatClient Client(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<AiOptions>>().Value;
        if (!options.IsOn)
            return new NoModel();
        var time = services.GetRequiredService<TimeProvider>();
        // A factory's client may live as long as the process: its handler renews the connections.
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        return new MeasuredChatClient(
            new ResilientChatClient(new OpenAiChatClient(http, options, time), options, time, services.GetRequiredService<ILogger<StructuredChat>>()), time);
    }

    // What a service without a provider holds and never calls.
    private sealed class NoModel : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("No provider of a language model is set (Ai:Provider).");

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("No provider of a language model is set (Ai:Provider).");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class SayWhich(IOptions<AiOptions> options, ILogger<StructuredChat> logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (options.Value.IsOn)
                Log.Chosen(logger, options.Value.ModelName, AiProvider.Of(options.Value)!.Name);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
