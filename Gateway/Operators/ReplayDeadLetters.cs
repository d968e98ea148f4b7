using Gateway.Proxy;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Messaging.DeadLetters;
using ServiceDefaults.Problems;

namespace Gateway.Operators;

/// <summary><c>POST /api/operators/dead-letters/{service}/{queue}/replay</c>: at most 1,000 messages at a time, oldest first.</summary>
internal static class ReplayDeadLetters
{
    public static async Task<Results<Ok<Replay>, ApiError>> HandleAsync(
        string service, string queue, DeadLettersClient letters, ILogger<DeadLettersClient> logger, CancellationToken cancellationToken)
    {
        if (!ServiceAddresses.All.Contains(service, StringComparer.Ordinal))
            return new ApiError(StatusCodes.Status404NotFound);
        var (status, replay) = await letters.ReplayAsync(service, queue, cancellationToken);
        if (replay is null)
            return new ApiError(status);
        Log.DeadLettersReplayed(logger, replay.Moved, replay.Queue);
        return TypedResults.Ok(replay);
    }
}
