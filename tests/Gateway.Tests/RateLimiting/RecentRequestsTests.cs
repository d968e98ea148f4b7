using Gateway.RateLimiting;
using Shouldly;
using Xunit;

namespace Gateway.Tests.RateLimiting;

public sealed class RecentRequestsTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void One_client_gets_no_more_than_its_limit_in_any_window()
    {
        var requests = new RecentRequests(new RateLimitOptions { PerClient = 2, InAll = 100 }, _clock);

        requests.WaitFor("a").ShouldBeNull();
        _clock.Advance(0.6);
        requests.WaitFor("a").ShouldBeNull();
        requests.WaitFor("a")!.Value.TotalSeconds.ShouldBe(0.4, 0.001);
        requests.WaitFor("b").ShouldBeNull("another client has a limit of its own");

        _clock.Advance(0.5);
        requests.WaitFor("a").ShouldBeNull("the first request is more than a second old");
        requests.WaitFor("a").ShouldNotBeNull("the second is not");
    }

    [Fact]
    public void All_clients_together_get_no_more_than_the_whole_limit()
    {
        var requests = new RecentRequests(new RateLimitOptions { PerClient = 5, InAll = 3 }, _clock);

        string[] clients = ["a", "b", "c"];
        clients.ShouldAllBe(client => requests.WaitFor(client) == null);
        requests.WaitFor("d")!.Value.TotalSeconds.ShouldBe(1, 0.001);
        _clock.Advance(1);
        requests.WaitFor("d").ShouldBeNull();
    }

    [Fact]
    public void A_refused_request_does_not_lengthen_the_wait()
    {
        var requests = new RecentRequests(new RateLimitOptions { PerClient = 1, InAll = 0 }, _clock);
        requests.WaitFor("a").ShouldBeNull();
        for (var i = 0; i < 9; i++)
        {
            _clock.Advance(0.1);
            requests.WaitFor("a").ShouldNotBeNull();
        }

        _clock.Advance(0.11);
        requests.WaitFor("a").ShouldBeNull();
    }

    [Fact]
    public void A_limit_of_0_is_none()
    {
        var requests = new RecentRequests(new RateLimitOptions { PerClient = 0, InAll = 0 }, _clock);
        Enumerable.Range(0, 1000).ShouldAllBe(_ => requests.WaitFor("a") == null);
    }

    private sealed class Clock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(double seconds) => _now += (long)(seconds * TimeSpan.TicksPerSecond);
    }
}
