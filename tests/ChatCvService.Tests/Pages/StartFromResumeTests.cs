using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChatCvService.Tests.Running;
using Microsoft.AspNetCore.Http;
using ResumeService.Contracts;
using ServiceDefaults.Json;
using Shouldly;
using Testing;
using Testing.Doubles;
using Xunit;

namespace ChatCvService.Tests.Pages;

[Collection(nameof(RunningChatCvService))]
public sealed class StartFromResumeTests(RunningChatCvService service) : IAsyncLifetime
{
    private static readonly DocumentAnalysis Resume = new()
    {
        Text = "Ana Ruiz",
        Profile = new CandidateProfile
        {
            Name = "Ana Ruiz", Email = "ana@example.org", Location = "Porto", Links = ["linkedin.com/in/ana-ruiz", "ana.example.org"], Certifications = ["ALS, 2024"],
            Education = [new CandidateEducation("University of Porto", "BSc Nursing", 2011, 2015)],
        },
        Analysis = new ResumeAnalysis
        {
            ResumeId = 5, Revision = 1, Title = "Nurse", ExperienceYears = 9, ExperienceRequired = 0, MatchingSkills = [], MissingSkills = [], Projects = [],
            Skills = [new AnalysedSkill("Triage", "Healthcare", 2), new AnalysedSkill("Excel", "HR & office", 1), new AnalysedSkill("Portuguese", "Spoken languages", 1)],
            Jobs = [new AnalysedJob("Staff Nurse", "Santo António Hospital", ["Cared for eight patients a shift"]) { Start = new DateOnly(2015, 9, 1), IsCurrent = true }],
        },
    };

    private HttpDouble _resumes = null!;
    private ServiceHost<ServiceMarker> _host = null!;

    public async ValueTask InitializeAsync()
    {
        _resumes = new HttpDouble(AnswerAsync);
        await _resumes.StartAsync();
        _host = service.Host(("services:resume:http:0", _resumes.Address.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _resumes.DisposeAsync();
    }

    [Fact]
    public async Task Uploaded_resumes_are_offered_and_the_conversation_asks_only_for_what_is_missing()
    {
        using var user = service.NewVisitor(_host);
        var page = await user.GetStringAsync("/cvs/start");
        page.ShouldContain("Ana &lt;Ruiz&gt;.pdf");
        page.ShouldContain("value=\"5\"");

        var path = await user.StartOnPageAsync("", "cv", ("resume", "5"));
        var conversation = await user.GetStringAsync(path);
        var reply = Forms.Messages(conversation)[1].Text;
        reply.ShouldContain("projects");
        reply.ShouldNotContain("email");
        foreach (var known in (string[])["name", "contact", "experience", "education", "skills"])
            conversation.ShouldNotContain($"value=\"{known}\"");
        conversation.ShouldContain("value=\"projects\"");

        using var response = await user.GetAsync("/api/v1/chat/session/" + path["/cvs/".Length..]);
        var cv = JsonDocument.Parse(await response.TextAsync()).RootElement.GetProperty("current_cv_data");
        cv.GetProperty("personal_info").GetRawText().ShouldBe(
            """{"full_name":"Ana Ruiz","title":"Nurse","phone":"","email":"ana@example.org","linkedin":"linkedin.com/in/ana-ruiz","website":"ana.example.org","location":"Porto"}""");
        cv.GetProperty("experience").GetRawText().ShouldBe(
            """[{"title":"Staff Nurse","company":"Santo António Hospital","location":"","start_date":"09/2015","end_date":"Present","description_bullets":["Cared for eight patients a shift"]}]""");
        cv.GetProperty("skills").GetRawText().ShouldBe("""{"core_competencies":["Triage"],"software_proficiency":["Excel"],"language_fluency":["Portuguese"],"certifications":["ALS, 2024"]}""");
        cv.GetProperty("summary").GetString().ShouldBe("");
    }

    [Fact]
    public async Task A_resume_that_is_not_the_users_is_not_found()
    {
        using var user = service.NewVisitor(_host);
        using var response = await user.PostFormAsync("/cvs/start", ("type", "cv"), ("resume", "6"), ("message", "I am Ana"));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var html = await response.TextAsync();
        html.ShouldContain("Resume not found");
        html.ShouldContain(">I am Ana</textarea>");
    }

    [Fact]
    public async Task The_API_starts_from_a_resume_too()
    {
        using var user = service.NewVisitor(_host);
        using var started = await user.PostAsJsonAsync("/api/v1/chat/start", new { doc_type = "cv", resume_id = 5 });
        started.StatusCode.ShouldBe(HttpStatusCode.Created);
        JsonDocument.Parse(await started.TextAsync()).RootElement.GetProperty("cv_data").GetProperty("personal_info").GetProperty("full_name").GetString().ShouldBe("Ana Ruiz");
        using var unknown = await user.PostAsJsonAsync("/api/v1/chat/start", new { doc_type = "cv", resume_id = 6 });
        (unknown.StatusCode, await unknown.TextAsync()).ShouldBe((HttpStatusCode.NotFound, """{"error":"Resume not found"}"""));
        await _resumes.StopAsync();
        using var down = await user.PostAsJsonAsync("/api/v1/chat/start", new { doc_type = "cv", resume_id = 5 });
        down.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var tooLong = await user.PostAsJsonAsync("/api/v1/chat/start", new { doc_type = "cv", initial_message = "hi", job_description = new string('x', 20_001) });
        (tooLong.StatusCode, await tooLong.TextAsync()).ShouldBe((HttpStatusCode.BadRequest, """{"error":"job_description is too long (maximum 20,000 characters)"}"""));
    }

    [Fact]
    public async Task With_ResumeService_down_a_conversation_starts_from_scratch_and_nothing_is_lost()
    {
        using var user = service.NewVisitor(_host);
        await _resumes.StopAsync();
        (await user.GetStringAsync("/cvs/start")).ShouldContain("cannot be listed right now");
        using var refused = await user.PostFormAsync("/cvs/start", ("type", "cv"), ("resume", "5"), ("message", "I am Ana Ruiz"));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var html = await refused.TextAsync();
        html.ShouldContain("or start from scratch.");
        html.ShouldContain(">I am Ana Ruiz</textarea>");
        await user.StartOnPageAsync("I am Ana Ruiz");
    }

    [Fact]
    public async Task A_job_description_is_remembered_and_gives_no_facts()
    {
        using var user = service.NewVisitor(_host);
        var path = await user.StartOnPageAsync("I am Ana Ruiz, a nurse, ana@example.org", "cv", ("job_description", "Ward manager. We are looking for Python and triage."));
        using var asked = await user.PostFormAsync(path + "/message", htmx: true, ("part", "skills"), ("shown", "2"));
        Forms.Messages(await asked.TextAsync())[1].Text.ShouldContain("skills in the job description");
        (await user.GetStringAsync(path + "/preview")).ShouldNotContain("Ward manager");
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.EndsWith("/resumes", StringComparison.Ordinal))
            return context.Response.WriteAsJsonAsync(new UploadedResumes([new UploadedResume(5, "Ana <Ruiz>.pdf", DateTimeOffset.UnixEpoch)]), PlatformJson.Internal);
        if (path.EndsWith("/resumes/5", StringComparison.Ordinal))
            return context.Response.WriteAsJsonAsync(Resume, PlatformJson.Internal);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
