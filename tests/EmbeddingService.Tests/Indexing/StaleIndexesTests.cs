using System.Net.Http.Json;
using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using MassTransit;
using Microsoft.AspNetCore.Http;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Shouldly;
using Testing;
using Testing.Doubles.Qdrant;
using Testing.Servers;
using Xunit;

namespace EmbeddingService.Tests.Indexing;

/// <summary>What is found searchable after a service was replaced, switched to another model or store, or killed.</summary>
[Collection(nameof(SoloEmbeddingService))]
public sealed class StaleIndexesTests(SoloEmbeddingService solo)
{
    private readonly long _user = solo.NewId();

    [Fact]
    public async Task Vectors_of_another_model_are_made_anew_after_the_start_once_by_all_replicas()
    {
        var settings = await solo.SettingsAsync();
        settings["Embedding:Indexing:Batch"] = "3";
        var resumes = Put(count: 20);
        await using (SoloEmbeddingService.Start(settings, "model-1"))
            await PublishAsync(resumes, indexed: 1);
        var calls = resumes.ToDictionary(resume => resume, solo.Resumes.CallsFor);

        await using var one = SoloEmbeddingService.Start(settings, "model-2");
        await using var other = SoloEmbeddingService.Start(settings, "model-2");
        await RunningEmbeddingService.UntilAsync(async () => await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM resume_indexes WHERE model = 'model-2'") == 20);

        resumes.ShouldAllBe(resume => solo.Resumes.CallsFor(resume) == calls[resume] + 1);
        (await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM chunks")).ShouldBe(40);
        (await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM chunks WHERE model <> 'model-2'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_search_does_not_wait_for_its_turn_and_a_resume_that_cannot_be_had_holds_up_no_other()
    {
        var settings = await solo.SettingsAsync();
        settings["Embedding:Indexing:Batch"] = "1";
        var resumes = Put(count: 5);
        await using (SoloEmbeddingService.Start(settings, "model-1"))
            await PublishAsync(resumes, indexed: 1);
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        solo.Resumes.Before(resumes[0], async () =>
        {
            await hold.Task;
            return StatusCodes.Status500InternalServerError;
        });

        await using var host = SoloEmbeddingService.Start(settings, "model-2");
        var hits = await SearchAsync(host.CreateClient(), resumes[4]);

        hits.Hits.Single()[0].Text.ShouldContain("resume");
        hold.SetResult();
        await RunningEmbeddingService.UntilAsync(async () => await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM resume_indexes WHERE model = 'model-2'") == 4);
        // The operator sees what is left.
        using var client = host.CreateClient().AsUser(_user);
        (await client.GetStringAsync(new Uri("/api/embedding/models", UriKind.Relative))).ShouldContain("\"outdated\":1");
        solo.Resumes.Behave(resumes[0]);
    }

    [Fact]
    public async Task A_resume_that_was_deleted_meanwhile_is_dropped()
    {
        var settings = await solo.SettingsAsync();
        var resumes = Put(count: 2);
        await using (SoloEmbeddingService.Start(settings, "model-1"))
            await PublishAsync(resumes, indexed: 1);
        solo.Resumes.Delete(resumes[0]);

        await using var host = SoloEmbeddingService.Start(settings, "model-2");
        await RunningEmbeddingService.UntilAsync(async () => await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM resume_indexes WHERE model = 'model-1'") == 0);

        (await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM resume_indexes")).ShouldBe(1);
    }

    [Fact]
    public async Task Switching_to_Qdrant_moves_what_is_stored_and_deleting_a_user_empties_it()
    {
        var settings = await solo.SettingsAsync();
        var resumes = Put(count: 3);
        await using (SoloEmbeddingService.Start(settings))
            await PublishAsync(resumes, indexed: 1);
        await using var qdrant = new QdrantDouble(apiKey: "key");
        await qdrant.StartAsync();
        settings["ConnectionStrings:qdrant"] = qdrant.ConnectionString;

        await using var host = SoloEmbeddingService.Start(settings);
        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(qdrant.Payloads("resume_chunks_384").Count == 6));

        (await SearchAsync(host.CreateClient(), resumes[1])).Hits.Single()[0].Text.ShouldContain($"resume {resumes[1]}");
        (await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM chunks")).ShouldBe(0);
        using var client = host.CreateClient().AsUser(_user);
        (await client.GetStringAsync(new Uri("/api/embedding/models", UriKind.Relative))).ShouldContain("\"store\":{\"kind\":\"qdrant\",\"resumes\":3,\"chunks\":6,\"outdated\":0}");
        (await client.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldContain("qdrant");

        await solo.Bus.Publish(new Gateway.Contracts.UserDeleted(_user, DateTimeOffset.UtcNow));
        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(qdrant.Payloads("resume_chunks_384").Count == 0));
        (await SearchAsync(host.CreateClient(), resumes[1])).Hits.Single().ShouldBeEmpty();
        qdrant.NotAsDescribed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_that_is_killed_while_indexing_leaves_every_resume_searchable_exactly_once(bool inQdrant)
    {
        var settings = await solo.SettingsAsync();
        await using var qdrant = new QdrantDouble();
        await qdrant.StartAsync();
        if (inQdrant)
            settings["ConnectionStrings:qdrant"] = qdrant.ConnectionString;
        var resumes = Put(count: 30);
        var erased = resumes[3];
        var port = LocalProcess.FreePort();
        await using (var doomed = SoloEmbeddingService.StartProcess(settings, port))
        {
            await doomed.WaitUntilAsync(() => IsHealthyAsync(port), TimeSpan.FromSeconds(60));
            await Task.WhenAll(resumes.Select(resume => solo.Bus.Publish(new ResumeParsed(resume, _user, 1, 2, DateTimeOffset.UtcNow.AddSeconds(-1)))));
            await RunningEmbeddingService.UntilAsync(async () => await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM resume_indexes") >= 5);
            await doomed.SignalAsync("KILL");
            await doomed.WaitForExitAsync(TimeSpan.FromSeconds(20));
        }

        await solo.Bus.Publish(new ResumeDeleted(erased, _user, DateTimeOffset.UtcNow));
        await using var host = SoloEmbeddingService.Start(settings);
        await RunningEmbeddingService.UntilAsync(async () => await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM resume_indexes") == 29
            && await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM erased_resumes") == 1);

        foreach (var resume in resumes.Except([erased]))
        {
            var hits = (await SearchAsync(host.CreateClient(), resume)).Hits.Single();
            hits.Select(hit => hit.ChunkNumber).Order().ShouldBe([0, 1]);
        }

        (await SearchAsync(host.CreateClient(), erased)).Hits.Single().ShouldBeEmpty();
        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(resumes.Except([erased]).All(resume => solo.Indexed(resume).Count > 0)));
        if (inQdrant)
            await RunningEmbeddingService.UntilAsync(() => Task.FromResult(qdrant.Payloads("resume_chunks_384").Count == 58));
        else
            (await SoloEmbeddingService.CountAsync(settings, "SELECT count(*)::int FROM chunks")).ShouldBe(58);
    }

    private static async Task<bool> IsHealthyAsync(int port)
    {
        using var client = new HttpClient();
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private long[] Put(int count)
    {
        var resumes = Enumerable.Range(0, count).Select(_ => solo.NewId()).ToArray();
        foreach (var resume in resumes)
            solo.Resumes.Put(resume, _user, revision: 1, $"Kubernetes clusters of resume {resume}", $"Climbing trips of resume {resume}");
        return resumes;
    }

    private async Task PublishAsync(long[] resumes, int indexed)
    {
        foreach (var resume in resumes)
            await solo.Bus.Publish(new ResumeParsed(resume, _user, 1, 2, DateTimeOffset.UtcNow.AddSeconds(-1)));
        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(resumes.All(resume => solo.Indexed(resume).Count >= indexed)));
    }

    private async Task<ChunkSearchResponse> SearchAsync(HttpClient client, long resume)
    {
        using var response = await client.AsService().PostAsJsonAsync("/internal/search", new ChunkSearchRequest(_user, resume, [$"Kubernetes clusters of resume {resume}"], Top: 5), PlatformJson.Internal);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ChunkSearchResponse>(PlatformJson.Internal))!;
    }
}
