using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models.Onnx;

/// <summary>Which texts are run together. Texts are told apart by their lengths.</summary>
public sealed class EmbeddingQueueTests
{
    [Fact]
    public void Texts_of_like_length_are_run_together_the_oldest_first()
    {
        using var queue = Create(maxBatch: 4);
        Send(queue, 10, 100, 11, 200);
        Send(queue, 9, 101, 10);

        Take(queue).ShouldBe([9, 10, 10, 11]);
        Take(queue).ShouldBe([100, 101]);
        Take(queue).ShouldBe([200]);
        queue.Length.ShouldBe(7);
    }

    [Fact]
    public void A_batch_has_no_more_texts_than_it_may()
    {
        using var queue = Create(maxBatch: 16);
        Send(queue, [.. Enumerable.Repeat(20, 40)]);

        Take(queue).Length.ShouldBe(16);
        Take(queue).Length.ShouldBe(16);
        Take(queue).Length.ShouldBe(8);
    }

    [Fact]
    public void What_waits_is_shared_out_among_the_workers()
    {
        using var queue = Create(maxBatch: 16, workers: 2);
        Send(queue, [.. Enumerable.Repeat(20, 12)]);

        Take(queue).Length.ShouldBe(6);
    }

    [Fact]
    public async Task Vectors_come_back_in_the_order_of_the_texts_whatever_was_run_first()
    {
        using var queue = Create(maxBatch: 1);
        var answer = queue.AnswerAsync(Request(3, 200, 5), CancellationToken.None);

        for (var run = 0; run < 3; run++)
        {
            var batch = queue.Take()!;
            queue.Complete(batch, [.. batch.Texts.Select(text => new float[] { text.Ids.Length })], TimeProvider.System.GetTimestamp());
        }

        (await answer).Select(vector => vector[0]).ShouldBe([3, 200, 5]);
        queue.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_run_fails_its_callers_with_all_their_texts_and_nobody_else()
    {
        using var queue = Create(maxBatch: 1);
        var unlucky = queue.AnswerAsync(Request(3, 3, 3), CancellationToken.None);
        var other = queue.AnswerAsync(Request(7), CancellationToken.None);

        queue.Fail(queue.Take()!, new InvalidDataException());

        await Should.ThrowAsync<InvalidDataException>(() => unlucky);
        queue.Length.ShouldBe(1);
        var batch = queue.Take()!;
        queue.Complete(batch, [[1]], TimeProvider.System.GetTimestamp());
        (await other).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawn_request_leaves_the_queue_and_ends_only_runs_of_its_own()
    {
        using var queue = Create(maxBatch: 2);
        using var caller = new CancellationTokenSource();
        var shared = queue.AnswerAsync(Request(5), CancellationToken.None);
        var withdrawn = queue.AnswerAsync(Request(5, 50, 50, 50), caller.Token);
        var both = queue.Take()!;
        var own = queue.Take()!;

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => withdrawn);
        both.Options.Terminate.ShouldBeFalse();
        own.Options.Terminate.ShouldBeTrue();
        queue.Length.ShouldBe(4);
        queue.Complete(both, [[1], [2]], TimeProvider.System.GetTimestamp());
        queue.Fail(own, new InvalidOperationException());
        (await shared)[0].ShouldBe([1f]);
        queue.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_an_empty_one_takes_any_request()
    {
        using var queue = Create(maxBatch: 16, capacity: 3);
        Send(queue, 5, 5, 5, 5, 5);
        Should.Throw<EmbeddingQueueFullException>(() => queue.CheckRoom(1));
        await Should.ThrowAsync<EmbeddingQueueFullException>(() => queue.AnswerAsync(Request(5), CancellationToken.None));

        Take(queue).Length.ShouldBe(5);

        queue.CheckRoom(1);
    }

    [Fact]
    public async Task A_closed_queue_tells_who_waits_and_sends_its_workers_home()
    {
        using var queue = Create(maxBatch: 1, workers: 2);
        var waiting = queue.AnswerAsync(Request(5), CancellationToken.None);
        Task<EmbeddingBatch?>[] workers = [Task.Run(queue.Take), Task.Run(queue.Take)];
        await Task.WhenAny(workers).WaitAsync(TimeSpan.FromSeconds(10));
        var second = queue.AnswerAsync(Request(5), CancellationToken.None);
        var taken = await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(10));

        var third = queue.AnswerAsync(Request(5), CancellationToken.None);
        queue.Close();

        taken.ShouldAllBe(batch => batch!.Options.Terminate);
        await Should.ThrowAsync<ObjectDisposedException>(() => third);
        queue.Take().ShouldBeNull();
        queue.Take().ShouldBeNull();
        waiting.IsCompleted.ShouldBeFalse();
        second.IsCompleted.ShouldBeFalse();
        await Should.ThrowAsync<ObjectDisposedException>(() => queue.AnswerAsync(Request(5), CancellationToken.None));
    }

    private static EmbeddingQueue Create(int maxBatch, int workers = 1, int capacity = 1000) => new(capacity, maxBatch, workers, TimeProvider.System);

    private static EmbeddingRequest Request(params int[] lengths) => new(Array.ConvertAll(lengths, length => new int[length]));

    private static void Send(EmbeddingQueue queue, params int[] lengths) => _ = queue.AnswerAsync(Request(lengths), CancellationToken.None);

    private static int[] Take(EmbeddingQueue queue) => [.. queue.Take()!.Texts.Select(text => text.Ids.Length).Order()];
}
