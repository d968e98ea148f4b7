using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Features;

[Collection(nameof(ResumeServiceFixture))]
public sealed class IndexingTests(ResumeServiceFixture service) : IDisposable
{
    public void Dispose() => service.Embedding.Does.BehaveWell();

    [Fact]
    public async Task An_upload_while_embedding_is_down_succeeds_without_index_or_similarity()
    {
        service.Embedding.Does.AnswersRequests = false;
        service.Embedding.Does.IndexesFromEvents = false;
        service.Embedding.Does.Similarity = null;
        using var user = service.NewUser();

        var watch = Stopwatch.StartNew();
        var body = await UploadAsync(user, Resumes.JobDescription);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), "the wait for the index is bounded");
        body.GetProperty("faiss_indexed").GetBoolean().ShouldBeFalse();
        body.GetProperty("parsed_data").GetProperty("skills").GetArrayLength().ShouldBePositive();
        body.GetProperty("gap_analysis").GetProperty("semantic_similarity").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("gap_analysis").GetProperty("matching_skills").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task The_index_comes_from_the_event_without_a_new_upload()
    {
        service.Embedding.Does.AnswersRequests = false;
        using var user = service.NewUser();
        await UploadAsync(user);
        await UntilIndexedAsync(user);
    }

    [Fact]
    public async Task An_index_that_the_event_did_not_bring_is_asked_for_again()
    {
        service.Embedding.Does.AnswersRequests = false;
        service.Embedding.Does.IndexesFromEvents = false;
        using var user = service.NewUser();
        var id = (await UploadAsync(user)).GetProperty("resume_id").GetInt64();
        var watch = Stopwatch.StartNew();
        while (!service.Embedding.Does.Parsed.Any(parsed => parsed.ResumeId == id))
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }

        service.Embedding.Does.IndexesFromEvents = true;
        await UntilIndexedAsync(user);
        service.Embedding.Does.Parsed.Count(parsed => parsed.ResumeId == id).ShouldBeGreaterThan(1);
    }

    private static async Task<JsonElement> UploadAsync(HttpClient user, string? jobDescription = null)
    {
        using var form = ResumeServiceFixture.Form(Resumes.Pdf(), jobDescription: jobDescription);
        var (status, body) = await user.PostAsync("/api/upload_resume", form).ReadAsync();
        status.ShouldBe(200);
        return body;
    }

    private static async Task UntilIndexedAsync(HttpClient user)
    {
        var watch = Stopwatch.StartNew();
        while (!(await user.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes")[0].GetProperty("faiss_indexed").GetBoolean())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "the index never came");
            await Task.Delay(100);
        }
    }
}
