using EmbeddingService.Indexing;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Indexing;

public sealed class ResumeGateTests
{
    private readonly ResumeGate _gate = new();

    [Fact]
    public async Task Work_on_one_resume_is_done_one_after_the_other()
    {
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            using var turn = await _gate.EnterAsync(7, default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Work_on_another_resume_does_not_wait()
    {
        using var turn = await _gate.EnterAsync(7, default);

        using var other = await _gate.EnterAsync(8, default).WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_block_the_next()
    {
        using (await _gate.EnterAsync(7, default))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
            await Should.ThrowAsync<OperationCanceledException>(() => _gate.EnterAsync(7, patience.Token));
        }

        using var next = await _gate.EnterAsync(7, default).WaitAsync(TimeSpan.FromSeconds(5));
    }
}
