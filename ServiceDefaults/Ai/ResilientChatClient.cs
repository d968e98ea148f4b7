using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ServiceDefaults.Ai;

/// <summary>
/// A time limit for each call, further calls after one that failed for the moment, none for a while after many failed, and no more than so many at a time.
/// The limit of the whole task is <see cref="StructuredChat"/>'s.
/// </summary>
internal sealed class ResilientChatClient : DelegatingChatClient
{
    private readonly ResiliencePipeline<ChatResponse> _pipeline;
    private readonly SemaphoreSlim _places;

    public ResilientChatClient(IChatClient inner, AiOptions options, TimeProvider time, ILogger logger)
        : base(inner)
    {
        _places = new SemaphoreSlim(options.Concurrency);
        var pipeline = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time };
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                MaxDelay = options.MaxRetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                // An API that wants to be left alone for longer than anybody waits is left alone.
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception switch
                {
                    TimeoutRejectedException => true,
                    AiException failed => failed.IsTransient && !(failed.RetryAfter > options.MaxRetryDelay),
                    _ => false,
                }),
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as AiException)?.RetryAfter),
                OnRetry = arguments =>
                {
                    var failure = FailureOf(arguments.Outcome.Exception);
                    Log.Retrying(logger, failure, arguments.RetryDelay);
                    AiTelemetry.Retried(failure);
                    return default;
                },
            });
        }

        _pipeline = pipeline
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.BreakAfter,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.BreakDuration,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is TimeoutRejectedException or AiException { IsTransient: true }),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <inheritdoc/>
    /// <exception cref="AiException">No call succeeded.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (call, token) => await call.Client.InnerClient.GetResponseAsync(call.Messages, call.Options, token),
                (Client: this, Messages: messages, Options: options),
                cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutRejectedException or BrokenCircuitException)
        {
            throw new AiException(FailureOf(exception));
        }
        finally
        {
            _places.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _places.Dispose();
        base.Dispose(disposing);
    }

    private static AiFailure FailureOf(Exception? exception) => exception switch
    {
        AiException failed => failed.Failure,
        BrokenCircuitException => AiFailure.CircuitOpen,
        _ => AiFailure.Timeout,
    };
}
