using System.Text;
using InterviewService.Tests.Running;
using Shouldly;
using Testing.Documents;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.Reports;

[Collection(nameof(RunningInterviewService))]
public sealed class ReportPageTests(RunningInterviewService service)
{
    private const string Attack = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";

    [Fact]
    public async Task The_form_offers_the_stored_resume_and_leads_to_the_report()
    {
        using var visitor = WithResume();
        var form = await visitor.ReadAsync("/interviews/reports/new");
        form.ShouldContain("my resume.pdf");
        form.ShouldContain($"value=\"{visitor.User}\" checked");

        var sent = await visitor.PostAsync(
            "/interviews/reports", ("key", Visitor.Value(form, "key")), ("jobTitle", "Backend Engineer"), ("jobDescription", Candidates.Job), ("resumeId", visitor.ResumeId));
        sent.Status.ShouldBe(303);
        sent.Location!.ShouldMatch("^/interviews/reports/[0-9a-f]{24}$");
        var report = await visitor.ReadAsync(sent.Location!);
        report.ShouldContain("<h1>Backend Engineer</h1>");
        report.ShouldMatch("aria-label=\"Match: [0-9]+ of 100");
        foreach (var part in (string[])["Skills asked for", "Proof in your work", "Years of experience", "Likeness of the texts"])
            report.ShouldContain(part);
        report.ShouldContain("Kubernetes", customMessage: "a gap of this job");
        report.ShouldContain("High: prepare first");
        report.ShouldContain("A model answer");
        report.ShouldContain("What they want to learn");
        report.ShouldContain("Day 1");
        report.ShouldContain($"{sent.Location}/plan.ics");
        report.ShouldContain($"{sent.Location}/resume.pdf");
        (await visitor.ReadAsync("/interviews")).ShouldContain(sent.Location!);
    }

    [Fact]
    public async Task A_file_counts_before_the_stored_resume()
    {
        using var visitor = WithResume("Somebody else entirely\nCook\nSkills: cooking");
        var sent = await visitor.PostAsync(
            "/interviews/reports", htmx: true, (Candidates.Pdf(), "cv.pdf"), ("jobDescription", Candidates.Job), ("resumeId", visitor.ResumeId));
        sent.Status.ShouldBe(204);
        var report = await visitor.ReadAsync(sent.Location!);
        report.ShouldContain("<h1>Senior Backend Engineer</h1>", customMessage: "the advert's first line names it");
        report.ShouldContain("Douro Payments");
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_report_and_one_that_was_changed_makes_another()
    {
        using var visitor = WithResume();
        var key = Visitor.Value(await visitor.ReadAsync("/interviews/reports/new"), "key");
        var sent = await Task.WhenAll(SendAsync(Candidates.Job), SendAsync(Candidates.Job));
        sent[0].Location.ShouldBe(sent[1].Location);
        (await SendAsync(Candidates.Job + "\nGo is welcome.")).Location.ShouldNotBe(sent[0].Location);

        Task<Visitor.Answer> SendAsync(string job) => visitor.PostAsync("/interviews/reports", ("key", key), ("jobDescription", job), ("resumeId", visitor.ResumeId));
    }

    [Fact]
    public async Task The_key_of_somebody_elses_report_opens_nothing()
    {
        using var owner = WithResume();
        var path = await CreateAsync(owner);
        using var stranger = WithResume();
        var sent = await stranger.PostAsync("/interviews/reports", ("key", path.Split('/')[^1]), ("jobDescription", Candidates.Job), ("resumeId", stranger.ResumeId));
        sent.Location.ShouldNotBe(path);
        (await stranger.ReadAsync(sent.Location!)).ShouldContain("Senior Backend Engineer");
    }

    public static TheoryData<string, string, string, string> Mistakes() => new()
    {
        { "", "Ada", "job-description", "Job description is required" },
        { new string('j', 100_001), "Ada", "job-description", "Job description is too long (maximum 100,000 characters)." },
        { "Cook wanted", new string('s', 100_001), "self-description", "Self-description is too long (maximum 100,000 characters)." },
        { "Cook wanted", "", "resume-file", "Either a resume file or a few sentences about you are required." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_stands_at_its_field_and_everything_typed_is_kept(string job, string self, string field, string words)
    {
        using var visitor = new Visitor(service.Host, service.NewUser(null));
        var refused = await visitor.PostAsync("/interviews/reports", ("jobTitle", "Head <b>cook</b>"), ("jobDescription", job), ("selfDescription", self), ("resumeId", "file"));
        refused.Status.ShouldBe(400);
        refused.Body.ShouldContain("<html");
        refused.Body.ShouldContain($"id=\"{field}-error\"");
        refused.Body.ShouldContain(words);
        refused.Body.ShouldContain("Head &lt;b&gt;cook&lt;/b&gt;");
        refused.Body.ShouldContain(job);
        refused.Body.ShouldContain(self);

        var fragment = await visitor.PostByHtmxAsync("/interviews/reports", ("jobTitle", "Cook"), ("jobDescription", job), ("selfDescription", self), ("resumeId", "file"));
        fragment.Status.ShouldBe(400);
        fragment.Body.ShouldNotContain("<html");
        fragment.Body.ShouldContain($"data-field=\"{field}\"");
        fragment.Body.ShouldContain(words);
    }

    public static TheoryData<string, byte[], int, string> Files() => new()
    {
        { "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 400, "Unsupported resume file type. Please upload a PDF or DOCX." },
        { "cv.pdf", "%PDF-1.7 and nothing else"u8.ToArray(), 400, "Unable to read the uploaded resume." },
        { "cv.pdf", new PdfBuilder().Page(page => page.Text(72, 770, "Secret")).ProtectedBy("secret").Build(), 400, "Unable to read the uploaded resume." },
        { "cv.pdf", new byte[17 * 1024 * 1024], 413, "File too large. Maximum size is 16MB." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_resume_is_refused_in_words_that_help(string name, byte[] content, int status, string words)
    {
        using var visitor = new Visitor(service.Host, service.NewUser(null));
        var refused = await visitor.PostAsync("/interviews/reports", htmx: false, (content, name), ("jobDescription", "Cook wanted"), ("resumeId", "file"));
        refused.Status.ShouldBe(status);
        refused.Body.ShouldContain(words);
        refused.Body.ShouldContain("Cook wanted");
    }

    [Fact]
    public async Task Text_of_people_is_encoded_everywhere()
    {
        using var visitor = new Visitor(service.Host, service.NewUserWith(Attack + ".pdf", Candidates.Text + "\nTidepool " + Attack));
        (await visitor.ReadAsync("/interviews/reports/new")).ShouldSatisfyAllConditions(Encoded());
        var path = await CreateAsync(visitor, Candidates.Job + "\n" + Attack, Attack, Attack);
        foreach (var page in (string[])[path, "/interviews", $"/interviews/sessions/new?report={path.Split('/')[^1]}"])
            (await visitor.ReadAsync(page)).ShouldSatisfyAllConditions(Encoded());
    }

    [Fact]
    public async Task The_plan_goes_into_a_calendar()
    {
        using var visitor = WithResume();
        var path = await CreateAsync(visitor);
        var calendar = await visitor.GetAsync($"{path}/plan.ics?start=2026-12-01&time=19:00");
        (calendar.Status, calendar.Type, calendar.Filename).ShouldBe((200, "text/calendar", $"plan_{path.Split('/')[^1]}.ics"));
        calendar.Body.ShouldContain("DTSTART:20261201T190000\r\n");
        (await visitor.GetAsync($"{path}/plan.ics?start=2026-12-01&time=")).Body.ShouldContain("DTSTART;VALUE=DATE:20261201\r\n");
        foreach (var query in (string[])["start=1.12.2026", "start=0001-01-01", "start=9999-12-31", "start=2026-12-01&time=7pm"])
            (await visitor.GetAsync($"{path}/plan.ics?{query}")).Status.ShouldBe(400, query);
    }

    [Fact]
    public async Task The_resume_for_the_job_is_a_PDF()
    {
        using var visitor = WithResume();
        var path = await CreateAsync(visitor);
        var pdf = await visitor.GetAsync(path + "/resume.pdf");
        (pdf.Status, pdf.Type).ShouldBe((200, "application/pdf"));
    }

    [Fact]
    public async Task Somebody_elses_report_is_a_404_page_on_every_path()
    {
        using var owner = WithResume();
        var path = await CreateAsync(owner);
        using var stranger = new Visitor(service.Host, service.NewUser(null));
        foreach (var page in (string[])[path, path + "/plan.ics", path + "/resume.pdf", "/interviews/reports/17", "/interviews/reports/" + new string('a', 24)])
        {
            var answer = await stranger.GetAsync(page);
            answer.Status.ShouldBe(404, page);
            answer.Body.ShouldContain("<h1>Page not found</h1>");
        }

        (await stranger.PostAsync(path + "/delete")).Status.ShouldBe(404);
        (await owner.GetAsync(path)).Status.ShouldBe(200);
        (await owner.PostAsync(path + "/delete")).Location.ShouldBe("/interviews");
        (await owner.GetAsync(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken()
    {
        using var visitor = WithResume();
        (await visitor.PostFromElsewhereAsync("/interviews/reports", ("jobDescription", Candidates.Job), ("resumeId", visitor.ResumeId))).Status.ShouldBe(400);
        (await visitor.ReadAsync("/interviews")).ShouldNotContain("Senior Backend Engineer");
    }

    [Fact]
    public async Task With_ResumeService_down_the_page_says_so_and_keeps_what_was_typed()
    {
        await using var gone = new HttpDouble(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await gone.StartAsync();
        using var visitor = new Visitor(service.With(resume: gone.Address), service.NewUser(null));
        (await visitor.ReadAsync("/interviews/reports/new")).ShouldContain("cannot be listed right now");
        var refused = await visitor.PostAsync("/interviews/reports", htmx: false, (Encoding.ASCII.GetBytes("%PDF-"), "cv.pdf"), ("jobDescription", "Cook wanted"), ("resumeId", "file"));
        refused.Status.ShouldBe(503);
        refused.Body.ShouldContain("Nothing you wrote is lost");
        refused.Body.ShouldContain("Cook wanted");
    }

    [Fact]
    public async Task A_resume_that_was_deleted_meanwhile_is_named_at_the_field()
    {
        using var visitor = WithResume();
        var refused = await visitor.PostAsync("/interviews/reports", ("jobDescription", Candidates.Job), ("resumeId", "1"));
        refused.Status.ShouldBe(404);
        refused.Body.ShouldContain("This resume is no longer there.");
    }

    private static Action<string>[] Encoded() =>
    [
        page => page.ShouldNotContain("<script>alert"),
        page => page.ShouldNotContain("<img src=x"),
        page => page.ShouldContain("&lt;script&gt;"),
    ];

    private Visitor WithResume(string? text = null) => new(service.Host, service.NewUserWith("my resume.pdf", text ?? Candidates.Text));

    private static async Task<string> CreateAsync(Visitor visitor, string? job = null, string title = "", string self = "")
    {
        var sent = await visitor.PostAsync(
            "/interviews/reports", ("jobTitle", title), ("jobDescription", job ?? Candidates.Job), ("selfDescription", self), ("resumeId", visitor.ResumeId));
        sent.Status.ShouldBe(303, sent.Body);
        return sent.Location!;
    }
}
