using System.Net;
using System.Text.Json;
using Shouldly;
using Testing;
using Xunit;

namespace EndToEnd;

public sealed class MainJobTests(PlatformFixture platform)
{
    [Theory]
    [InlineData("resume.pdf")]
    [InlineData("resume.docx")]
    public async Task A_candidate_uploads_a_resume_and_gets_the_analysis_the_chunks_and_questions(string filename)
    {
        using var candidate = await Candidate.RegisterAsync(platform);
        var (status, upload) = await candidate.UploadAsync(filename.EndsWith("pdf", StringComparison.Ordinal) ? Documents.Pdf() : Documents.Docx(), filename, Documents.JobDescription);

        status.ShouldBe(200);
        upload.GetProperty("faiss_indexed").GetBoolean().ShouldBeTrue();
        upload.GetProperty("parsed_data").GetProperty("name").GetString().ShouldBe("Tomas Oyelaran");
        upload.GetProperty("parsed_data").GetProperty("experience_years").GetInt32().ShouldBe(4);
        var gap = upload.GetProperty("gap_analysis");
        gap.GetProperty("matching_skills").ToString().ShouldContain("PYTHON");
        gap.GetProperty("missing_skills").ToString().ShouldContain("KUBERNETES");
        gap.GetProperty("semantic_similarity").GetDouble().ShouldBeInRange(0.01, 1);

        var again = await candidate.PostAsync("/api/resume/gap-analysis", new { job_description = Documents.JobDescription });
        again.Body.GetProperty("gap_analysis").GetRawText().ShouldBe(gap.GetRawText());
        (await candidate.GetAsync("/api/resume/analysis")).Body.GetProperty("resume_data").GetRawText().ShouldBe(upload.GetProperty("parsed_data").GetRawText());
        (await candidate.GetAsync("/api/resume/chunks")).Body.GetProperty("chunks").GetArrayLength().ShouldBe(upload.GetProperty("chunks_created").GetInt32());

        var questions = await candidate.PostAsync("/api/resume_based_questions", new { job_description = Documents.JobDescription, question_count = 6, variation_seed = "focus_projects" });
        questions.Status.ShouldBe(200);
        questions.Body.GetProperty("questions").GetArrayLength().ShouldBe(6);
        questions.Body.GetProperty("resume_chunks_found").GetInt32().ShouldBePositive();
        questions.Body.GetProperty("questions").ToString().ShouldContain("Tide Tables");
        var same = await candidate.PostAsync("/api/resume_based_questions", new { job_description = Documents.JobDescription, question_count = 6, variation_seed = "focus_projects" });
        same.Body.GetRawText().ShouldBe(questions.Body.GetRawText());
    }

    [Fact]
    public async Task Nobody_sees_another_candidates_resume()
    {
        using var owner = await Candidate.RegisterAsync(platform);
        using var other = await Candidate.RegisterAsync(platform);
        var id = (await owner.UploadAsync(Documents.Pdf(), "mine.pdf")).Body.GetProperty("resume_id").GetInt64();
        (await other.GetAsync($"/api/resumes/{id}")).Status.ShouldBe(404);
        (await other.GetAsync("/api/resume/analysis")).Status.ShouldBe(404);
        (await other.PostAsync("/api/resume_based_questions", new { job_description = "Python" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Internal_routes_are_not_reachable_from_outside()
    {
        using var candidate = await Candidate.RegisterAsync(platform);
        (await candidate.Http.GetAsync("/internal/resumes/1/chunks")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_deleted_account_leaves_nothing_to_sign_in_with()
    {
        using var candidate = await Candidate.RegisterAsync(platform);
        await candidate.UploadAsync(Documents.Pdf(), "resume.pdf");
        (await candidate.Http.DeleteAsync("/api/v1/users/me")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await candidate.GetAsync("/api/resume/analysis")).Status.ShouldBe(401);
        (await candidate.PostAsync("/api/v1/auth/refresh", new { refresh_token = candidate.Login.GetProperty("refresh_token").GetString() })).Status.ShouldBe(401);
        (await candidate.PostAsync("/api/v1/auth/login", new { email = candidate.Email, password = Candidate.Password })).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Damaged_and_malicious_files_are_answered_in_time_and_take_nothing_down()
    {
        var folder = Environment.GetEnvironmentVariable("SHARED_DATA") is { Length: > 0 } shared ? Path.Combine(shared, "data", "hostile") : null;
        if (folder is null || !Directory.Exists(folder))
        {
            TestContext.Current.TestOutputHelper?.WriteLine("SHARED_DATA is not set: no damaged files to send.");
            return;
        }

        using var candidate = await Candidate.RegisterAsync(platform);
        var files = Directory.GetFiles(folder, "*.pdf");
        files.ShouldNotBeEmpty();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, cancellationToken) =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var (status, body) = await candidate.UploadAsync(await File.ReadAllBytesAsync(file, cancellationToken), Path.GetFileName(file));
            status.ShouldBeOneOf(200, 400);
            body.GetProperty("success").GetBoolean().ShouldBe(status == 200);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15), Path.GetFileName(file));
        });

        (await candidate.UploadAsync(Documents.Pdf(), "good.pdf")).Status.ShouldBe(200);
        (await candidate.Http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_api_is_described_and_readable_without_the_internet()
    {
        using var client = platform.CreateClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/resume.json"));
        document.RootElement.GetProperty("paths").TryGetProperty("/api/upload_resume", out _).ShouldBeTrue();
        document.RootElement.GetRawText().ShouldNotContain("/internal/");
        using var docs = await client.GetAsync("/docs");
        docs.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.MovedPermanently, HttpStatusCode.Redirect, HttpStatusCode.PermanentRedirect);
    }
}
