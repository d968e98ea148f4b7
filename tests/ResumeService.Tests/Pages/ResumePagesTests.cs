using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using ResumeService.Tests.Features;
using Shouldly;
using Testing;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Pages;

[Collection(nameof(ResumeServiceFixture))]
public sealed partial class ResumePagesTests(ResumeServiceFixture service)
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Fact]
    public async Task A_browser_without_script_uploads_and_sees_the_match_with_its_lines()
    {
        using var browser = NewBrowser();
        (await PageAsync(browser, "/resumes")).ShouldContain("None yet");
        var path = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf", Resumes.JobDescription);
        path.ShouldContain("?job=");
        var page = await PageAsync(browser, path);
        page.ShouldContain("3 of the 5 skills this job names are in your resume");
        page.ShouldContain("aria-label=\"Match: 60 of 100. 3 of 5 skills\"");
        page.ShouldContain("Begin with Kubernetes");
        page.ShouldContain("The job asks for 5 years; your resume shows 3 years.");
        page.ShouldContain("0.73 of 1 between the two texts");
        // Each quote leads to a marked place in the text, and there it is.
        var marks = MarkLink.Matches(page).Select(match => match.Groups["id"].Value).Distinct().ToList();
        marks.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var mark in marks)
            page.ShouldContain($"<mark id=\"{mark}\">");
        page.ShouldContain("Built a Flask service on <mark>PostgreSQL</mark>");
        page.ShouldContain("What was read from it");
        page.ShouldContain("Show the pieces");
        (await PageAsync(browser, "/resumes")).ShouldContain($"href=\"{path.Split('?')[0]}\"");
    }

    [Fact]
    public async Task Another_job_is_kept_and_the_one_used_last_is_shown()
    {
        using var browser = NewBrowser();
        var resume = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf");
        (await PageAsync(browser, resume)).ShouldContain("Set it against a job");
        var first = await SubmitAsync(browser, resume, "/jobs", ("job_description", "Engineer\r\nPython and Kafka"));
        var second = await SubmitAsync(browser, resume, "/jobs", ("job_description", "Frontend Developer\nReact and TypeScript"));
        first.ShouldNotBe(second);
        (await PageAsync(browser, "/api/resumes")).ShouldContain("\"job_descriptions\":2");
        (await PageAsync(browser, resume)).ShouldContain("Set against <strong dir=\"auto\">Frontend Developer</strong>");
        (await PageAsync(browser, first)).ShouldContain("1 of the 2 skills this job names is in your resume");
        (await SubmitAsync(browser, resume, "/jobs", ("job_description", "Engineer\nPython and Kafka"))).ShouldBe(first, "the same text is the same job");

        var removed = await SubmitAsync(browser, resume, $"/jobs/{JobOf.Match(first).Value["job=".Length..]}/delete");
        removed.ShouldBe(resume + "#job");
        (await PageAsync(browser, first, HttpStatusCode.NotFound)).ShouldContain("There is no such page, or it is not yours.");
    }

    [Fact]
    public async Task Jobs_stand_side_by_side_with_what_each_misses()
    {
        using var browser = NewBrowser();
        var resume = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf");
        (await PageAsync(browser, resume + "/compare")).ShouldContain("No job descriptions yet");
        var path = await SubmitAsync(browser, resume + "/compare", "/compare", ("job_description", "Data Engineer\nAt least 9 years of experience with Python and Kafka"));
        path = await SubmitAsync(browser, path, "/compare", ("job_description", "Streaming Engineer\nKafka and Docker"));
        path = await SubmitAsync(browser, path, "/compare", ("job_description", "Web Developer\nReact and Django"));
        var page = await PageAsync(browser, path);
        foreach (var shown in (string[])["Data Engineer", "Streaming Engineer", "Web Developer", "50 %", "100 %", "In your resume", "Missing", "Not asked", "9 years asked, 3 shown"])
            page.ShouldContain(shown);
        page.ShouldContain("It fits best with Web Developer. Apache Kafka would help with 2 of the 3");
        page.IndexOf(">Apache Kafka<", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">Python<", StringComparison.Ordinal), "what most jobs miss comes first");

        var ids = JobOf.Matches(path).Select(match => match.Value).ToList();
        ids.Count.ShouldBe(3);
        var two = await PageAsync(browser, $"{resume}/compare?{ids[0]}&{ids[2]}");
        two.ShouldNotContain("Streaming Engineer</a>");
        two.ShouldContain("Web Developer</a>");
    }

    [Fact]
    public async Task Five_jobs_fit_and_a_sixth_is_refused_with_its_text_kept()
    {
        using var browser = NewBrowser();
        var resume = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf");
        var path = resume + "/compare";
        foreach (var job in (string[])["Python one", "Python two", "Python three", "Python four", "Python five"])
            path = await SubmitAsync(browser, path, "/compare", ("job_description", job));
        using var response = await PostFormAsync(browser, path, "/compare", ("job_description", "Python six"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("5 job descriptions fit side by side");
        page.ShouldContain(">Python six</textarea>");
        Regex.Count(page, "<th scope=\"col\"").ShouldBe(6, "nothing chosen is lost");
    }

    [Theory]
    [InlineData(" \r\n ", "Paste the job description first.")]
    [InlineData(null, "This job description has 100,001 characters; the limit is 100,000.")]
    public async Task A_job_description_that_cannot_be_taken_stays_in_its_field(string? text, string words)
    {
        text ??= new string('x', 100_001);
        using var browser = NewBrowser();
        var resume = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf");
        foreach (var (page, action) in new[] { (resume, "/jobs"), (resume + "/compare", "/compare") })
        {
            using var response = await PostFormAsync(browser, page, action, ("job_description", text));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var html = await response.Content.ReadAsStringAsync();
            html.ShouldContain(words);
            html.ShouldContain("id=\"job-description-error\"");
            if (text.Length > 5)
                html.ShouldContain(text + "</textarea>");
        }
    }

    [Fact]
    public async Task A_job_of_forty_nine_characters_and_one_of_a_hundred_thousand_are_taken()
    {
        using var browser = NewBrowser();
        var resume = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf");
        foreach (var text in (string[])["Python".PadRight(49, '.'), "Python " + new string('x', 99_993)])
            (await SubmitAsync(browser, resume, "/jobs", ("job_description", text))).ShouldContain("?job=");
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_stands_at_its_field_and_the_text_stays()
    {
        using var browser = NewBrowser();
        foreach (var (file, words, status) in ((byte[]?, string, HttpStatusCode)[])
            [
                (null, "Choose your resume first", HttpStatusCode.BadRequest),
                ([], "This file is empty", HttpStatusCode.BadRequest),
                ("just text"u8.ToArray(), "neither a PDF nor a Word file", HttpStatusCode.BadRequest),
                (new PdfBuilder().Page(page => page.Text(72, 770, "Secret")).ProtectedBy("secret").Build(), "protected by a password", HttpStatusCode.BadRequest),
                (new byte[17 * 1024 * 1024], "The limit is 16 MB", HttpStatusCode.RequestEntityTooLarge),
            ])
        {
            using var response = await UploadResponseAsync(browser, file, "a.pdf", "Python & <Go>");
            response.StatusCode.ShouldBe(status, words);
            var page = await response.Content.ReadAsStringAsync();
            page.ShouldContain("id=\"resume-file-error\"");
            page.ShouldContain(words);
            page.ShouldContain("Python &amp; &lt;Go&gt;</textarea>");
        }
    }

    [Fact]
    public async Task Text_of_files_names_and_jobs_is_text_in_the_page()
    {
        using var browser = NewBrowser();
        var pdf = PdfBuilder.OfLines([Hostile, "Skills", "Python, Docker", Guid.NewGuid().ToString("N")]);
        var path = await UploadAsync(browser, pdf, Hostile + ".pdf", $"{Hostile} engineer\nPython {Hostile}");
        foreach (var each in (string[])[path, "/resumes", path.Split('?')[0] + "/compare"])
        {
            var page = await PageAsync(browser, each);
            page.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
            page.ShouldNotContain("<img");
        }
    }

    [Fact]
    public async Task Somebody_elses_resume_and_job_are_not_there()
    {
        using var owner = NewBrowser();
        var resume = await UploadAsync(owner, Resumes.Pdf(), "Mara.pdf", "Python");
        var job = JobOf.Match(resume).Value["job=".Length..];
        resume = resume.Split('?')[0];
        using var other = NewBrowser();
        var own = await UploadAsync(other, Resumes.Pdf(), "Own.pdf", "Docker");
        foreach (var path in (string[])[resume, resume + "/compare", $"{own.Split('?')[0]}?job={job}", "/resumes/999999999"])
            (await PageAsync(other, path, HttpStatusCode.NotFound)).ShouldContain("Page not found");
        foreach (var action in (string[])["/jobs", "/compare", "/delete"])
        {
            using var response = await PostFormAsync(other, own.Split('?')[0], action, resume + action, ("job_description", "Python"));
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, action);
        }

        (await PageAsync(other, $"{own.Split('?')[0]}/compare?job={job}")).ShouldNotContain("Python</a>");
        (await PostFormAsync(other, own.Split('?')[0], "/jobs", $"{own.Split('?')[0]}/jobs/{job}/delete")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await PageAsync(owner, $"{resume}?job={job}");
    }

    [Fact]
    public async Task Without_the_token_of_the_page_nothing_is_changed()
    {
        using var browser = NewBrowser();
        var resume = (await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf", "Python")).Split('?')[0];
        foreach (var path in (string[])["/resumes", resume + "/jobs", resume + "/compare", resume + "/delete"])
        {
            using var form = new FormUrlEncodedContent([new("job_description", "Docker")]);
            using var response = await browser.Client.PostAsync(path, form);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }

        await PageAsync(browser, resume);
    }

    [Fact]
    public async Task A_deleted_resume_is_gone_and_the_list_says_so()
    {
        using var browser = NewBrowser();
        var resume = (await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf", "Python")).Split('?')[0];
        (await SubmitAsync(browser, resume, "/delete")).ShouldBe("/resumes?done=deleted");
        (await PageAsync(browser, "/resumes?done=deleted")).ShouldContain("are deleted");
        await PageAsync(browser, resume, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_is_there_while_the_similarity_is_not_and_asks_for_it_again()
    {
        using var browser = NewBrowser();
        try
        {
            service.Embedding.Does.Similarity = null;
            var path = await UploadAsync(browser, Resumes.Pdf(), "Mara.pdf", "Python and Kafka");
            var page = await PageAsync(browser, path);
            page.ShouldContain("1 of the 2 skills");
            page.ShouldNotContain("between the two texts");
            service.Embedding.Does.BehaveWell();
            (await PageAsync(browser, path)).ShouldContain("0.73 of 1 between the two texts");
            service.Embedding.Does.Similarity = 0.1;
            (await PageAsync(browser, path)).ShouldContain("0.73 of 1 between the two texts", customMessage: "it is asked for once");
        }
        finally
        {
            service.Embedding.Does.BehaveWell();
        }
    }

    [Fact]
    public async Task The_export_holds_every_table_with_something_of_the_user_and_nothing_of_others()
    {
        using var browser = NewBrowser(out var userId);
        using var other = NewBrowser();
        var file = Resumes.Pdf("own marker");
        var path = await UploadAsync(browser, file, "Mara.pdf", "Python and Kafka");
        await PageAsync(browser, path);
        await UploadAsync(other, Resumes.Pdf("foreign marker"), "Foreign.pdf", "Haskell");
        using var client = service.AsService();
        var export = await client.GetStringAsync($"/internal/users/{userId}/export");
        foreach (var kept in (string[])["Mara.pdf", "own marker", "Python and Kafka", "\"chunks\"", "\"similarity\"", "\"profile\""])
            export.ShouldContain(kept);
        export.ShouldNotContain("oreign");
        export.ShouldNotContain("Haskell");
        var id = path.Split('/')[2].Split('?')[0];
        (await client.GetByteArrayAsync($"/internal/users/{userId}/resumes/{id}/file")).ShouldBe(file);
        (await client.GetAsync($"/internal/users/{userId + 1}/resumes/{id}/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Client.GetAsync($"/internal/users/{userId}/export")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        // A new table has to be thought of here: exported, or known to hold nothing of a person.
        await using var database = new NpgsqlConnection(service.Database);
        var tables = await database.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        tables.Except(["resumes", "resume_files", "resume_chunks", "job_descriptions", "job_similarities", "erased_users", "data_protection_keys", "outbox", "inbox", "schema_migrations"]).ShouldBeEmpty();
    }

    // ---------- A browser without script ----------

    private Browser NewBrowser() => NewBrowser(out _);

    private Browser NewBrowser(out long userId)
    {
        using var user = service.NewUser(out userId);
        return new Browser(user.BaseAddress!, userId);
    }

    private static async Task<string> PageAsync(Browser browser, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await browser.Client.GetAsync(path);
        response.StatusCode.ShouldBe(status, path);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> UploadAsync(Browser browser, byte[] file, string filename, string? job = null)
    {
        using var response = await UploadResponseAsync(browser, file, filename, job ?? "");
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> UploadResponseAsync(Browser browser, byte[]? file, string filename, string job)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(await PageAsync(browser, "/resumes"), "/resumes"))
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(job), "job_description");
        // A browser sends the field of a file also when none is chosen.
        form.Add(new ByteArrayContent(file ?? []), "resume", file is null ? "\"\"" : filename);
        return await browser.Client.PostAsync("/resumes", form);
    }

    private static async Task<string> SubmitAsync(Browser browser, string page, string action, params (string Name, string Value)[] fields)
    {
        using var response = await PostFormAsync(browser, page, action, fields);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.OriginalString;
    }

    private static Task<HttpResponseMessage> PostFormAsync(Browser browser, string page, string action, params (string Name, string Value)[] fields) =>
        PostFormAsync(browser, page, action, page.Split('?')[0].Replace("/compare", "", StringComparison.Ordinal) + action, fields);

    // Fills in the form of the page that ends with this action, and sends it to an address.
    private static async Task<HttpResponseMessage> PostFormAsync(Browser browser, string page, string action, string address, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden(await PageAsync(browser, page), action);
        using var form = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.Client.PostAsync(address, form);
    }

    private static IEnumerable<(string Name, string Value)> Hidden(string page, string action)
    {
        var forms = page.Split("<form").Skip(1).Select(form => form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal)).ToList();
        var form = forms.FirstOrDefault(each => each.Contains(action + "\"", StringComparison.Ordinal)) ?? forms[0];
        return [.. HiddenField.Matches(form).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))];
    }

    private sealed class Browser : IDisposable
    {
        public Browser(Uri address, long userId)
        {
            var cookies = new CookieContainer();
            cookies.Add(address, new Cookie("token", TestTokens.Access(userId)));
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address };
            Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        }

        public HttpClient Client { get; }

        public void Dispose() => Client.Dispose();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""", RegexOptions.None, 1000)]
    private static partial Regex HiddenField { get; }

    [GeneratedRegex("href=\"#(?<id>mark-[0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex MarkLink { get; }

    [GeneratedRegex("job=[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex JobOf { get; }
}
