namespace Gateway.Tests.Running;

/// <summary>The real time, and more of it when a test says so.</summary>
internal sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan time) => _ahead += time;
}
