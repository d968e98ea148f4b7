using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using MassTransit;
using Microsoft.AspNetCore.Http;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Messaging;

[Collection(nameof(SoloEmbeddingService))]
public sealed class IndexingFailureTests(SoloEmbeddingService solo)
{
    private readonly long _user = solo.NewId();
    private readonly long _resume = solo.NewId();

    [Fact]
    public async Task A_resume_that_is_given_up_is_announced_with_a_reason_and_without_its_text()
    {
        var settings = await solo.SettingsAsync();
        settings["Embedding:Indexing:Attempts"] = "2";
        await using var host = SoloEmbeddingService.Start(settings);
        solo.Resumes.Put(_resume, _user, revision: 4, "one");
        solo.Resumes.Before(_resume, () => Task.FromResult(StatusCodes.Status500InternalServerError));

        await solo.Bus.Publish(new ResumeParsed(_resume, _user, 4, 1, DateTimeOffset.UtcNow));

        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(solo.Failed(_resume).Count > 0));
        var failed = solo.Failed(_resume).Single();
        failed.ShouldBe(new ResumeIndexingFailed(_resume, _user, 4, "chunks_unavailable", failed.FailedAt));
        failed.FailedAt.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        solo.Resumes.CallsFor(_resume).ShouldBe(6, "two attempts, each with the client's own two retries");
        solo.Indexed(_resume).ShouldBeEmpty();
        solo.Resumes.Behave(_resume);
    }

    [Fact]
    public async Task What_another_service_could_not_do_with_the_same_event_is_not_announced()
    {
        var settings = await solo.SettingsAsync();
        await using var host = SoloEmbeddingService.Start(settings);
        solo.Resumes.Put(_resume, _user, revision: 1, "one");
        var failing = solo.Bus.ConnectReceiveEndpoint("another-resume-parsed", endpoint =>
            endpoint.Handler<ResumeParsed>(_ => throw new InvalidOperationException("Not here.")));
        await failing.Ready;

        await solo.Bus.Publish(new ResumeParsed(_resume, _user, 1, 1, DateTimeOffset.UtcNow.AddSeconds(-1)));

        await RunningEmbeddingService.UntilAsync(() => Task.FromResult(solo.Indexed(_resume).Count > 0));
        await Task.Delay(500);
        await failing.StopAsync();
        solo.Failed(_resume).ShouldBeEmpty();
    }
}
