using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewService.Tests.Running;
using Shouldly;
using Testing;
using Testing.Documents;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.Reports;

[Collection(nameof(RunningInterviewService))]
public sealed partial class ReportTests(RunningInterviewService service)
{
    private const string Path = "/api/interview/";
    private const string About = "I am a backend developer with 6 years of experience in Python, PostgreSQL and Docker.";

    [Fact]
    public async Task A_report_has_every_field_of_the_seed()
    {
        using var user = NewUser(out var userId);
        var (status, body) = await SendAsync(user, Candidates.Job, Candidates.Pdf(), self: About, title: "Senior Software Engineer");

        status.ShouldBe(201);
        body.Text("message").ShouldBe("Interview report generated successfully.");
        var report = body.GetProperty("interviewReport");
        string[] fields =
        [
            "_id", "user", "title", "jobDescription", "resume", "selfDescription", "matchScore", "technicalQuestions", "behavioralQuestions", "skillGaps", "preparationPlan", "createdAt", "updatedAt",
        ];
        fields.ShouldBeSubsetOf(report.Names());
        Id().IsMatch(report.Text("_id")).ShouldBeTrue();
        report.Text("user").ShouldBe(userId.ToString("x24", CultureInfo.InvariantCulture));
        (report.Text("title"), report.Text("jobDescription"), report.Text("selfDescription")).ShouldBe(("Senior Software Engineer", Candidates.Job, About));
        report.Text("resume").ShouldContain("settles 40,000 payments a day");
        report.Number("matchScore").ShouldBeInRange(40, 95);
        report.Text("createdAt").ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");

        foreach (var kind in (string[])["technicalQuestions", "behavioralQuestions"])
        {
            var questions = report.GetProperty(kind).EnumerateArray().ToList();
            questions.Count.ShouldBeGreaterThanOrEqualTo(5);
            questions.ShouldAllBe(question => question.Text("question").Length > 10 && question.Text("intention").Length > 10 && question.Text("answer").Length > 40 && question.Text("why").Length > 0);
            questions.Select(question => question.Text("question")).Distinct().Count().ShouldBe(questions.Count);
        }

        var gaps = report.GetProperty("skillGaps").EnumerateArray().ToDictionary(gap => gap.Text("skill"), gap => gap.Text("severity"));
        gaps["Kubernetes"].ShouldBeOneOf("high", "medium");
        gaps["Apache Kafka"].ShouldBeOneOf("high", "medium");
        gaps["Terraform"].ShouldBe("low");
        gaps.Keys.ShouldNotContain("Python");
        var plan = report.GetProperty("preparationPlan").EnumerateArray().ToList();
        plan.Count.ShouldBeInRange(4, 14);
        plan.Select(day => day.Number("day")).ShouldBe(Enumerable.Range(1, plan.Count));
        plan.ShouldAllBe(day => day.Text("focus").Length > 5 && day.GetProperty("tasks").GetArrayLength() > 0 && day.GetProperty("tasks").Strings().All(task => task.Length > 20));
        plan.ShouldContain(day => day.Text("focus").Contains("Kubernetes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Model_answers_quote_the_person_and_invent_nothing()
    {
        using var user = NewUser(out _);
        var report = Report(await SendAsync(user, Candidates.Job, Candidates.Pdf()));

        var answers = report.GetProperty("technicalQuestions").EnumerateArray().Concat(report.GetProperty("behavioralQuestions").EnumerateArray()).Select(question => question.Text("answer")).ToList();
        var quotes = answers.SelectMany(answer => Quoted().Matches(answer)).Select(match => match.Groups[1].Value).ToList();
        quotes.Count.ShouldBeGreaterThanOrEqualTo(6);
        quotes.ShouldAllBe(quote => report.Text("resume").ReplaceLineEndings(" ").Contains(quote, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_but_ids_and_times()
    {
        using var one = NewUser(out _);
        using var other = NewUser(out _);
        var first = Report(await SendAsync(one, Candidates.Job, Candidates.Pdf(), self: About)).GetRawText();
        var second = Report(await SendAsync(other, Candidates.Job, Candidates.Pdf(), self: About)).GetRawText();
        Variable().Replace(second, "").ShouldBe(Variable().Replace(first, ""));
    }

    [Fact]
    public async Task A_self_description_alone_is_enough()
    {
        using var user = NewUser(out _);
        var report = Report(await SendAsync(user, Candidates.Job, self: About));
        (report.Text("resume"), report.Text("selfDescription")).ShouldBe(("", About));
        report.GetProperty("skillGaps").EnumerateArray().Select(gap => gap.Text("skill")).ShouldNotContain("Python");

        // The seed's first example sends JSON.
        var json = Report(await user.PostAsJsonAsync(Path, new { jobDescription = Candidates.Job, selfDescription = About }).ReadAsync());
        json.Number("matchScore").ShouldBe(report.Number("matchScore"));
    }

    [Theory]
    [InlineData("My title", "My job title", "First line\nSecond", "My title")]
    [InlineData(" ", "My job title", "First line\nSecond", "My job title")]
    [InlineData(null, null, "\n\n  ## Senior Nurse (m/f/d)\nSecond", "Senior Nurse (m/f/d)")]
    [InlineData(null, null, "-----\n.", "Untitled Position")]
    public async Task The_title_comes_from_the_form_or_else_from_the_job_description(string? title, string? jobTitle, string job, string expected)
    {
        using var user = NewUser(out _);
        Report(await SendAsync(user, job, self: About, title: title, jobTitle: jobTitle)).Text("title").ShouldBe(expected);
    }

    [Fact]
    public async Task A_derived_title_has_at_most_80_characters()
    {
        using var user = NewUser(out _);
        Report(await SendAsync(user, string.Concat(Enumerable.Repeat("engineer ", 50)), self: About)).Text("title").Length.ShouldBeInRange(60, 80);
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_read_is_400_in_the_seeds_words()
    {
        using var user = NewUser(out _);
        const string required = "Job description is required (send as 'jobDescription').";
        await RefusedAsync(SendAsync(user, null, Candidates.Pdf()), 400, required);
        await RefusedAsync(SendAsync(user, " \n ", Candidates.Pdf()), 400, required);
        await RefusedAsync(SendAsync(user, null), 400, required);
        const string nothing = "Either a resume file (field 'resume') or 'selfDescription' is required.";
        await RefusedAsync(SendAsync(user, Candidates.Job), 400, nothing);
        await RefusedAsync(SendAsync(user, Candidates.Job, self: "  "), 400, nothing);
        await RefusedAsync(SendAsync(user, Candidates.Job, [], name: ""), 400, nothing);
        await RefusedAsync(SendAsync(user, Candidates.Job, "words"u8.ToArray(), name: "cv.txt"), 400, "Unsupported resume file type. Please upload a PDF or DOCX.");
        const string unreadable = "Unable to read the uploaded resume. Please upload a valid PDF/DOCX or provide 'selfDescription'.";
        await RefusedAsync(SendAsync(user, Candidates.Job, "%PDF-1.7 and then nothing"u8.ToArray()), 400, unreadable);
        await RefusedAsync(SendAsync(user, Candidates.Job, Encoding.Latin1.GetBytes("PK\u0003\u0004"), name: "cv.docx"), 400, unreadable);
        await RefusedAsync(SendAsync(user, Candidates.Job, []), 400, unreadable);
        await RefusedAsync(
            SendAsync(user, Candidates.Job, new PdfBuilder().Page(_ => { }).Build()), 400,
            "Could not extract text from the resume file. Please upload a text-based PDF/DOCX or provide 'selfDescription'.");
        await RefusedAsync(SendAsync(user, new string('x', 100_001), self: About), 400, "Job description is too long (maximum 100,000 characters).");
        await RefusedAsync(user.PostAsync(Path, new StringContent("{", Encoding.UTF8, "application/json")).ReadAsync(), 400, "The request could not be read.");
        await RefusedAsync(user.PostAsync(Path, new StringContent("x", Encoding.UTF8, "text/plain")).ReadAsync(), 415, "Unsupported content type");
        (await user.GetAsync(Path).ReadAsync()).Body.GetProperty("interviewReports").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_gives_no_text_beside_a_self_description_is_left_out_and_named()
    {
        using var user = NewUser(out _);
        var report = Report(await SendAsync(user, Candidates.Job, "%PDF-1.7 and then nothing"u8.ToArray(), self: About));
        report.Text("resume").ShouldBe("");
        report.GetProperty("notes").Strings().ShouldContain("The resume file could not be read; the report rests on the self-description alone.");
    }

    [Fact]
    public async Task Reports_are_listed_newest_first_and_read_again()
    {
        using var user = NewUser(out _);
        using var other = NewUser(out _);
        var first = Report(await SendAsync(user, Candidates.Job, self: About, title: "First"));
        var second = Report(await SendAsync(user, Candidates.Job, self: About, title: "Second"));

        var (_, list) = await user.GetAsync("/api/interview").ReadAsync();
        list.Text("message").ShouldBe("Interview reports fetched successfully.");
        var items = list.GetProperty("interviewReports").EnumerateArray().ToList();
        items[0].Names().ShouldBe(["_id", "user", "title", "matchScore", "createdAt", "updatedAt"]);
        items.Select(item => item.Text("title")).ShouldBe(["Second", "First"]);

        var (status, one) = await user.GetAsync($"{Path}report/{first.Text("_id")}").ReadAsync();
        (status, one.Text("message")).ShouldBe((200, "Interview report fetched successfully."));
        one.GetProperty("interviewReport").GetRawText().ShouldBe(first.GetRawText());
        foreach (var id in (string[])[second.Text("_id"), "507f1f77bcf86cd799439011", "x"])
            (await other.GetAsync($"{Path}report/{id}").ReadAsync()).Body.GetRawText().ShouldBe("""{"message":"Interview report not found."}""");
        (await other.PostAsync($"{Path}resume/pdf/{second.Text("_id")}", null).ReadAsync()).Body.GetRawText().ShouldBe("""{"message":"Interview report not found."}""");
    }

    [Fact]
    public async Task The_CV_of_a_report_is_one_page_of_the_resumes_own_words_in_the_jobs_order()
    {
        using var user = NewUser(out _);
        var report = Report(await SendAsync(user, Candidates.Job, Candidates.Pdf()));

        using var response = await user.PostAsync($"{Path}resume/pdf/{report.Text("_id")}", null);

        (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName).ShouldBe(("application/pdf", $"resume_{report.Text("_id")}.pdf"));
        var pdf = await response.Content.ReadAsByteArrayAsync();
        (await PdfTools.PageCountAsync(pdf)).ShouldBe(1);
        (await PdfTools.FontsAsync(pdf)).ShouldAllBe(font => font.Embedded);
        var text = (await PdfTools.TextAsync(pdf)).ReplaceLineEndings(" ");
        foreach (var words in (string[])["Ines Carvalho", "Douro Payments", "Mar 2021 – present", "settles 40,000 payments a day", "University of Porto", "AWS Certified Developer", "ines.carvalho@example.org"])
            text.ShouldContain(words);
        text.IndexOf("Built a Django service on PostgreSQL", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Took turns", StringComparison.Ordinal), "what the job asks for stands first");
        text.ShouldNotContain("Kubernetes");
        var known = Words(report.Text("resume")).Concat(["profile", "skills", "experience", "projects", "education", "certifications", "present", "languages", "back", "end", "databases", "devops", "cloud", "front", "methods", "tools", "mar", "jun", "feb"]).ToHashSet();
        Words(text).Where(word => word.Length > 3 && !known.Contains(word)).ShouldBeSubsetOf(["back-end", "collaboration", "messaging", "integration", "version", "control", "frontend", "support"], "nothing is invented");
    }

    [Fact]
    public async Task Without_EmbeddingService_the_score_leaves_the_likeness_out_and_says_so()
    {
        await using var gone = new HttpDouble(_ => Task.CompletedTask);
        await using var host = service.With(embedding: gone.Address);
        using var user = host.CreateClient().AsUser(service.NewUser(null));

        var report = Report(await SendAsync(user, Candidates.Job, Candidates.Pdf()));

        report.GetProperty("matchDetails").GetProperty("similarity").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("notes").Strings().ShouldContain(note => note.StartsWith("The likeness of the two texts could not be computed", StringComparison.Ordinal));
        report.Number("matchScore").ShouldBePositive();
    }

    [Fact]
    public async Task With_ResumeService_down_a_report_is_503_in_the_seeds_shape()
    {
        await using var gone = new HttpDouble(_ => Task.CompletedTask);
        await using var host = service.With(resume: gone.Address);
        using var user = host.CreateClient().AsUser(service.NewUser(null));
        await RefusedAsync(SendAsync(user, Candidates.Job, Candidates.Pdf()), 503, "The service is not available right now. Please try again.");
        using var nobody = host.CreateClient();
        await RefusedAsync(nobody.GetAsync(Path).ReadAsync(), 401, "Invalid or expired token");
    }

    [Fact]
    public async Task Any_script_and_control_characters_are_taken()
    {
        using var user = NewUser(out _);
        var report = Report(await SendAsync(user, "招聘后端工程师，熟悉 Java 和 Redis 🙂\0 مهندس", self: Candidates.Chinese + "\0\u0001"));
        report.GetProperty("technicalQuestions").EnumerateArray().Select(question => question.Text("why")).ShouldContain(why => why.Contains("你的简历", StringComparison.Ordinal));
        using var pdf = await user.PostAsync($"{Path}resume/pdf/{report.Text("_id")}", null);
        (await PdfTools.TextAsync(await pdf.Content.ReadAsByteArrayAsync())).ShouldContain("云帆科技");
    }

    private HttpClient NewUser(out long userId)
    {
        userId = service.NewUser(null);
        return service.Host.CreateClient().AsUser(userId);
    }

    private static JsonElement Report((int Status, JsonElement Body) answer)
    {
        answer.Status.ShouldBe(201);
        return answer.Body.GetProperty("interviewReport");
    }

    private static async Task RefusedAsync(Task<(int Status, JsonElement Body)> sending, int status, string message)
    {
        var answer = await sending;
        answer.Status.ShouldBe(status);
        answer.Body.Names().ShouldBe(["message"]);
        answer.Body.Text("message").ShouldBe(message);
    }

    private static async Task<(int Status, JsonElement Body)> SendAsync(
        HttpClient user, string? job, byte[]? file = null, string name = "resume.pdf", string? self = null, string? title = null, string? jobTitle = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in ((string, string?)[])[("jobDescription", job), ("selfDescription", self), ("title", title), ("jobTitle", jobTitle)])
        {
            if (value is not null)
                form.Add(new StringContent(value), field);
        }

        if (file is not null)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "resume", FileName = $"\"{name}\"" };
            form.Add(content);
        }

        if (!form.Any())
            form.Add(new StringContent("x"), "other");
        return await user.PostAsync(Path, form).ReadAsync();
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant());

    [GeneratedRegex("^[0-9a-f]{24}$", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("“([^”…]+)”", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("\"(_id|user|createdAt|updatedAt)\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
