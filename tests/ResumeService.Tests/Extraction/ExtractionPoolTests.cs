using System.Diagnostics;
using ResumeService.Extraction;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

public sealed class ExtractionPoolTests
{
    private static readonly byte[] GoodPdf = PdfBuilder.OfLines("Ada Example", "Engineer since 1843");

    // Forms that draw each other twice, sixty deep: no reader comes to the end of it.
    private static readonly byte[] EndlessPdf = new PdfBuilder().Endless().Page(page => page.Text(72, 700, "The text before the trap")).Build();

    [Fact]
    public async Task A_document_that_never_ends_times_out_and_the_next_one_is_read()
    {
        await using var pool = Pools.Of(Limits(timeLimit: 2));
        await pool.StartAsync(CancellationToken.None);
        var hanging = pool.WorkerIds.ShouldHaveSingleItem();

        var result = await ReadAsync(pool, EndlessPdf);

        result.Failure.ShouldBe(ExtractionFailure.TimedOut);
        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();
        pool.WorkerIds.ShouldHaveSingleItem().ShouldNotBe(hanging);
        await ShouldEndAsync(hanging);
    }

    [Fact]
    public async Task A_document_that_takes_all_memory_is_too_large_and_the_next_one_is_read()
    {
        await using var pool = Pools.Of(Limits(timeLimit: 60, memory: 300L * 1024 * 1024));
        var greedy = new PdfBuilder().Endless(withText: true).Page(page => page.Text(72, 700, "More words than fit into memory")).Build();

        (await ReadAsync(pool, greedy)).Failure.ShouldBe(ExtractionFailure.TooLarge);
        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_worker_killed_from_outside_is_replaced_and_the_document_is_still_read()
    {
        await using var pool = Pools.Of(Limits());
        await pool.StartAsync(CancellationToken.None);
        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();

        Kill(pool.WorkerIds.ShouldHaveSingleItem());

        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_worker_killed_in_the_middle_of_a_document_is_replaced_and_the_document_gets_a_second_one()
    {
        await using var pool = Pools.Of(Limits(timeLimit: 3));
        await pool.StartAsync(CancellationToken.None);
        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();
        var first = pool.WorkerIds.ShouldHaveSingleItem();

        var reading = ReadAsync(pool, EndlessPdf);
        await Task.Delay(300);
        Kill(first);

        // The second worker gets as far as its time limit: so it had the document.
        (await reading).Failure.ShouldBe(ExtractionFailure.TimedOut);
        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_caller_who_leaves_frees_the_worker()
    {
        await using var pool = Pools.Of(Limits());
        await pool.StartAsync(CancellationToken.None);
        var abandoned = pool.WorkerIds.ShouldHaveSingleItem();
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Should.ThrowAsync<OperationCanceledException>(() => pool.ReadAsync(EndlessPdf, DocumentKind.Pdf, caller.Token).WaitAsync(TimeSpan.FromSeconds(20)));

        (await ReadAsync(pool, GoodPdf)).Document.ShouldNotBeNull();
        await ShouldEndAsync(abandoned);
    }

    [Fact]
    public async Task More_documents_than_may_wait_are_refused_at_once()
    {
        await using var pool = Pools.Of(Limits(timeLimit: 3, waiting: 1));
        await pool.StartAsync(CancellationToken.None);

        var reading = ReadAsync(pool, EndlessPdf);
        var waiting = ReadAsync(pool, GoodPdf);
        var clock = Stopwatch.StartNew();
        var refused = await ReadAsync(pool, GoodPdf);

        refused.Failure.ShouldBe(ExtractionFailure.Busy);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (await reading).Failure.ShouldBe(ExtractionFailure.TimedOut);
        (await waiting).Document.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_document_waits_for_a_worker_no_longer_than_its_limit()
    {
        await using var pool = Pools.Of(Limits(timeLimit: 4, wait: 0.3));
        await pool.StartAsync(CancellationToken.None);

        var reading = ReadAsync(pool, EndlessPdf);
        (await ReadAsync(pool, GoodPdf)).Failure.ShouldBe(ExtractionFailure.Busy);
        (await reading).Failure.ShouldBe(ExtractionFailure.TimedOut);
    }

    [Fact]
    public async Task Many_documents_at_once_each_get_their_own_text()
    {
        await using var pool = Pools.Of(Limits(workers: 2));
        await pool.StartAsync(CancellationToken.None);

        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => ReadAsync(pool, PdfBuilder.OfLines($"Resume number {number} of thirty"))));

        results.Select(result => result.Document?.Text).ShouldBe(Enumerable.Range(0, 30).Select(number => $"Resume number {number} of thirty"));
        pool.WorkerIds.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Workers_end_with_the_pool()
    {
        var pool = Pools.Of(Limits(workers: 2));
        await pool.StartAsync(CancellationToken.None);
        var workers = pool.WorkerIds.ToList();
        var reading = ReadAsync(pool, EndlessPdf);
        await Task.Delay(300);

        await pool.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => reading);
        foreach (var worker in workers)
            await ShouldEndAsync(worker);
        await Should.ThrowAsync<ObjectDisposedException>(() => ReadAsync(pool, GoodPdf));
    }

    [Fact]
    public async Task A_worker_knows_nothing_of_its_parents_secrets()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Environment.SetEnvironmentVariable("ConnectionStrings__resumedb", "Host=db;Password=not-for-parsers");
        await using var pool = Pools.Of(Limits());
        await pool.StartAsync(CancellationToken.None);

        var environment = await File.ReadAllTextAsync($"/proc/{pool.WorkerIds.ShouldHaveSingleItem()}/environ");

        environment.ShouldContain("DOTNET_GCHeapHardLimit");
        environment.ShouldNotContain("not-for-parsers");
    }

    /// <summary>Seconds that a busy machine keeps too: the limits that a test is not about are far away.</summary>
    private static ExtractionOptions Limits(int workers = 1, double timeLimit = 60, double wait = 60, int waiting = 64, long memory = 512L * 1024 * 1024) => new()
    {
        Workers = workers,
        TimeLimit = TimeSpan.FromSeconds(timeLimit),
        WaitLimit = TimeSpan.FromSeconds(wait),
        TotalTimeLimit = TimeSpan.FromSeconds(120),
        MaxWaiting = waiting,
        MemoryLimitBytes = memory,
    };

    private static Task<ExtractionResult> ReadAsync(ExtractionPool pool, byte[] document, int seconds = 90) =>
        pool.ReadAsync(document, DocumentKind.Pdf, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(seconds));

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static async Task ShouldEndAsync(int processId)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (!IsRunning(processId))
                return;
            await Task.Delay(100);
        }

        IsRunning(processId).ShouldBeFalse();
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
