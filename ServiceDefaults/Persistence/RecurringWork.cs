using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ServiceDefaults.Persistence;

/// <summary>
/// Work on the database that is done at the start and then at an interval. A database that is away is logged and tried again after the interval, or after a
/// minute where that is shorter; anything else that goes wrong ends the service, as in every background service.
/// </summary>
/// <param name="interval">From the end of one run to the next.</param>
/// <param name="time">Measures it.</param>
/// <param name="logger">Hears of failures.</param>
public abstract class RecurringWork(TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    /// <summary>The clock of the work and of its interval.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>One run. Replicas may run it at the same moment.</summary>
    protected abstract Task RunAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = interval;
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException exception)
            {
                Log.RecurringWorkFailed(logger, GetType().Name, exception.GetType().Name);
                pause = interval < LongestRetry ? interval : LongestRetry;
            }
            await Task.Delay(pause, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
