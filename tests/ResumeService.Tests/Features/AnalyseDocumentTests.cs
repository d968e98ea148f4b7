using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Features;

[Collection(nameof(ResumeServiceFixture))]
public sealed class AnalyseDocumentTests(ResumeServiceFixture service)
{
    [Fact]
    public async Task A_file_is_set_against_the_job_description()
    {
        var analysis = await AnalyseAsync(Form(Resumes.Pdf(), "cv.pdf", jobDescription: Resumes.JobDescription));

        analysis.Text.ShouldContain("settles 40,000 payments a day");
        analysis.Profile.Name.ShouldBe("Mara Lindqvist");
        analysis.Profile.Certifications.ShouldBe(["AWS Certified Developer"]);
        analysis.Profile.Education.ShouldHaveSingleItem().EndYear.ShouldBe(2020);
        analysis.Analysis.MissingSkills.ShouldBe(["Kubernetes", "Terraform"], ignoreOrder: true);
        analysis.Analysis.ResumeId.ShouldBe(0);

        var job = analysis.Analysis.Jobs[0];
        (job.Company, job.Start, job.End, job.IsCurrent).ShouldBe(("Fjord Payments", new DateOnly(2021, 1, 1), new DateOnly(2023, 12, 1), false));
        var postgres = analysis.Analysis.Skills.Single(skill => skill.Name == "PostgreSQL");
        (postgres.IsUsed, postgres.LastUsed).ShouldBe((true, new DateOnly(2023, 12, 1)));
        postgres.Line!.ShouldContain("settles 40,000 payments");
        analysis.Analysis.Skills.Single(skill => skill.Name == "Git").IsUsed.ShouldBeFalse("it stands in a list only");
        var kubernetes = analysis.Analysis.Requirements.Single(required => required.Name == "Kubernetes");
        kubernetes.IsShown.ShouldBeFalse();
        kubernetes.Related.ShouldBe("Docker");
        kubernetes.RelatedLine!.ShouldContain("Docker");
        analysis.Analysis.Requirements.Single(required => required.Name == "Python").ResumeLine!.ShouldContain("Python");
    }

    [Fact]
    public async Task A_text_is_read_like_a_file()
    {
        var analysis = await AnalyseAsync(Form(text: string.Join("\r\n", Resumes.Lines), jobDescription: Resumes.JobDescription));

        analysis.Profile.Name.ShouldBe("Mara Lindqvist");
        analysis.Analysis.Jobs.Count.ShouldBe(2);
        analysis.Analysis.ExperienceYears.ShouldBe(3);
        analysis.Text.ShouldStartWith("Mara Lindqvist\nBackend Engineer");
    }

    [Fact]
    public async Task What_the_person_says_beside_the_file_counts_too()
    {
        var analysis = await AnalyseAsync(Form(
            Resumes.Pdf(), "cv.pdf", text: "I have run Kubernetes clusters with Terraform for two years.", jobDescription: Resumes.JobDescription));

        analysis.Analysis.MissingSkills.ShouldBeEmpty();
        analysis.Analysis.Requirements.Single(required => required.Name == "Terraform").ResumeLine.ShouldBe("I have run Kubernetes clusters with Terraform for two years.");
        analysis.Analysis.ExperienceYears.ShouldBe(3, "dates say more than a claim");
        analysis.Text.ShouldNotContain("two years");
    }

    [Theory]
    [InlineData("cv.txt", "just words", "text/plain", AnalysisRefusals.UnsupportedType)]
    [InlineData("cv.png", "\u0089PNG\r\n", "image/png", AnalysisRefusals.UnsupportedType)]
    [InlineData("cv.pdf", "just words", "application/octet-stream", AnalysisRefusals.Unreadable)]
    [InlineData("cv", "just words", "application/pdf", AnalysisRefusals.Unreadable)]
    [InlineData("cv.docx", "PK\u0003\u0004 and no more", "application/octet-stream", AnalysisRefusals.Unreadable)]
    [InlineData("cv.bin", "%PDF-1.4 and no more", "application/octet-stream", AnalysisRefusals.Unreadable)]
    public async Task A_document_that_cannot_be_analysed_is_refused_with_its_reason(string name, string content, string contentType, string reason) =>
        (await RefusedAsync(Form(Encoding.Latin1.GetBytes(content), name, contentType: contentType))).ShouldBe(reason);

    [Fact]
    public async Task A_document_without_text_and_a_blank_text_are_refused()
    {
        (await RefusedAsync(Form(new PdfBuilder().Page(_ => { }).Build(), "cv.pdf"))).ShouldBe(AnalysisRefusals.NoText);
        (await RefusedAsync(Form(text: " \r\n\t "))).ShouldBe(AnalysisRefusals.NoText);
    }

    [Fact]
    public async Task A_text_of_200_kB_and_a_text_of_one_line_are_read()
    {
        var long1 = string.Concat(Enumerable.Repeat(string.Join('\n', Resumes.Lines) + "\n", 260));
        (await AnalyseAsync(Form(text: long1))).Analysis.Skills.ShouldContain(skill => skill.Name == "PostgreSQL");
        (await AnalyseAsync(Form(text: new string('x', 200_000)))).Analysis.Skills.ShouldBeEmpty();
        (await AnalyseAsync(Form(text: "数据工程师，熟悉 Python 和 PostgreSQL 🙂 مهندس بيانات"))).Analysis.Skills.ShouldContain(skill => skill.Name == "Python");
    }

    [Fact]
    public async Task A_users_token_does_not_open_it()
    {
        using var user = service.NewUser();
        using var form = Form(text: "Python");
        (await user.PostAsync("/internal/analyse", form)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<DocumentAnalysis> AnalyseAsync(MultipartFormDataContent form)
    {
        using var response = await SendAsync(form);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<DocumentAnalysis>(PlatformJson.Internal))!;
    }

    private async Task<string> RefusedAsync(MultipartFormDataContent form)
    {
        using var response = await SendAsync(form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await response.Content.ReadFromJsonAsync<AnalysisRefusal>(PlatformJson.Internal))!.Reason;
    }

    private async Task<HttpResponseMessage> SendAsync(MultipartFormDataContent form)
    {
        using var client = service.AsService();
        using (form)
            return await client.PostAsync("/internal/analyse", form);
    }

    private static MultipartFormDataContent Form(
        byte[]? file = null, string name = "", string? text = null, string? jobDescription = null, string contentType = "application/octet-stream")
    {
        var form = new MultipartFormDataContent();
        if (file is not null)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            form.Add(content, "resume", name);
        }

        if (text is not null)
            form.Add(new StringContent(text), "text");
        form.Add(new StringContent(jobDescription ?? ""), "jobDescription");
        return form;
    }
}
