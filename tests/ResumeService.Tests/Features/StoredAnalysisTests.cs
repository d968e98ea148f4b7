using System.Net;
using System.Net.Http.Json;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Shouldly;
using Xunit;

namespace ResumeService.Tests.Features;

[Collection(nameof(ResumeServiceFixture))]
public sealed class StoredAnalysisTests(ResumeServiceFixture service)
{
    [Fact]
    public async Task A_stored_resume_is_set_against_a_job_with_what_its_owner_says_beside_it()
    {
        var (user, resume) = await UploadedAsync();
        var plain = await AnalyseAsync(user, resume, new StoredAnalysisRequest(Resumes.JobDescription, Text: null));
        plain.Profile.Name.ShouldBe("Mara Lindqvist");
        plain.Text.ShouldContain("settles 40,000 payments a day");
        plain.Analysis.MissingSkills.ShouldBe(["Kubernetes", "Terraform"], ignoreOrder: true);
        plain.Analysis.ResumeId.ShouldBe(resume);

        var more = await AnalyseAsync(user, resume, new StoredAnalysisRequest(Resumes.JobDescription, "I have run Kubernetes clusters with Terraform for two years."));
        more.Analysis.MissingSkills.ShouldBeEmpty();
        more.Analysis.Requirements.Single(required => required.Name == "Terraform").ResumeLine.ShouldBe("I have run Kubernetes clusters with Terraform for two years.");
        more.Text.ShouldBe(plain.Text, "the resume stays what it is");
        (await AnalyseAsync(user, resume, new StoredAnalysisRequest(JobDescription: null, Text: " "))).Analysis.MissingSkills.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_resume_is_not_there_and_a_users_token_opens_nothing()
    {
        var (user, resume) = await UploadedAsync();
        using var client = service.AsService();
        foreach (var path in (string[])[$"/internal/users/{user + 1000}/resumes/{resume}/analysis", $"/internal/users/{user}/resumes/{resume + 1000}/analysis"])
        {
            using var response = await client.PostAsJsonAsync(path, new StoredAnalysisRequest(null, null), PlatformJson.Internal);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using var person = service.NewUser();
        using var refused = await person.PostAsJsonAsync($"/internal/users/{user}/resumes/{resume}/analysis", new StoredAnalysisRequest(null, null), PlatformJson.Internal);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(long User, long Resume)> UploadedAsync()
    {
        using var person = service.NewUser(out var user);
        using var form = ResumeServiceFixture.Form(Resumes.Pdf());
        var (status, body) = await person.PostAsync("/api/upload_resume", form).ReadAsync();
        status.ShouldBe(200);
        return (user, body.GetProperty("resume_id").GetInt64());
    }

    private async Task<DocumentAnalysis> AnalyseAsync(long user, long resume, StoredAnalysisRequest request)
    {
        using var client = service.AsService();
        using var response = await client.PostAsJsonAsync($"/internal/users/{user}/resumes/{resume}/analysis", request, PlatformJson.Internal);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<DocumentAnalysis>(PlatformJson.Internal)).ShouldNotBeNull();
    }
}
