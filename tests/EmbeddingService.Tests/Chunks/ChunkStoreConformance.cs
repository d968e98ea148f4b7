using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

/// <summary>What every chunk store does; each implementation inherits these tests.</summary>
public abstract class ChunkStoreConformance
{
    protected const string Model = "model-1";
    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static long _ids;

    private readonly long _user = Interlocked.Increment(ref _ids);
    private readonly long _resume = Interlocked.Increment(ref _ids);

    protected long UserId => _user;

    protected long ResumeId => _resume;

    protected abstract IChunkStore Store { get; }

    /// <summary>Events that the store has announced of this resume.</summary>
    protected abstract Task<int> CountAnnouncedAsync(long resumeId);

    [Fact]
    public async Task Nothing_is_found_of_a_resume_that_was_never_stored()
    {
        (await Store.FindAsync(_user, _resume, default)).ShouldBeNull();
        (await Store.ReadAsync(_user, _resume, Model, default)).ShouldBeEmpty();
        (await SearchAsync(_user, _resume, Model, top: 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_stored_is_read_back_unchanged_and_in_order()
    {
        var chunks = new[] { Chunk(0, "first — «erste» 第一", 0.25f, -1.5f, float.Epsilon), Chunk(1, "second\nline", 0, 0, 0), Chunk(2, "third", 1, 2, 3) };

        (await Store.ReplaceAsync(Index(revision: 4, chunks.Length), chunks, default)).ShouldBeTrue();

        (await Store.FindAsync(_user, _resume, default)).ShouldBe(Index(revision: 4, chunks.Length));
        var read = await Store.ReadAsync(_user, _resume, Model, default);
        read.Select(chunk => (chunk.Number, chunk.Text)).ShouldBe(chunks.Select(chunk => (chunk.Number, chunk.Text)));
        read.SelectMany(chunk => chunk.Vector.ToArray()).ShouldBe(chunks.SelectMany(chunk => chunk.Vector.ToArray()));
    }

    [Fact]
    public async Task The_nearest_chunks_come_first_and_no_more_than_asked_for()
    {
        await PutAsync(revision: 1, Chunk(0, "far", 0, 1, 0), Chunk(1, "near", 1, 0, 0), Chunk(2, "between", 0.6f, 0.8f, 0), Chunk(3, "opposite", -1, 0, 0));

        var hits = await SearchAsync(_user, _resume, Model, top: 3);

        hits.Select(hit => hit.Text).ShouldBe(["near", "between", "far"]);
        hits.Select(hit => hit.Score).ShouldBe([1, 0.6f, 0], tolerance: 1e-6);
    }

    [Fact]
    public async Task Each_query_has_a_list_of_its_own()
    {
        await PutAsync(revision: 1, Chunk(0, "x", 1, 0, 0), Chunk(1, "y", 0, 1, 0));

        var hits = await Store.SearchAsync(_user, _resume, Model, [Vector(0, 1, 0), Vector(1, 0, 0), Vector(0, 0, 1)], top: 1, default);

        hits.Select(list => list.Single().Text).ShouldBe(["y", "x", "x"]);
    }

    [Fact]
    public async Task Chunks_of_equal_score_come_in_the_order_of_the_resume()
    {
        await PutAsync(revision: 1, [.. Enumerable.Range(0, 20).Select(number => Chunk(number, $"chunk {number}", 1, 0, 0))]);

        (await SearchAsync(_user, _resume, Model, top: 4)).Select(hit => hit.Number).ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task Words_and_vectors_rank_together_and_the_score_stays_that_of_the_vector()
    {
        await PutAsync(
            revision: 1, Chunk(0, "a database was moved", 0.6f, 0.8f, 0), Chunk(1, "choir", 0, 0, 1), Chunk(2, "moved to PostgreSQL", 0.5f, 0.8f, 0), Chunk(3, "far", -1, 0, 0));

        var hits = (await Store.SearchHybridAsync(_user, _resume, Model, [new ChunkQuery("PostgreSQL moving", Vector(1, 0, 0))], top: 3, default)).Single();

        hits.Select(hit => hit.Text).ShouldBe(["moved to PostgreSQL", "a database was moved", "choir"]);
        hits.Select(hit => hit.Score).ShouldBe([0.5f, 0.6f, 0], tolerance: 1e-6);
    }

    [Fact]
    public async Task A_query_whose_words_nobody_has_is_ranked_by_vectors_and_one_without_a_vector_by_words()
    {
        await PutAsync(revision: 1, Chunk(0, "one", 0, 1, 0), Chunk(1, "two", 1, 0, 0), Chunk(2, "three", 0.6f, 0.8f, 0));

        var hits = await Store.SearchHybridAsync(
            _user, _resume, Model, [new ChunkQuery("nobody", Vector(1, 0, 0)), new ChunkQuery("three", Vector(0, 0, 0)), new ChunkQuery("", Vector(0, 1, 0))], top: 2, default);

        hits.Select(list => list.Select(hit => hit.Number)).ShouldBe([[1, 2], [2, 0], [0, 2]]);
    }

    [Fact]
    public async Task Of_a_resume_with_more_chunks_than_are_ranked_the_nearest_are()
    {
        var count = HybridRanking.Candidates + 50;
        await PutAsync(revision: 1, [.. Enumerable.Range(0, count).Select(number => Chunk(number, number % 60 == 59 ? $"rare {number}" : $"usual {number}", -number, 1, 0))]);

        var hits = await Store.SearchHybridAsync(
            _user, _resume, Model, [new ChunkQuery("rare", Vector(1, 0, 0)), new ChunkQuery("rare", Vector(-1, 0, 0))], top: 4, default);

        // Chunk 239 is too far from the first query, chunk 59 near enough to the second.
        hits.Select(list => list.Select(hit => hit.Number)).ShouldBe([[59, 119, 179, 0], [239, 179, 119, 59]]);
    }

    [Fact]
    public async Task Another_user_and_another_resume_find_nothing_of_it()
    {
        await PutAsync(revision: 1, Chunk(0, "mine", 1, 0, 0));
        var stranger = Interlocked.Increment(ref _ids);

        (await SearchAsync(stranger, _resume, Model, top: 5)).ShouldBeEmpty();
        (await SearchAsync(_user, stranger, Model, top: 5)).ShouldBeEmpty();
        (await Store.SearchHybridAsync(stranger, _resume, Model, [new ChunkQuery("mine", Vector(1, 0, 0))], top: 5, default)).Single().ShouldBeEmpty();
        (await Store.ReadAsync(stranger, _resume, Model, default)).ShouldBeEmpty();
        (await Store.FindAsync(stranger, _resume, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_user_can_neither_replace_nor_remove_nor_erase_it()
    {
        await PutAsync(revision: 1, Chunk(0, "mine", 1, 0, 0));
        var stranger = Interlocked.Increment(ref _ids);

        (await Store.ReplaceAsync(Index(revision: 2, 1) with { UserId = stranger }, [Chunk(0, "theirs", 1, 0, 0)], default)).ShouldBeFalse();
        await Store.RemoveAsync(stranger, _resume, default);
        await Store.EraseUserAsync(stranger, Now, default);

        (await SearchAsync(_user, _resume, Model, top: 5)).Single().Text.ShouldBe("mine");
    }

    [Fact]
    public async Task Vectors_of_another_model_are_not_compared()
    {
        await PutAsync(revision: 1, Chunk(0, "old vectors", 1, 0, 0));

        (await SearchAsync(_user, _resume, "model-2", top: 5)).ShouldBeEmpty();
        (await Store.ReadAsync(_user, _resume, "model-2", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newer_revision_takes_the_place_of_an_older_one_as_a_whole()
    {
        await PutAsync(revision: 1, Chunk(0, "old one", 1, 0, 0), Chunk(1, "old two", 1, 0, 0), Chunk(2, "old three", 1, 0, 0));

        (await Store.ReplaceAsync(Index(revision: 2, 1), [Chunk(0, "new", 0, 1, 0)], default)).ShouldBeTrue();

        (await Store.ReadAsync(_user, _resume, Model, default)).Single().Text.ShouldBe("new");
        (await Store.FindAsync(_user, _resume, default))!.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task A_model_that_comes_back_finds_a_clean_place()
    {
        foreach (var (model, text) in new[] { (Model, "one"), ("model-2", "two"), (Model, "three"), ("model-2", "four"), (Model, "five") })
            (await Store.ReplaceAsync(Index(revision: 1, 2) with { Model = model }, [Chunk(0, text, 1, 0, 0), Chunk(1, text, 0, 1, 0)], default)).ShouldBeTrue();

        (await Store.ReadAsync(_user, _resume, Model, default)).Select(chunk => chunk.Text).ShouldBe(["five", "five"]);
        (await Store.ReadAsync(_user, _resume, "model-2", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resume_without_chunks_is_indexed_and_has_nothing_to_find()
    {
        (await Store.ReplaceAsync(Index(revision: 1, 0), [], default)).ShouldBeTrue();

        (await Store.FindAsync(_user, _resume, default))!.ChunkCount.ShouldBe(0);
        (await SearchAsync(_user, _resume, Model, top: 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_resume_is_stored_as_a_whole_and_searched_exactly()
    {
        await PutAsync(revision: 1, [.. Enumerable.Range(0, 730).Select(number => Chunk(number, $"chunk {number}", number, -number, 1))]);

        (await Store.ReadAsync(_user, _resume, Model, default)).Select(chunk => chunk.Number).ShouldBe(Enumerable.Range(0, 730));
        (await SearchAsync(_user, _resume, Model, top: 50)).Select(hit => hit.Number).ShouldBe(Enumerable.Range(680, 50).Reverse());
    }

    [Fact]
    public async Task What_is_searched_again_is_what_was_stored_last()
    {
        await PutAsync(revision: 1, Chunk(0, "first", 1, 0, 0));
        (await SearchAsync(_user, _resume, Model, top: 5)).Single().Text.ShouldBe("first");
        await PutAsync(revision: 2, Chunk(0, "second", 1, 0, 0));
        (await SearchAsync(_user, _resume, Model, top: 5)).Single().Text.ShouldBe("second");
        await Store.RemoveAsync(_user, _resume, default);
        (await SearchAsync(_user, _resume, Model, top: 5)).ShouldBeEmpty();
        await PutAsync(revision: 1, Chunk(0, "third", 1, 0, 0));
        (await SearchAsync(_user, _resume, Model, top: 5)).Single().Text.ShouldBe("third");
        await Store.EraseUserAsync(_user, Now, default);
        (await SearchAsync(_user, _resume, Model, top: 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_revision_never_takes_the_place_of_a_newer_one()
    {
        await PutAsync(revision: 2, Chunk(0, "new", 1, 0, 0));

        (await Store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "old", 1, 0, 0)], default)).ShouldBeFalse();
        (await Store.ReplaceAsync(Index(revision: 1, 1) with { Model = "model-2" }, [Chunk(0, "old", 1, 0, 0)], default)).ShouldBeFalse();

        (await Store.ReadAsync(_user, _resume, Model, default)).Single().Text.ShouldBe("new");
        (await CountAnnouncedAsync(_resume)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_revision_is_stored_and_announced_once_a_model()
    {
        await PutAsync(revision: 1, Chunk(0, "text", 1, 0, 0));

        (await Store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeFalse();
        (await CountAnnouncedAsync(_resume)).ShouldBe(1);

        (await Store.ReplaceAsync(Index(revision: 1, 1) with { Model = "model-2" }, [Chunk(0, "text", 0, 1, 0)], default)).ShouldBeTrue();
        (await CountAnnouncedAsync(_resume)).ShouldBe(2);
        (await SearchAsync(_user, _resume, Model, top: 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removed_resume_may_come_back()
    {
        await PutAsync(revision: 1, Chunk(0, "text", 1, 0, 0));

        await Store.RemoveAsync(_user, _resume, default);
        (await Store.FindAsync(_user, _resume, default)).ShouldBeNull();
        (await SearchAsync(_user, _resume, Model, top: 5)).ShouldBeEmpty();

        (await Store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_erased_resume_never_comes_back()
    {
        await PutAsync(revision: 1, Chunk(0, "text", 1, 0, 0));

        await Store.EraseResumeAsync(_user, _resume, Now, default);
        await Store.EraseResumeAsync(_user, _resume, Now, default);

        (await Store.ReplaceAsync(Index(revision: 2, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeFalse();
        (await Store.FindAsync(_user, _resume, default)).ShouldBeNull();
        (await Store.ReadAsync(_user, _resume, Model, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resume_that_is_erased_before_it_was_stored_is_not_stored()
    {
        await Store.EraseResumeAsync(_user, _resume, Now, default);

        (await Store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeFalse();

        (await CountAnnouncedAsync(_resume)).ShouldBe(0);
    }

    [Fact]
    public async Task An_erased_user_loses_every_resume_for_good_and_others_lose_none()
    {
        await PutAsync(revision: 1, Chunk(0, "one", 1, 0, 0));
        var second = Index(revision: 1, 1) with { ResumeId = Interlocked.Increment(ref _ids) };
        (await Store.ReplaceAsync(second, [Chunk(0, "two", 1, 0, 0)], default)).ShouldBeTrue();
        var others = Index(revision: 1, 1) with { ResumeId = Interlocked.Increment(ref _ids), UserId = Interlocked.Increment(ref _ids) };
        (await Store.ReplaceAsync(others, [Chunk(0, "theirs", 1, 0, 0)], default)).ShouldBeTrue();

        await Store.EraseUserAsync(_user, Now, default);
        await Store.EraseUserAsync(_user, Now, default);

        (await Store.FindAsync(_user, _resume, default)).ShouldBeNull();
        (await Store.FindAsync(_user, second.ResumeId, default)).ShouldBeNull();
        (await Store.ReplaceAsync(Index(revision: 9, 1) with { ResumeId = Interlocked.Increment(ref _ids) }, [Chunk(0, "three", 1, 0, 0)], default)).ShouldBeFalse();
        (await Store.ReadAsync(others.UserId, others.ResumeId, Model, default)).Single().Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task Of_many_revisions_stored_at_once_the_newest_stays_whole()
    {
        await Task.WhenAll(Enumerable.Range(1, 12).OrderBy(revision => revision * 7 % 13).Select(revision => Task.Run(() => Store.ReplaceAsync(
            Index(revision, revision), [.. Enumerable.Range(0, revision).Select(number => Chunk(number, $"revision {revision}", 1, 0, 0))], default))));

        (await Store.FindAsync(_user, _resume, default)).ShouldBe(Index(revision: 12, 12));
        var chunks = await Store.ReadAsync(_user, _resume, Model, default);
        chunks.Count.ShouldBe(12);
        chunks.ShouldAllBe(chunk => chunk.Text == "revision 12");
    }

    [Fact]
    public async Task A_reader_never_sees_two_revisions_mixed()
    {
        await PutAsync(revision: 1, Chunk(0, "revision 1", 1, 0, 0));
        using var writing = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var revision = 2; revision <= 30; revision++)
                await PutAsync(revision, [.. Enumerable.Range(0, 5).Select(number => Chunk(number, $"revision {revision}", 1, 0, 0))]);
            await writing.CancelAsync();
        });

        while (!writing.IsCancellationRequested)
        {
            var chunks = await Store.ReadAsync(_user, _resume, Model, default);
            chunks.Select(chunk => chunk.Text).Distinct().Count().ShouldBe(1);
        }

        await writer;
    }

    [Fact]
    public async Task An_erasure_that_races_with_storing_always_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var user = Interlocked.Increment(ref _ids);
            var index = Index(revision: 1, 1) with { UserId = user, ResumeId = Interlocked.Increment(ref _ids) };

            await Task.WhenAll(
                Task.Run(() => Store.ReplaceAsync(index, [Chunk(0, "text", 1, 0, 0)], default)),
                Task.Run(() => round % 2 == 0 ? Store.EraseUserAsync(user, Now, default) : Store.EraseResumeAsync(user, index.ResumeId, Now, default)));

            (await Store.FindAsync(user, index.ResumeId, default)).ShouldBeNull();
            (await Store.ReadAsync(user, index.ResumeId, Model, default)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_search_that_is_cancelled_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Store.SearchAsync(_user, _resume, Model, [Vector(1, 0, 0)], top: 1, cancelled.Token));
    }

    protected async Task PutAsync(int revision, params EmbeddedChunk[] chunks) =>
        (await Store.ReplaceAsync(Index(revision, chunks.Length), chunks, default)).ShouldBeTrue();

    protected async Task<IReadOnlyList<ScoredChunk>> SearchAsync(long userId, long resumeId, string model, int top) =>
        (await Store.SearchAsync(userId, resumeId, model, [Vector(1, 0, 0)], top, default)).Single();

    protected ResumeIndexed Index(int revision, int chunks) => new(_resume, _user, revision, chunks, Model, Now);

    protected static EmbeddedChunk Chunk(int number, string text, params float[] vector) => new(number, text, vector);

    protected static ReadOnlyMemory<float> Vector(params float[] vector) => vector;
}
