using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Messaging.DeadLetters;

/// <summary>The error queues of one service, for the gateway, which shows those of all to operators.</summary>
internal static class DeadLettersApi
{
    public static void AddDeadLetters(this IHostApplicationBuilder builder)
    {
        // The bus has its own connection and health check; this one is opened when an operator asks.
        builder.AddRabbitMQClient(PlatformMessaging.ConnectionName, settings => settings.DisableHealthChecks = true);
        builder.Services.AddSingleton<ReceiveQueues>();
        builder.Services.AddSingleton(services => new DeadLetterBox(
            services.GetRequiredService<ReceiveQueues>(), () => Task.Run(services.GetRequiredService<IConnection>)));
    }

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/internal/dead-letters").RequireAuthorization(PlatformAuthentication.ServicePolicy).ExcludeFromDescription();
        letters.MapGet("/", ReadAsync);
        letters.MapPost("/{queue}/replay", ReplayAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<FailedMessages>>, ApiError>> ReadAsync(DeadLetterBox box, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(await box.ReadAsync(cancellationToken));
        }
        catch (Exception exception) when (IsOfTheBroker(exception))
        {
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<Results<Ok<Replay>, ApiError>> ReplayAsync(string queue, DeadLetterBox box, CancellationToken cancellationToken)
    {
        try
        {
            return await box.ReplayAsync(queue, cancellationToken) is { } replay ? TypedResults.Ok(replay) : new ApiError(StatusCodes.Status404NotFound);
        }
        catch (Exception exception) when (IsOfTheBroker(exception))
        {
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static bool IsOfTheBroker(Exception exception) =>
        exception is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or PublishException;
}
