using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewService.Tests.Running;
using Shouldly;
using Testing;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.MockInterviews;

[Collection(nameof(RunningInterviewService))]
public sealed partial class MockInterviewTests(RunningInterviewService service)
{
    private const string Good =
        "At Douro Payments the nightly settlement took 50 minutes and blocked the reports, so I measured each step, found two queries without an index and wrote rows in batches of 1,000. "
        + "As a result it took 8 minutes, and since then I measure before I change anything.";

    [Fact]
    public async Task An_interview_goes_from_the_job_to_the_feedback_in_eight_answers()
    {
        using var user = NewUser();
        var path = await PreparedAsync(user);
        var (_, first) = await JsonAsync(user, path);
        first.GetProperty("session").GetProperty("job_title").GetString().ShouldBe("Backend Engineer");
        first.GetProperty("progress").GetRawText().ShouldBe("""{"question_count":1,"max_questions":8,"is_started":true,"is_complete":false}""");
        var opening = first.GetProperty("messages").EnumerateArray().ShouldHaveSingleItem();
        opening.EnumerateObject().Select(member => member.Name).ShouldBe(["id", "session_id", "role", "content", "timestamp"]);
        opening.GetProperty("role").GetString().ShouldBe("assistant");
        opening.GetProperty("content").GetString()!.ShouldStartWith("Thank you for coming to this interview for Backend Engineer at Douro.");

        for (var answer = 1; answer <= 8; answer++)
        {
            var (status, fragment) = await AnswerAsync(user, path, $"{Good} This was number {answer}.");
            status.ShouldBe(HttpStatusCode.OK);
            fragment.ShouldContain($"number {answer}.");
            fragment.ShouldContain("hx-swap-oob");
            fragment.ShouldNotContain("<html");
            var progress = (await JsonAsync(user, path)).Body.GetProperty("progress");
            progress.GetProperty("question_count").GetInt32().ShouldBe(Math.Min(8, answer + 1));
            progress.GetProperty("is_complete").GetBoolean().ShouldBe(answer == 8);
        }

        var questions = (await JsonAsync(user, path)).Body.GetProperty("messages").EnumerateArray()
            .Where(message => message.GetProperty("role").GetString() == "assistant").Select(message => message.GetProperty("content").GetString()!).ToList();
        questions.Count.ShouldBe(8);
        questions.Distinct().Count().ShouldBe(8);
        (await AnswerAsync(user, path, "one more")).ShouldBe((HttpStatusCode.BadRequest, Error("The interview is complete. No more answers are taken.")));

        using var complete = await PostAsync(user, path + "/complete");
        complete.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        complete.Headers.Location!.OriginalString.ShouldBe(path + "/feedback");
        var feedback = await user.GetStringAsync(path + "/feedback");
        feedback.ShouldContain("Strengths");
        feedback.ShouldContain("Weaknesses");
        feedback.ShouldContain("CV improvements");
        feedback.ShouldContain("Kubernetes");
        Score().IsMatch(feedback).ShouldBeTrue();
    }

    [Fact]
    public async Task A_short_answer_is_followed_up_and_a_skill_that_is_named_is_taken_up()
    {
        using var user = NewUser();
        var path = await PreparedAsync(user);
        await JsonAsync(user, path);
        var (_, followUp) = await AnswerAsync(user, path, "It was a web application, I did some parts of it.");
        var (_, plain) = await AnswerAsync(user, path, Good);

        using var other = NewUser();
        var second = await PreparedAsync(other);
        await JsonAsync(other, second);
        var (_, next) = await AnswerAsync(
            other,
            second,
            "When I started Tidepool, surfers waited six seconds for the tides, so I measured the requests, built the web application in Django again, wrote the forecasts into Redis and moved it to Docker. "
            + "As a result a page took 400 ms, the users grew from 300 to 1,200, and since then I measure before I change anything.");
        followUp.ShouldNotBe(plain);
        QuestionIn(next).ShouldNotBe(QuestionIn(followUp), "the same question is followed by another one after another answer");
    }

    [Fact]
    public async Task The_greeting_belongs_to_no_question()
    {
        using var user = NewUser();
        var path = await CreateAsync(user);
        await UploadAsync(user, path, Candidates.Text, Candidates.Job);
        var first = (await JsonAsync(user, path)).Body.GetProperty("messages")[0].GetProperty("content").GetString()!;
        first.ShouldStartWith("Thank you for coming to this interview for Backend Engineer at Douro. Let us begin with your own work. ");
        var (_, followUp) = await AnswerAsync(user, path, "It was a web application, I did some parts of it.");
        QuestionIn(followUp).ShouldNotContain("Thank you");

        using var complete = await PostAsync(user, path + "/complete");
        var feedback = await user.GetStringAsync(path + "/feedback");
        feedback.ShouldNotContain("Thank you");
        feedback.ShouldContain("/10");
    }

    [Fact]
    public async Task The_same_conversation_gets_the_same_questions()
    {
        var conversations = new List<string>();
        for (var round = 0; round < 2; round++)
        {
            using var user = NewUser();
            var path = await PreparedAsync(user);
            await JsonAsync(user, path);
            for (var answer = 0; answer < 3; answer++)
                await AnswerAsync(user, path, Good);
            conversations.Add(string.Join('\n', (await JsonAsync(user, path)).Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString())));
        }

        conversations[0].ShouldBe(conversations[1]);
    }

    [Fact]
    public async Task Two_quick_posts_of_one_form_make_one_answer()
    {
        using var user = NewUser();
        var path = await PreparedAsync(user);
        await JsonAsync(user, path);
        var named = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AnswerAsync(user, path, Good, ("question", "1"))));
        named.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await JsonAsync(user, path)).Body.GetProperty("messages").GetArrayLength().ShouldBe(3);

        var late = await AnswerAsync(user, path, Good, ("question", "1"));
        late.Status.ShouldBe(HttpStatusCode.OK);
        (await JsonAsync(user, path)).Body.GetProperty("messages").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task The_page_opened_twice_at_once_asks_one_first_question()
    {
        using var user = NewUser();
        var path = await PreparedAsync(user);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => JsonAsync(user, path)));
        (await JsonAsync(user, path)).Body.GetProperty("messages").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Without_documents_the_interview_leads_to_the_upload()
    {
        using var user = NewUser();
        var path = await CreateAsync(user);
        using var response = await user.GetAsync(path + "/interview");
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldStartWith(path + "/upload");
        (await user.GetStringAsync(path + "/upload?message=%3Cscript%3Ealert(1)%3C/script%3E")).ShouldNotContain("alert(1)");
        (await AnswerAsync(user, path, Good)).ShouldBe((HttpStatusCode.BadRequest, Error("The interview has not begun. Open its page first.")));
        using var complete = await PostAsync(user, path + "/complete");
        (await complete.Content.ReadAsStringAsync()).ShouldBe(Error("Answer at least one question first."));
    }

    [Theory]
    [InlineData("", "Answer cannot be empty.")]
    [InlineData(" \r\n\t ", "Answer cannot be empty.")]
    public async Task An_answer_must_be_one(string answer, string error)
    {
        using var user = NewUser();
        var path = await PreparedAsync(user);
        await JsonAsync(user, path);
        (await AnswerAsync(user, path, answer)).ShouldBe((HttpStatusCode.BadRequest, Error(error)));
        (await AnswerAsync(user, path, new string('x', 40_001))).ShouldBe((HttpStatusCode.BadRequest, Error("Answer is too long (at most 40,000 characters).")));
    }

    [Theory]
    [InlineData(0, "Job description cannot be empty.")]
    [InlineData(49, "Job description is too short (minimum 50 characters).")]
    [InlineData(50, null)]
    [InlineData(10_000, null)]
    [InlineData(10_001, "Job description is too long (maximum 10,000 characters).")]
    public async Task A_job_description_has_50_to_10000_characters(int length, string? error)
    {
        using var user = NewUser();
        var path = await CreateAsync(user);
        using var response = await PostAsync(user, path + "/upload-job", ("job_description", new string('j', length)));
        response.StatusCode.ShouldBe(error is null ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest);
        if (error is not null)
            (await response.Content.ReadAsStringAsync()).ShouldBe(Error(error));
    }

    public static TheoryData<string, string, byte[], string?> Files() => new()
    {
        { "PDF", "cv.pdf", Candidates.Pdf(), null },
        { "text", "cv.txt", System.Text.Encoding.UTF8.GetBytes(Candidates.Text), null },
        { "Latin-1 text", "cv.txt", System.Text.Encoding.Latin1.GetBytes("José Ramírez, cocinero en Málaga desde 2015, cocina de mercado y postres."), null },
        { "empty", "cv.pdf", [], "The CV file is empty." },
        { "picture", "cv.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "Unsupported file type. Please upload a PDF, DOCX or TXT file." },
        { "damaged", "cv.pdf", "%PDF-1.7 and nothing else"u8.ToArray(), "The CV could not be read. It may be damaged or protected by a password: save it anew and try again." },
        { "too little", "cv.txt", "Ann"u8.ToArray(), "The CV holds too little text." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_CV_is_a_PDF_a_Word_document_or_text(string what, string name, byte[] content, string? error)
    {
        _ = what;
        using var user = NewUser();
        var path = await CreateAsync(user);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "cv_file", name } };
        using var response = await user.PostAsync(path + "/upload-cv", form);
        if (error is null)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            WebUtility.UrlDecode(response.Headers.Location!.OriginalString).ShouldContain("message=CV uploaded successfully");
            return;
        }

        ((response.StatusCode, await response.Content.ReadAsStringAsync())).ShouldBe((HttpStatusCode.BadRequest, Error(error)));
    }

    [Fact]
    public async Task Without_script_a_browser_gets_whole_pages_and_keeps_what_was_typed()
    {
        using var user = NewUser();
        var path = await CreateAsync(user);
        user.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        using var refused = await PostAsync(user, path + "/upload-job", ("job_description", "too short & <b>bold</b>"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("<html");
        page.ShouldContain("Job description is too short (minimum 50 characters).");
        page.ShouldContain("too short &amp; &lt;b&gt;bold&lt;/b&gt;");
        user.DefaultRequestHeaders.Remove("Sec-Fetch-Mode");

        var ready = await PreparedAsync(user);
        await JsonAsync(user, ready);
        user.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        using var answered = await PostAsync(user, ready + "/message", ("answer", Good));
        answered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answered.Headers.Location!.OriginalString.ShouldBe(ready + "/interview");
    }

    [Fact]
    public async Task Text_of_people_is_encoded_everywhere()
    {
        const string Attack = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
        using var user = NewUser();
        var path = await CreateAsync(user, Attack, Attack);
        (await user.GetStringAsync(path + "/upload")).ShouldNotContain("<script>alert");
        await UploadAsync(user, path, Candidates.Text + "\n" + Attack, Candidates.Job + Attack);
        await JsonAsync(user, path);
        var (_, fragment) = await AnswerAsync(user, path, Attack + Good);
        var page = await user.GetStringAsync(path + "/interview");
        using var complete = await PostAsync(user, path + "/complete");
        var feedback = await user.GetStringAsync(path + "/feedback");
        foreach (var html in (string[])[fragment, page, feedback])
        {
            html.ShouldNotContain("<script>alert");
            html.ShouldNotContain("<img src=x");
            html.ShouldContain("&lt;script&gt;");
        }
    }

    [Fact]
    public async Task Somebody_elses_session_is_403_and_an_unknown_one_404()
    {
        using var owner = NewUser();
        var path = await PreparedAsync(owner);
        await JsonAsync(owner, path);
        using var stranger = NewUser();
        foreach (var (id, status, error) in (IEnumerable<(string, HttpStatusCode, string)>)
            [(path, HttpStatusCode.Forbidden, "You don&#x27;t have access to this session"), ($"/session/{Guid.NewGuid()}", HttpStatusCode.NotFound, "Session not found"), ("/session/17", HttpStatusCode.NotFound, "Session not found")])
        {
            foreach (var page in (string[])["/upload", "/interview", "/feedback"])
            {
                using var response = await stranger.GetAsync(id + page);
                (response.StatusCode, await response.Content.ReadAsStringAsync()).ShouldBe((status, $"""<div class="error" role="alert">{error}</div>"""), id + page);
            }

            foreach (var form in (string[])["/upload-cv", "/upload-job", "/message", "/complete", "/delete"])
            {
                using var response = await PostAsync(stranger, id + form, ("answer", "x"));
                response.StatusCode.ShouldBe(status, id + form);
            }
        }
    }

    [Fact]
    public async Task A_form_signed_by_the_cookie_alone_needs_its_antiforgery_token()
    {
        using var signedIn = NewUser();
        using var browser = Client(service.Host);
        browser.DefaultRequestHeaders.Add("Cookie", "token=" + signedIn.DefaultRequestHeaders.Authorization!.Parameter);
        using var bare = await PostAsync(browser, "/session/create", ("job_title", "Cook"));
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var page = await browser.GetAsync("/session/create");
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        cookie.ShouldStartWith("antiforgery-interview=");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", $"token={signedIn.DefaultRequestHeaders.Authorization!.Parameter}; {cookie}");
        using var sent = await PostAsync(browser, "/session/create", ("job_title", "Cook"), ("__RequestVerificationToken", token));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task With_ResumeService_down_nothing_is_lost_and_the_person_is_told()
    {
        await using var gone = new HttpDouble(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await gone.StartAsync();
        var host = service.With(resume: gone.Address);
        var user = service.NewUser(null);
        using var client = Client(host).AsUser(user);
        var path = await CreateAsync(client);
        using var job = await PostAsync(client, path + "/upload-job", ("job_description", Candidates.Job));
        using var cv = await UploadCvAsync(client, path, Candidates.Pdf(), "cv.pdf");
        cv.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var text = await UploadCvAsync(client, path, System.Text.Encoding.UTF8.GetBytes(Candidates.Text), "cv.txt");
        text.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var interview = await client.GetAsync(path + "/interview");
        interview.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await interview.Content.ReadAsStringAsync()).ShouldContain("Nothing you wrote is lost");

        using var back = Client(service.Host).AsUser(user);
        (await JsonAsync(back, path)).Body.GetProperty("progress").GetProperty("question_count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_interview_that_began_keeps_its_documents_and_can_be_deleted()
    {
        using var user = NewUser();
        var path = await PreparedAsync(user);
        await JsonAsync(user, path);
        using var job = await PostAsync(user, path + "/upload-job", ("job_description", Candidates.Job));
        job.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var cv = await UploadCvAsync(user, path, Candidates.Pdf(), "cv.pdf");
        cv.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var deleted = await PostAsync(user, path + "/delete");
        deleted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var gone = await user.GetAsync(path + "/interview");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_names_the_users_own_interviews_with_their_next_step()
    {
        using var user = NewUser();
        (await user.GetStringAsync("/interviews")).ShouldContain("None yet.");
        var begun = await CreateAsync(user, "Cook <b>", "Inn");
        var ready = await PreparedAsync(user);
        using var stranger = NewUser();
        var list = await user.GetStringAsync("/interviews");
        list.ShouldContain("Cook &lt;b&gt; at Inn");
        list.ShouldContain($"{begun}/upload");
        list.ShouldContain($"{ready}/interview");
        (await stranger.GetStringAsync("/interviews")).ShouldContain("None yet.");
    }

    // Redirects are looked at, not followed, and cookies are sent as the test says.
    private static HttpClient Client(ServiceHost<ServiceMarker> host) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.ClientOptions.BaseAddress };

    private HttpClient NewUser() => Client(service.Host).AsUser(service.NewUser(null));

    private static async Task<string> CreateAsync(HttpClient client, string title = "Backend Engineer", string company = "Douro")
    {
        using var response = await PostAsync(client, "/session/create", ("job_title", title), ("company_name", company));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var location = response.Headers.Location!.OriginalString;
        location.ShouldMatch("^/session/[0-9a-f-]{36}/upload$");
        return location[..^"/upload".Length];
    }

    private static async Task<string> PreparedAsync(HttpClient client)
    {
        var path = await CreateAsync(client);
        await UploadAsync(client, path, Candidates.Text, Candidates.Job);
        return path;
    }

    private static async Task UploadAsync(HttpClient client, string path, string cv, string job)
    {
        using var first = await UploadCvAsync(client, path, System.Text.Encoding.UTF8.GetBytes(cv), "cv.txt");
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var second = await PostAsync(client, path + "/upload-job", ("job_description", job));
        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<HttpResponseMessage> UploadCvAsync(HttpClient client, string path, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "cv_file", name } };
        return await client.PostAsync(path + "/upload-cv", form);
    }

    private static async Task<(int Status, JsonElement Body)> JsonAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path + "/interview");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await client.SendAsync(request).ReadAsync();
    }

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(HttpClient client, string path, string answer, params (string Name, string Value)[] more)
    {
        using var response = await PostAsync(client, path + "/message", [("answer", answer), .. more]);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(path, form);
    }

    private static string Error(string message) => $"""<div class="error" role="alert">{message.Replace("'", "&#x27;", StringComparison.Ordinal)}</div>""";

    private static string QuestionIn(string fragment) => Regex.Match(fragment, "message-assistant.*?message-text[^>]*>([^<]+)<", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex(@"aria-label=""Interview: (10|[1-9]) of 10", RegexOptions.None, 1000)]
    private static partial Regex Score();

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
