using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Gateway.Contracts;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Features;

[Collection(nameof(ResumeServiceFixture))]
public sealed class ResumeRoutesTests(ResumeServiceFixture service)
{
    [Theory]
    [InlineData("GET", "/api/resume/analysis")]
    [InlineData("GET", "/api/resume/chunks")]
    [InlineData("POST", "/api/resume/gap-analysis")]
    public async Task Without_a_resume_the_answer_is_404(string method, string path)
    {
        using var user = service.NewUser();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = JsonContent.Create(new { job_description = "Python" });
        (await user.SendAsync(request).ReadAsync()).ShouldBeError(404, "No resume uploaded");
    }

    [Fact]
    public async Task Gap_analysis_answers_every_field_of_the_seed()
    {
        using var user = service.NewUser();
        await UploadAsync(user);
        var (status, body) = await user.PostAsJsonAsync("/api/resume/gap-analysis", new { job_description = Resumes.JobDescription, unknown = 1 }).ReadAsync();

        status.ShouldBe(200);
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        var gap = body.GetProperty("gap_analysis");
        gap.GetProperty("experience_required").GetInt32().ShouldBe(5);
        gap.GetProperty("jd_skills_found").Strings().ShouldBe(["Python", "PostgreSQL", "AWS", "Kubernetes", "Terraform"], ignoreOrder: true);
        gap.GetProperty("section_gaps").GetProperty("technical").Strings().ShouldBe(["KUBERNETES", "TERRAFORM"], ignoreOrder: true);
        gap.GetProperty("section_gaps").GetProperty("experience").GetArrayLength().ShouldBePositive();
        gap.GetProperty("section_gaps").GetProperty("certifications").GetArrayLength().ShouldBe(0);
        foreach (var name in (string[])["match_percentage", "semantic_similarity", "matching_skills", "missing_skills", "gap_severity", "experience_fit", "evidence"])
            gap.TryGetProperty(name, out _).ShouldBeTrue(name);
        var again = (await user.PostAsJsonAsync("/api/resume/gap-analysis", new { job_description = Resumes.JobDescription }).ReadAsync()).Body;
        again.GetRawText().ShouldBe(body.GetRawText(), "same input, same output");
    }

    [Theory]
    [InlineData("""{"job_description":""}""", "Job description is required")]
    [InlineData("""{"job_description":"  \n "}""", "Job description is required")]
    [InlineData("""{}""", "Job description is required")]
    [InlineData("""{"job_description":""", "The request could not be read.")]
    [InlineData("""{"job_description":5}""", "The request could not be read.")]
    [InlineData("""null""", "The request could not be read.")]
    public async Task A_gap_analysis_without_a_readable_job_description_is_400(string json, string message)
    {
        using var user = service.NewUser();
        (await user.PostAsync("/api/resume/gap-analysis", new StringContent(json, Encoding.UTF8, "application/json")).ReadAsync()).ShouldBeError(400, message);
    }

    [Fact]
    public async Task A_job_description_of_a_megabyte_and_another_content_type_are_refused()
    {
        using var user = service.NewUser();
        (await user.PostAsJsonAsync("/api/resume/gap-analysis", new { job_description = new string('x', 1024 * 1024) }).ReadAsync())
            .ShouldBeError(400, "Job description is too long (maximum 100,000 characters)");
        (await user.PostAsync("/api/resume/gap-analysis", new StringContent("x", Encoding.UTF8, "text/plain")).ReadAsync()).ShouldBeError(415, "Unsupported content type");
    }

    [Fact]
    public async Task Analysis_gives_what_the_upload_gave()
    {
        using var user = service.NewUser();
        var upload = await UploadAsync(user);
        var (status, body) = await user.GetAsync("/api/resume/analysis").ReadAsync();
        status.ShouldBe(200);
        body.Names().ShouldBe(["success", "resume_data"]);
        body.GetProperty("resume_data").GetRawText().ShouldBe(upload.GetProperty("parsed_data").GetRawText());
    }

    [Fact]
    public async Task Chunks_cover_the_resume_in_the_seeds_fields()
    {
        using var user = service.NewUser(out var userId);
        var upload = await UploadAsync(user);
        var (status, body) = await user.GetAsync("/api/resume/chunks").ReadAsync();
        status.ShouldBe(200);
        var chunks = body.GetProperty("chunks").EnumerateArray().ToList();
        chunks.Count.ShouldBe(upload.GetProperty("chunks_created").GetInt32());
        for (var n = 0; n < chunks.Count; n++)
        {
            chunks[n].Names().ShouldBe(["id", "chunk_id", "user_id", "text", "chunk_size"]);
            chunks[n].GetProperty("id").GetString().ShouldBe($"resume_chunk_{userId}_{n}");
            chunks[n].GetProperty("chunk_id").GetInt32().ShouldBe(n);
            chunks[n].GetProperty("user_id").GetInt64().ShouldBe(userId);
            chunks[n].GetProperty("chunk_size").GetInt32().ShouldBe(chunks[n].GetProperty("text").GetString()!.Length);
        }

        string.Concat(chunks.Select(chunk => chunk.GetProperty("text").GetString())).ShouldContain("settles 40,000 payments");
    }

    [Fact]
    public async Task The_list_is_newest_first_and_only_the_first_is_current()
    {
        using var user = service.NewUser();
        var first = await UploadAsync(user);
        var second = await UploadAsync(user);
        var (status, body) = await user.GetAsync("/api/resumes").ReadAsync();
        status.ShouldBe(200);
        var resumes = body.GetProperty("resumes").EnumerateArray().ToList();
        resumes[0].Names().ShouldBe(["resume_id", "filename", "uploaded_at", "current", "faiss_indexed"]);
        resumes.Select(resume => resume.GetProperty("resume_id").GetInt64()).ShouldBe([Id(second), Id(first)]);
        resumes.Select(resume => resume.GetProperty("current").GetBoolean()).ShouldBe([true, false]);
        resumes[0].GetProperty("uploaded_at").GetString()!.ShouldEndWith("Z");
    }

    [Fact]
    public async Task One_resume_and_its_deletion()
    {
        using var user = service.NewUser();
        var older = Id(await UploadAsync(user));
        var newer = Id(await UploadAsync(user));

        var (status, body) = await user.GetAsync($"/api/resumes/{newer}").ReadAsync();
        status.ShouldBe(200);
        body.GetProperty("current").GetBoolean().ShouldBeTrue();
        body.GetProperty("resume_data").GetProperty("name").GetString().ShouldBe("Mara Lindqvist");

        var deleted = await user.DeleteAsync($"/api/resumes/{newer}").ReadAsync();
        deleted.Status.ShouldBe(200);
        deleted.Body.GetRawText().ShouldBe("""{"success":true,"message":"Resume deleted successfully"}""");
        (await user.GetAsync($"/api/resumes/{newer}").ReadAsync()).ShouldBeError(404, "Resume not found");
        (await user.DeleteAsync($"/api/resumes/{newer}").ReadAsync()).ShouldBeError(404, "Resume not found");
        (await user.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes")[0].GetProperty("resume_id").GetInt64().ShouldBe(older);
        await EventuallyAsync(() => Task.FromResult(service.Embedding.Does.Deleted.Any(gone => gone.ResumeId == newer)));
    }

    [Fact]
    public async Task Somebody_elses_resume_is_not_there()
    {
        using var owner = service.NewUser();
        using var other = service.NewUser();
        var id = Id(await UploadAsync(owner));
        (await other.GetAsync($"/api/resumes/{id}").ReadAsync()).ShouldBeError(404, "Resume not found");
        (await other.DeleteAsync($"/api/resumes/{id}").ReadAsync()).ShouldBeError(404, "Resume not found");
        (await other.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes").GetArrayLength().ShouldBe(0);
        (await owner.GetAsync($"/api/resumes/{id}").ReadAsync()).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/api/upload_resume", "POST")]
    [InlineData("/api/resume/gap-analysis", "POST")]
    [InlineData("/api/resume/analysis", "GET")]
    [InlineData("/api/resume/chunks", "GET")]
    [InlineData("/api/resumes", "GET")]
    [InlineData("/api/resumes/1", "GET")]
    [InlineData("/api/resumes/1", "DELETE")]
    public async Task Every_route_asks_for_a_token(string path, string method)
    {
        using var nobody = service.Anonymous();
        (await nobody.SendAsync(new HttpRequestMessage(new HttpMethod(method), path)).ReadAsync()).ShouldBeError(401, "Invalid or expired token");
    }

    [Fact]
    public async Task An_unknown_path_and_a_wrong_method_keep_the_seeds_shape()
    {
        using var user = service.NewUser();
        (await user.GetAsync("/api/resumes/not-a-number").ReadAsync()).ShouldBeError(404, "Not found");
        (await user.DeleteAsync("/api/resume/analysis").ReadAsync()).ShouldBeError(405, "Method not allowed");
    }

    [Fact]
    public async Task Services_read_chunks_and_analysis_and_users_cannot()
    {
        using var user = service.NewUser(out var userId);
        var id = Id(await UploadAsync(user));
        using var embedding = service.AsService();

        var chunks = await embedding.GetFromJsonAsync<ResumeChunks>($"/internal/resumes/{id}/chunks", PlatformJson.Internal);
        chunks!.UserId.ShouldBe(userId);
        chunks.Chunks.Select(chunk => chunk.Number).ShouldBe(Enumerable.Range(0, chunks.Chunks.Count));
        using var answer = await embedding.PostAsJsonAsync($"/internal/users/{userId}/analysis", new ResumeAnalysisRequest(Resumes.JobDescription), PlatformJson.Internal);
        var analysis = await answer.Content.ReadFromJsonAsync<ResumeAnalysis>(PlatformJson.Internal);
        analysis!.MissingSkills.ShouldBe(["Kubernetes", "Terraform"], ignoreOrder: true);
        analysis.Projects.ShouldHaveSingleItem().Name.ShouldBe("Ledger Explorer");

        (await user.GetAsync($"/internal/resumes/{id}/chunks")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        (await embedding.GetAsync("/internal/resumes/999999999/chunks")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Services_read_a_users_resumes_and_what_each_says()
    {
        using var user = service.NewUser(out var userId);
        var first = Id(await UploadAsync(user));
        var second = Id(await UploadAsync(user));
        using var chat = service.AsService();

        var list = await chat.GetFromJsonAsync<UploadedResumes>($"/internal/users/{userId}/resumes", PlatformJson.Internal);
        list!.Resumes.Select(resume => resume.ResumeId).ShouldBe([second, first]);
        list.Resumes.ShouldAllBe(resume => resume.Filename.EndsWith(".pdf"));
        var resume = await chat.GetFromJsonAsync<DocumentAnalysis>($"/internal/users/{userId}/resumes/{first}", PlatformJson.Internal);
        (resume!.Profile.Name, resume.Profile.Email, resume.Analysis.Title, resume.Analysis.ResumeId).ShouldBe(("Mara Lindqvist", "mara.lindqvist@example.org", "Backend Engineer", first));
        resume.Analysis.Jobs.Select(job => job.Company).ShouldBe(["Fjord Payments", "Northlight Labs"]);
        resume.Profile.Education.ShouldHaveSingleItem().School.ShouldBe("Uppsala University");

        service.NewUser(out var stranger).Dispose();
        (await chat.GetFromJsonAsync<UploadedResumes>($"/internal/users/{stranger}/resumes", PlatformJson.Internal))!.Resumes.ShouldBeEmpty();
        (await chat.GetAsync($"/internal/users/{stranger}/resumes/{first}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await user.GetAsync($"/internal/users/{userId}/resumes")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        (await user.GetAsync($"/internal/users/{userId}/resumes/{first}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_deleted_users_data_is_erased_and_does_not_come_back()
    {
        using var user = service.NewUser(out var userId);
        await UploadAsync(user);
        await service.Services.GetRequiredService<IBus>().Publish(new UserDeleted(userId, DateTimeOffset.UtcNow));

        await using var database = NpgsqlDataSource.Create(service.Database);
        await EventuallyAsync(async () =>
        {
            await using var connection = await database.OpenConnectionAsync();
            return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM resumes WHERE user_id = @userId", new { userId }) == 0;
        });
        using var form = ResumeServiceFixture.Form(Resumes.Pdf());
        (await user.PostAsync("/api/upload_resume", form).ReadAsync()).Status.ShouldBe(401, "an upload under way while the account was deleted");
    }

    private static async Task<JsonElement> UploadAsync(HttpClient user)
    {
        using var form = ResumeServiceFixture.Form(Resumes.Pdf());
        var (status, body) = await user.PostAsync("/api/upload_resume", form).ReadAsync();
        status.ShouldBe(200);
        return body;
    }

    private static long Id(JsonElement upload) => upload.GetProperty("resume_id").GetInt64();

    private static async Task EventuallyAsync(Func<Task<bool>> happened)
    {
        var watch = Stopwatch.StartNew();
        while (!await happened())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }
    }
}
