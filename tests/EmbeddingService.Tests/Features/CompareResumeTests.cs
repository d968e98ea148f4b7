using System.Net;
using System.Net.Http.Json;
using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Features;

[Collection(nameof(RunningEmbeddingService))]
public sealed class CompareResumeTests(RunningEmbeddingService service)
{
    private readonly long _user = service.NewId();

    [Fact]
    public async Task A_fitting_resume_scores_above_0_6_and_one_from_another_field_below_0_3()
    {
        var scores = new List<(string Resume, string Job, double Similarity)>();
        foreach (var person in ResumeAndJob.All)
        {
            var resume = service.NewId();
            service.Resumes.Put(resume, _user, revision: 1, person.Chunks());
            foreach (var job in ResumeAndJob.All)
                scores.Add((person.Field, job.Field, await SimilarityAsync(resume, job.Job)));
        }

        foreach (var score in scores.Where(score => score.Resume == score.Job || score.Similarity > 0.2))
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{score.Similarity:F3} {score.Resume} / {score.Job}"));
        scores.Count(score => score.Resume == score.Job).ShouldBe(9);
        scores.Where(score => score.Resume == score.Job).ShouldAllBe(score => score.Similarity > 0.6);
        scores.Where(score => score.Resume != score.Job).ShouldAllBe(score => score.Similarity < 0.3);
    }

    [Fact]
    public async Task A_resume_scores_nearly_1_against_its_own_text()
    {
        var (resume, person) = (service.NewId(), ResumeAndJob.All[0]);
        service.Resumes.Put(resume, _user, revision: 1, person.Chunks());

        (await SimilarityAsync(resume, person.Resume)).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public async Task The_answer_is_the_same_every_time_and_names_the_model()
    {
        var (resume, person) = (service.NewId(), ResumeAndJob.All[2]);
        service.Resumes.Put(resume, _user, revision: 1, person.Chunks());

        var one = await CompareAsync(new(_user, resume, Revision: 1, person.Job));
        var other = await CompareAsync(new(_user, resume, Revision: 1, person.Job));

        one.ShouldBe(other);
        one.Model.ShouldBe(BuiltInModel.Version);
    }

    [Fact]
    public async Task A_newer_revision_than_the_indexed_one_is_indexed_first()
    {
        var resume = service.NewId();
        service.Resumes.Put(resume, _user, revision: 1, "gardening and choir singing");
        (await SimilarityAsync(resume, "Kubernetes platform engineering with Terraform")).ShouldBeLessThan(0.3);
        service.Resumes.Put(resume, _user, revision: 2, "Kubernetes platform engineering with Terraform");

        var answer = await CompareAsync(new(_user, resume, Revision: 2, "Kubernetes platform engineering with Terraform"));

        answer.Similarity.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task A_resume_that_is_gone_has_no_similarity() =>
        (await SimilarityAsync(service.NewId(), "Kubernetes platform engineering")).ShouldBe(0);

    [Fact]
    public async Task Somebody_elses_resume_has_no_similarity()
    {
        var resume = service.NewId();
        service.Resumes.Put(resume, userId: service.NewId(), revision: 1, "Kubernetes platform engineering");

        (await SimilarityAsync(resume, "Kubernetes platform engineering")).ShouldBe(0);
    }

    [Fact]
    public async Task A_job_description_without_words_has_no_similarity()
    {
        var resume = service.NewId();
        service.Resumes.Put(resume, _user, revision: 1, "Kubernetes platform engineering");

        (await SimilarityAsync(resume, "*** --- ***")).ShouldBeLessThan(0.1);
    }

    [Fact]
    public async Task A_long_job_description_is_compared_within_a_second()
    {
        var resume = service.NewId();
        service.Resumes.Put(resume, _user, revision: 1, ResumeAndJob.All[0].Chunks());
        var longText = string.Concat(Enumerable.Repeat(ResumeAndJob.All[0].Job + "\n", 400))[..200_000];
        await SimilarityAsync(resume, longText);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        (await SimilarityAsync(resume, longText)).ShouldBeGreaterThan(0.6);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \n ")]
    public async Task A_blank_job_description_is_refused(string? text)
    {
        using var response = await service.PostAsync("/internal/similarity", new { userId = _user, resumeId = 1, revision = 1, jobDescription = text });

        await SearchChunksTests.ShouldBeProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_job_description_of_a_megabyte_is_refused()
    {
        using var response = await service.PostAsync("/internal/similarity", new ResumeSimilarityRequest(_user, 1, 1, new string('x', 1_000_000)));

        await SearchChunksTests.ShouldBeProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_index_and_without_ResumeService_the_answer_is_503()
    {
        var resume = service.NewId();
        service.Resumes.Put(resume, _user, revision: 1, "unreachable");
        service.Resumes.Before(resume, () => Task.FromResult(503));

        using var response = await service.PostAsync("/internal/similarity", new ResumeSimilarityRequest(_user, resume, 1, "a job for a person"));

        await SearchChunksTests.ShouldBeProblemAsync(response, HttpStatusCode.ServiceUnavailable);
    }

    private async Task<double> SimilarityAsync(long resume, string job) => (await CompareAsync(new(_user, resume, Revision: 0, job))).Similarity;

    private async Task<ResumeSimilarityResponse> CompareAsync(ResumeSimilarityRequest request)
    {
        using var response = await service.PostAsync("/internal/similarity", request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<ResumeSimilarityResponse>())!;
    }
}
