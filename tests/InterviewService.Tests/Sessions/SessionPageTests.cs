using InterviewService.Tests.Running;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Sessions;

[Collection(nameof(RunningInterviewService))]
public sealed class SessionPageTests(RunningInterviewService service)
{
    private const string Attack = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
    private const string Story =
        "At Douro Payments the nightly settlement took 50 minutes and blocked the reports, so I measured each step, found two queries without an index and wrote rows in batches. "
        + "As a result it took 8 minutes, and since then I measure before I change anything.";

    [Fact]
    public async Task An_interview_goes_from_the_form_over_a_follow_up_to_the_result()
    {
        using var visitor = WithResume();
        var form = await visitor.ReadAsync("/interviews/sessions/new");
        form.ShouldContain("my resume.pdf");
        var begun = await visitor.PostAsync("/interviews/sessions", ("key", Visitor.Value(form, "key")), ("resumeId", visitor.ResumeId), ("questionCount", "3"));
        begun.Status.ShouldBe(303);
        begun.Location!.ShouldMatch("^/interviews/sessions/[0-9a-f-]{36}$");
        var session = begun.Location!;
        var page = await visitor.ReadAsync(session);
        page.ShouldContain("Question 1 of 3");
        page.ShouldNotContain("A good answer", customMessage: "nobody sees it before the end");

        var followed = await visitor.PostByHtmxAsync(session + "/answers", ("question", "0"), ("answer", "It was a web application, I did some parts of it."));
        followed.Status.ShouldBe(200);
        followed.Body.ShouldNotContain("<html");
        followed.Body.ShouldContain("Question 2 of 4", customMessage: "a follow-up was added");
        followed.Body.ShouldContain("A follow-up question:");
        followed.Body.ShouldContain("hx-swap-oob=\"innerHTML\"");

        for (var question = 1; question < 4; question++)
            (await visitor.AnswerAsync(session, $"{Story} Number {question}.")).Location.ShouldBe(session);
        var result = await visitor.FinishAsync(session);
        result.ShouldMatch("aria-label=\"Overall: [0-9]+ of 100");
        foreach (var words in (string[])["By category", "What the scores are made of", "Accuracy", "Answer by answer", "A good answer", "Your interviews over time", "Number 3.", "report.pdf"])
            result.ShouldContain(words);
        (await visitor.ReadAsync("/interviews")).ShouldMatch($"href=\"{session}\">.*See the result");
        var pdf = await visitor.GetAsync(session + "/report.pdf");
        (pdf.Status, pdf.Type).ShouldBe((200, "application/pdf"));
    }

    [Fact]
    public async Task A_form_sent_twice_begins_one_interview_and_with_other_wishes_another()
    {
        using var visitor = WithResume();
        var key = Visitor.Value(await visitor.ReadAsync("/interviews/sessions/new"), "key");
        var sent = await Task.WhenAll(SendAsync(3), SendAsync(3));
        sent[0].Location.ShouldBe(sent[1].Location);
        (await SendAsync(4)).Location.ShouldNotBe(sent[0].Location);
        using var stranger = WithResume();
        var theirs = await stranger.PostAsync("/interviews/sessions", ("key", key), ("resumeId", stranger.ResumeId), ("questionCount", "3"));
        theirs.Status.ShouldBe(303);
        theirs.Location.ShouldNotBe(sent[0].Location);

        Task<Visitor.Answer> SendAsync(int count) => visitor.PostAsync("/interviews/sessions", ("key", key), ("resumeId", visitor.ResumeId), ("questionCount", $"{count}"));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("21")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("five <b>")]
    public async Task It_has_3_to_20_questions(string count)
    {
        using var visitor = WithResume();
        var refused = await visitor.PostAsync("/interviews/sessions", ("resumeId", visitor.ResumeId), ("questionCount", count));
        refused.Status.ShouldBe(400);
        refused.Body.ShouldContain("Please choose 3 to 20 questions.");
        refused.Body.ShouldNotContain("<b>");
        refused.Body.ShouldContain("id=\"question-count-error\"");
    }

    [Fact]
    public async Task Without_a_resume_the_page_says_what_to_choose()
    {
        using var visitor = new Visitor(service.Host, service.NewUser(null));
        (await visitor.ReadAsync("/interviews/sessions/new")).ShouldNotContain("type=\"radio\"");
        var refused = await visitor.PostByHtmxAsync("/interviews/sessions", ("resumeId", "file"), ("questionCount", "3"));
        (refused.Status, refused.Body.Contains("Please choose a resume", StringComparison.Ordinal)).ShouldBe((400, true));
        var begun = await visitor.PostAsync("/interviews/sessions", htmx: false, (Candidates.Pdf(), "cv.pdf"), ("resumeId", "file"), ("questionCount", "3"));
        begun.Status.ShouldBe(303);
        (await visitor.PostAsync("/interviews/sessions", htmx: false, (new byte[17 * 1024 * 1024], "cv.pdf"), ("resumeId", "file"), ("questionCount", "3"))).Status.ShouldBe(413);
    }

    [Fact]
    public async Task An_interview_from_a_report_asks_about_its_job_too()
    {
        using var visitor = WithResume();
        var report = (await visitor.PostAsync("/interviews/reports", ("jobDescription", Candidates.Job), ("resumeId", visitor.ResumeId))).Location!.Split('/')[^1];
        (await visitor.ReadAsync($"/interviews/sessions/new?report={report}")).ShouldContain($"value=\"report-{report}\" checked");
        var begun = await visitor.PostAsync("/interviews/sessions", ("resumeId", "report-" + report), ("questionCount", "8"));
        using var data = System.Text.Json.JsonDocument.Parse((await visitor.GetAsync("/api/interview/sessions/" + begun.Location!.Split('/')[^1])).Body);
        data.RootElement.GetProperty("data").GetProperty("questions").EnumerateArray().Select(question => question.Text("type")).ShouldContain(type => type == "KUBERNETES" || type == "KAFKA");

        using var stranger = WithResume();
        (await stranger.ReadAsync($"/interviews/sessions/new?report={report}")).ShouldNotContain("report-" + report);
        (await stranger.PostAsync("/interviews/sessions", ("resumeId", "report-" + report), ("questionCount", "8"))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Two_quick_posts_of_one_form_make_one_answer()
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.PostByHtmxAsync(session + "/answers", ("question", "0"), ("answer", Story))));
        sent.ShouldAllBe(answer => answer.Status == 200 || (answer.Status == 204 && answer.Location == session));
        Visitor.Value(await visitor.ReadAsync(session), "question").ShouldBe("1");
    }

    [Fact]
    public async Task An_old_page_that_is_sent_again_with_another_text_is_told_so()
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        await visitor.AnswerAsync(session, Story);
        var late = await visitor.PostAsync(session + "/answers", ("question", "0"), ("answer", "Something else"));
        late.Location.ShouldBe(session + "?notice=answered");
        (await visitor.ReadAsync(late.Location!)).ShouldContain("That question has its answer already.");
        (await visitor.ReadAsync(session + "?notice=%3Cscript%3E")).ShouldNotContain("%3Cscript", customMessage: "nothing of the address is shown");
    }

    [Theory]
    [InlineData("", "Answer must not be empty")]
    [InlineData(" \r\n\t", "Answer must not be empty")]
    public async Task An_answer_must_be_one(string answer, string words)
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        var refused = await visitor.AnswerAsync(session, answer);
        (refused.Status, refused.Body.Contains(words, StringComparison.Ordinal)).ShouldBe((400, true));
        var tooLong = new string('x', 100_001);
        var fragment = await visitor.PostByHtmxAsync(session + "/answers", ("question", "0"), ("answer", tooLong));
        (fragment.Status, fragment.Body.Contains("Answer is too long", StringComparison.Ordinal)).ShouldBe((400, true));
        (await visitor.AnswerAsync(session, tooLong)).Body.ShouldContain(tooLong, customMessage: "without script the page comes back with what was typed");
    }

    [Fact]
    public async Task A_draft_is_kept_said_to_be_saved_and_taken_back_when_the_box_is_emptied()
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        (await visitor.PostByHtmxAsync(session + "/draft", ("question", "0"), ("answer", "Half a <b>sentence"))).ShouldSatisfyAllConditions(
            saved => saved.Status.ShouldBe(200), saved => saved.Body.ShouldBe("Saved."));
        (await visitor.ReadAsync(session)).ShouldContain("Half a &lt;b&gt;sentence");
        await visitor.PostByHtmxAsync(session + "/draft", ("question", "0"), ("answer", "  "));
        (await visitor.ReadAsync(session)).ShouldNotContain("Half a");

        await visitor.AnswerAsync(session, Story);
        (await visitor.PostByHtmxAsync(session + "/draft", ("question", "0"), ("answer", "too late"))).Status.ShouldBe(204);
        (await visitor.ReadAsync(session)).ShouldNotContain("too late");
        (await visitor.PostByHtmxAsync(session + "/draft", ("question", "x"), ("answer", "y"))).Status.ShouldBe(400);
        (await visitor.PostByHtmxAsync(session + "/draft", ("question", "1"), ("answer", new string('x', 100_001)))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Ended_early_what_stands_in_the_box_counts_and_the_rest_is_open()
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync(4);
        var ended = await visitor.PostAsync(session + "/finish", ("question", "0"), ("answer", Story));
        ended.Location.ShouldBe(session);
        var result = await visitor.FinishAsync(session);
        result.ShouldContain("nightly settlement took 50 minutes");
        result.ShouldContain("3 of 4 questions were left open");
        (await visitor.PostAsync(session + "/finish", ("question", "0"), ("answer", "again"))).Location.ShouldBe(session);
    }

    [Fact]
    public async Task The_waiting_page_says_what_goes_on_and_leads_to_the_result()
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        (await visitor.GetAsync(session + "/evaluation", htmx: true)).Location.ShouldBe(session, "it is still open");
        await visitor.FinishAsync(session);
        var done = await visitor.GetAsync(session + "/evaluation?seen=running", htmx: true);
        (done.Status, done.Location).ShouldBe((204, session));
    }

    [Fact]
    public async Task While_the_grader_is_away_the_page_says_that_it_is_tried_again()
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        await MarkDelayedAsync(session);
        var page = await visitor.ReadAsync(session);
        page.ShouldContain("tried again by itself");
        page.ShouldContain("http-equiv=\"refresh\"");
        (await visitor.GetAsync(session + "/evaluation?seen=delayed", htmx: true)).Status.ShouldBe(204, "nothing has changed");
        (await visitor.GetAsync(session + "/evaluation?seen=running", htmx: true)).Body.ShouldContain("tried again by itself");
    }

    [Fact]
    public async Task Text_of_people_is_encoded_everywhere()
    {
        using var visitor = new Visitor(service.Host, service.NewUserWith(Attack + ".pdf", Candidates.Text.Replace("Tidepool", Attack, StringComparison.Ordinal)));
        (await visitor.ReadAsync("/interviews/sessions/new")).ShouldSatisfyAllConditions(Encoded());
        var session = await visitor.BeginAsync();
        await visitor.PostByHtmxAsync(session + "/draft", ("question", "0"), ("answer", Attack));
        (await visitor.ReadAsync(session)).ShouldSatisfyAllConditions(Encoded());
        await visitor.AnswerAsync(session, Attack + Story);
        (await visitor.FinishAsync(session)).ShouldSatisfyAllConditions(Encoded());
    }

    [Fact]
    public async Task Somebody_elses_interview_is_a_404_page_on_every_path()
    {
        using var owner = WithResume();
        var session = await owner.BeginAsync();
        using var stranger = WithResume();
        foreach (var path in (string[])[session, $"/interviews/sessions/{Guid.NewGuid()}", "/interviews/sessions/17"])
        {
            foreach (var page in (string[])["", "/evaluation", "/report.pdf", "/questions/0"])
            {
                var answer = await stranger.GetAsync(path + page);
                answer.Status.ShouldBe(404, path + page);
                answer.Body.ShouldContain("<h1>Page not found</h1>");
            }

            foreach (var form in (string[])["/answers", "/draft", "/finish", "/delete", "/questions/0"])
                (await stranger.PostAsync(path + form, ("question", "0"), ("answer", "x"), ("attempt", "2"))).Status.ShouldBe(404, path + form);
        }

        (await owner.ReadAsync(session)).ShouldContain("Question 1 of 3");
        (await owner.GetAsync(session + "/report.pdf")).Location.ShouldBe(session, "there is no report yet");
        (await owner.PostAsync(session + "/delete")).Location.ShouldBe("/interviews");
        (await owner.GetAsync(session)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/answers")]
    [InlineData("/draft")]
    [InlineData("/finish")]
    [InlineData("/delete")]
    [InlineData("/questions/0")]
    public async Task A_form_of_another_site_is_not_taken(string form)
    {
        using var visitor = WithResume();
        var session = await visitor.BeginAsync();
        (await visitor.PostFromElsewhereAsync(session + form, ("question", "0"), ("answer", Story))).Status.ShouldBe(400);
        Visitor.Value(await visitor.ReadAsync(session), "question").ShouldBe("0");
    }

    private Visitor WithResume() => new(service.Host, service.NewUserWith("my resume.pdf", Candidates.Text));

    private async Task MarkDelayedAsync(string session)
    {
        await using var connection = new Npgsql.NpgsqlConnection(service.Database);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            "UPDATE interview_sessions SET status = 'COMPLETED', completed_at = now(), evaluation_failed = true, evaluation_retry_at = now() + interval '1 day' WHERE id = $1", connection);
        command.Parameters.AddWithValue(Guid.Parse(session.Split('/')[^1]));
        await command.ExecuteNonQueryAsync();
    }

    private static Action<string>[] Encoded() =>
    [
        page => page.ShouldNotContain("<script>alert"),
        page => page.ShouldNotContain("<img src=x"),
        page => page.ShouldContain("&lt;script&gt;"),
    ];
}
