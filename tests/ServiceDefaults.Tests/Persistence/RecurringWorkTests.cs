using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ServiceDefaults.Persistence;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Persistence;

public sealed class RecurringWorkTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_runs_at_the_start_and_then_at_its_interval()
    {
        using var work = new CountedWork(TimeSpan.FromMilliseconds(20), failures: 0);
        await work.StartAsync(CancellationToken.None);

        for (var run = 1; run <= 3; run++)
            (await work.NextRunAsync()).ShouldBe(run);

        await work.StopAsync(CancellationToken.None).WaitAsync(Limit);
        work.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_that_is_away_does_not_end_it()
    {
        using var work = new CountedWork(TimeSpan.FromMilliseconds(20), failures: 2);
        await work.StartAsync(CancellationToken.None);

        for (var run = 1; run <= 3; run++)
            (await work.NextRunAsync()).ShouldBe(run);

        await work.StopAsync(CancellationToken.None).WaitAsync(Limit);
    }

    private sealed class CountedWork(TimeSpan interval, int failures) : RecurringWork(interval, TimeProvider.System, NullLogger.Instance)
    {
        private readonly Channel<int> _runs = Channel.CreateUnbounded<int>();
        private int _count;

        public Task<int> NextRunAsync() => _runs.Reader.ReadAsync().AsTask().WaitAsync(Limit);

        protected override async Task RunAsync(CancellationToken cancellationToken)
        {
            var run = ++_count;
            await _runs.Writer.WriteAsync(run, cancellationToken);
            if (run <= failures)
                throw new NpgsqlException("away");
        }
    }
}
