using System.Diagnostics;
using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using Gateway.Contracts;
using MassTransit;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Messaging;

[Collection(nameof(RunningEmbeddingService))]
public sealed class IndexingTests(RunningEmbeddingService service)
{
    private readonly long _user = service.NewId();
    private readonly long _resume = service.NewId();

    [Fact]
    public async Task A_requested_index_is_searchable_when_the_answer_comes_and_is_announced()
    {
        service.Resumes.Put(_resume, _user, revision: 3, "Kafka pipelines and stream processing", "Choir, climbing and photography");

        var answer = (await service.RequestIndexAsync(_user, _resume, revision: 3)).Message;

        answer.ShouldBe(new ResumeIndexed(_resume, _user, Revision: 3, ChunkCount: 2, BuiltInModel.Version, answer.IndexedAt));
        answer.IndexedAt.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        (await service.SearchAsync(_user, _resume, "stream processing with Kafka")).Hits[0][0].ChunkNumber.ShouldBe(0);
        await AnnouncedAsync(1);
        service.Announced(_resume).Single().ShouldBe(answer);
    }

    [Fact]
    public async Task A_parsed_resume_is_indexed_and_announced()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one", "two", "three");

        await service.Bus.Publish(Parsed(revision: 1));

        await AnnouncedAsync(1);
        service.Announced(_resume).Single().ChunkCount.ShouldBe(3);
        (await service.CountChunksAsync(_resume)).ShouldBe(3);
    }

    [Fact]
    public async Task The_request_and_the_event_of_one_upload_make_one_index()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one", "two");

        await Task.WhenAll(
            service.Bus.Publish(Parsed(revision: 1)),
            service.RequestIndexAsync(_user, _resume, revision: 1),
            service.RequestIndexAsync(_user, _resume, revision: 1));

        await AnnouncedAsync(1);
        await Task.Delay(500);
        service.Announced(_resume).Count.ShouldBe(1);
        (await service.CountChunksAsync(_resume)).ShouldBe(2);
    }

    [Fact]
    public async Task An_event_delivered_again_does_no_work_again()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        var parsed = Parsed(revision: 1);
        await service.Bus.Publish(parsed);
        await AnnouncedAsync(1);
        var calls = service.Resumes.CallsFor(_resume);

        await service.Bus.Publish(parsed);
        await service.RequestIndexAsync(_user, _resume, revision: 1);

        service.Resumes.CallsFor(_resume).ShouldBe(calls);
        service.Announced(_resume).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_after_the_index_was_made_is_told_again()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        var indexed = (await service.RequestIndexAsync(_user, _resume, revision: 1)).Message;

        await service.Bus.Publish(Parsed(revision: 1) with { ParsedAt = indexed.IndexedAt.AddSeconds(20) });

        await AnnouncedAsync(2);
        service.Announced(_resume)[1].Revision.ShouldBe(1);
        service.Resumes.CallsFor(_resume).ShouldBe(1);
    }

    [Fact]
    public async Task A_newer_revision_replaces_the_vectors_and_an_older_one_no_longer_does()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "old one", "old two");
        await service.RequestIndexAsync(_user, _resume, revision: 1);
        service.Resumes.Put(_resume, _user, revision: 2, "new");

        (await service.RequestIndexAsync(_user, _resume, revision: 2)).Message.Revision.ShouldBe(2);
        (await service.RequestIndexAsync(_user, _resume, revision: 1)).Message.Revision.ShouldBe(2);

        (await service.CountChunksAsync(_resume)).ShouldBe(1);
        (await service.SearchAsync(_user, _resume, "new")).Hits[0].Single().Text.ShouldBe("new");
    }

    [Fact]
    public async Task A_resume_that_is_gone_answers_no_chunks_and_loses_its_vectors()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        await service.RequestIndexAsync(_user, _resume, revision: 1);
        service.Resumes.Delete(_resume);

        (await service.RequestIndexAsync(_user, _resume, revision: 2)).Message.ChunkCount.ShouldBe(0);

        (await service.CountChunksAsync(_resume)).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_resume_is_not_indexed_for_me()
    {
        service.Resumes.Put(_resume, userId: service.NewId(), revision: 1, "not yours");

        (await service.RequestIndexAsync(_user, _resume, revision: 1)).Message.ChunkCount.ShouldBe(0);

        (await service.CountChunksAsync(_resume)).ShouldBe(0);
    }

    [Fact]
    public async Task A_deleted_resume_loses_its_vectors()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        await service.RequestIndexAsync(_user, _resume, revision: 1);

        await service.Bus.Publish(new ResumeDeleted(_resume, _user, DateTimeOffset.UtcNow));

        await RunningEmbeddingService.UntilAsync(async () => await service.CountChunksAsync(_resume) == 0);
    }

    [Fact]
    public async Task Vectors_do_not_come_back_when_the_resume_is_deleted_while_it_is_being_indexed()
    {
        // ResumeService has read the chunks for its answer, then the resume is deleted, then the answer arrives.
        var deletion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        service.Resumes.Before(_resume, async () =>
        {
            await deletion.Task;
            return 200;
        });
        var request = service.RequestIndexAsync(_user, _resume, revision: 1);
        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(service.Resumes.CallsFor(_resume) > 0));
        await service.Bus.Publish(new ResumeDeleted(_resume, _user, DateTimeOffset.UtcNow));
        await ErasedAsync("erased_resumes", "resume_id", _resume);
        deletion.SetResult();

        (await request).Message.ChunkCount.ShouldBe(0);

        (await service.CountChunksAsync(_resume)).ShouldBe(0);
        service.Announced(_resume).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deletion_that_overtakes_its_upload_wins()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        await service.Bus.Publish(new ResumeDeleted(_resume, _user, DateTimeOffset.UtcNow));
        await ErasedAsync("erased_resumes", "resume_id", _resume);

        await service.Bus.Publish(Parsed(revision: 1));
        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(service.Resumes.CallsFor(_resume) > 0));

        (await service.RequestIndexAsync(_user, _resume, revision: 1)).Message.ChunkCount.ShouldBe(0);
        (await service.CountChunksAsync(_resume)).ShouldBe(0);
    }

    [Fact]
    public async Task A_deleted_user_loses_all_vectors_for_good()
    {
        var second = service.NewId();
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        service.Resumes.Put(second, _user, revision: 1, "two");
        await service.RequestIndexAsync(_user, _resume, revision: 1);
        await service.RequestIndexAsync(_user, second, revision: 1);

        await service.Bus.Publish(new UserDeleted(_user, DateTimeOffset.UtcNow));

        await RunningEmbeddingService.UntilAsync(async () => await service.CountChunksAsync(_resume) + await service.CountChunksAsync(second) == 0);
        (await service.RequestIndexAsync(_user, _resume, revision: 1)).Message.ChunkCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_fails_at_once_when_ResumeService_fails_and_leaves_the_retries_to_the_event()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        service.Resumes.Before(_resume, () => Task.FromResult(500));
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<RequestFaultException>(() => service.RequestIndexAsync(_user, _resume, revision: 1));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        service.Resumes.CallsFor(_resume).ShouldBe(3, "one call and the client's own two retries");
        (await service.QueueExistsAsync("embedding-index-resume")).ShouldBeTrue();
        (await service.QueueExistsAsync("embedding-index-resume_error")).ShouldBeFalse();
        await service.Bus.Publish(Parsed(revision: 1));
        await Task.Delay(200);
        service.Resumes.Behave(_resume);
        await AnnouncedAsync(1);
    }

    [Fact]
    public async Task A_request_whose_time_is_over_is_given_up()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "one");
        var calls = 0;
        service.Resumes.Before(_resume, async () =>
        {
            Interlocked.Increment(ref calls);
            await Task.Delay(TimeSpan.FromSeconds(4));
            return 200;
        });
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<RequestException>(() => service.RequestIndexAsync(_user, _resume, revision: 1, TimeSpan.FromSeconds(1)));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        await Task.Delay(TimeSpan.FromSeconds(5));
        (await service.CountChunksAsync(_resume)).ShouldBe(0);
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task An_index_that_waits_for_a_slow_answer_does_not_hold_up_others()
    {
        var other = service.NewId();
        service.Resumes.Put(_resume, _user, revision: 1, "slow");
        service.Resumes.Put(other, _user, revision: 1, "fast");
        service.Resumes.Before(_resume, async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            return 200;
        });
        var slow = service.RequestIndexAsync(_user, _resume, revision: 1);
        var watch = Stopwatch.StartNew();

        await service.RequestIndexAsync(_user, other, revision: 1);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (await slow).Message.ChunkCount.ShouldBe(1);
    }

    [Fact]
    public async Task Many_resumes_at_once_are_all_indexed_once()
    {
        var resumes = Enumerable.Range(0, 40).Select(_ => service.NewId()).ToArray();
        foreach (var resume in resumes)
            service.Resumes.Put(resume, _user, revision: 1, [.. Enumerable.Range(0, 12).Select(number => $"Chunk {number} of resume {resume}, about Kubernetes and PostgreSQL")]);

        await Task.WhenAll(resumes.Select(resume => service.Bus.Publish(new ResumeParsed(resume, _user, 1, 12, DateTimeOffset.UtcNow))));

        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(resumes.All(resume => service.Announced(resume).Count > 0)));
        resumes.ShouldAllBe(resume => service.Announced(resume).Single().ChunkCount == 12);
    }

    [Fact]
    public async Task An_answer_that_is_older_than_what_was_announced_is_not_taken()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "old");

        await Should.ThrowAsync<RequestFaultException>(() => service.RequestIndexAsync(_user, _resume, revision: 2));

        (await service.CountChunksAsync(_resume)).ShouldBe(0);
    }

    private ResumeParsed Parsed(int revision) => new(_resume, _user, revision, ChunkCount: 1, DateTimeOffset.UtcNow.AddSeconds(-1));

    private Task AnnouncedAsync(int times) => RunningEmbeddingService.UntilAsync(() => Task.FromResult(service.Announced(_resume).Count >= times));

    private Task ErasedAsync(string table, string column, long id) =>
        RunningEmbeddingService.UntilAsync(async () => await service.CountAsync($"SELECT count(*)::int FROM {table} WHERE {column} = $1", id) == 1);
}
