using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using InterviewService.Tests.Running;
using Npgsql;
using Shouldly;
using Testing;
using Testing.Documents;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.Sessions;

[Collection(nameof(RunningInterviewService))]
public sealed class SessionTests(RunningInterviewService service)
{
    private const string Path = "/api/interview/sessions";
    private const string Weak = "I used it a bit and it worked fine for us.";
    private const string Unknown = "I don't know.";

    [Fact]
    public async Task A_session_asks_as_many_questions_as_wanted_in_the_seeds_fields()
    {
        using var user = NewUser();
        var (status, body) = await CreateAsync(user, count: 8);

        status.ShouldBe(200);
        (body.Number("code"), body.Text("message")).ShouldBe((200, "success"));
        body.Names().ShouldBe(["code", "message", "data"]);
        var session = body.GetProperty("data");
        (string[] fields, string[] questionFields) = (
            ["sessionId", "resumeText", "totalQuestions", "currentQuestionIndex", "questions", "status"],
            ["questionIndex", "question", "type", "category", "userAnswer", "score", "feedback", "isFollowUp", "parentQuestionIndex", "why", "intention"]);
        fields.ShouldBeSubsetOf(session.Names());
        (session.Text("status"), session.Number("totalQuestions"), session.Number("currentQuestionIndex"), session.Text("resumeText")).ShouldBe(("CREATED", 8, 0, Candidates.Text));
        var questions = session.GetProperty("questions").EnumerateArray().ToList();
        questions.Select(question => question.Number("questionIndex")).ShouldBe(Enumerable.Range(0, 8));
        questions.ShouldAllBe(question => questionFields.All(name => question.Names().Contains(name)));
        questions.ShouldAllBe(question => question.GetProperty("userAnswer").ValueKind == JsonValueKind.Null && question.GetProperty("score").ValueKind == JsonValueKind.Null && !question.GetProperty("isFollowUp").GetBoolean());
        questions.Select(question => question.Text("question")).Distinct().Count().ShouldBe(8);
        questions.ShouldAllBe(question => question.Text("why").Length > 0);
        questions.Select(question => question.Text("type")).ShouldContain(type => type == "PYTHON" || type == "DJANGO" || type == "POSTGRESQL");
        questions.ShouldContain(question => question.Text("question").Contains("Tidepool", StringComparison.Ordinal) || question.Text("question").Contains("You write", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"questionCount":5,"resumeId":1}""", "简历文本不能为空")]
    [InlineData("""{"resumeText":" \n","questionCount":2,"resumeId":""}""", "简历文本不能为空")]
    [InlineData("""{"resumeText":"x","questionCount":2,"resumeId":1}""", "题目数量最少3题")]
    [InlineData("""{"resumeText":"x","resumeId":1}""", "题目数量最少3题")]
    [InlineData("""{"resumeText":"x","questionCount":-7,"resumeId":1}""", "题目数量最少3题")]
    [InlineData("""{"resumeText":"x","questionCount":21,"resumeId":1}""", "题目数量最多20题")]
    [InlineData("""{"resumeText":"x","questionCount":5}""", "简历ID不能为空")]
    [InlineData("""{"resumeText":"x","questionCount":5,"resumeId":"  "}""", "简历ID不能为空")]
    [InlineData("""{"resumeText":"x","questionCount":5,"resumeId":null}""", "简历ID不能为空")]
    [InlineData("""{"resumeText":"x","questionCount":5,"resumeId":{}}""", "The request could not be read.")]
    [InlineData("""{"resumeText":"x","questionCount":5.5,"resumeId":1}""", "The request could not be read.")]
    [InlineData("""{"resumeText":""", "The request could not be read.")]
    [InlineData("null", "The request could not be read.")]
    public async Task What_is_no_request_is_400_in_the_seeds_words(string json, string message)
    {
        using var user = NewUser();
        using var response = await user.PostAsync(Path, new StringContent(json, Encoding.UTF8, "application/json"));
        ((int)response.StatusCode, await response.Content.ReadAsStringAsync()).ShouldBe((400, Json.Error(400, message)));
    }

    [Fact]
    public async Task An_unfinished_session_is_answered_again_unless_a_new_one_is_forced()
    {
        using var user = NewUser();
        var first = Session(await CreateAsync(user, resumeId: 7));
        Session(await CreateAsync(user, resumeId: "7")).Text("sessionId").ShouldBe(first.Text("sessionId"));
        Session(await user.GetAsync($"{Path}/unfinished/7").ReadAsync()).Text("sessionId").ShouldBe(first.Text("sessionId"));
        (await user.GetAsync($"{Path}/unfinished/8").ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(404, "No unfinished interview session"));

        var second = Session(await CreateAsync(user, resumeId: 7, force: true));
        second.Text("sessionId").ShouldNotBe(first.Text("sessionId"));
        Questions(second).Intersect(Questions(first)).ShouldBeEmpty("two sessions on one resume do not repeat questions");
        var third = Session(await CreateAsync(user, resumeId: 7, force: true));
        Questions(third).Intersect(Questions(first).Concat(Questions(second))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_resume_gives_the_same_questions_to_somebody_else()
    {
        using var one = NewUser();
        using var other = NewUser();
        Questions(Session(await CreateAsync(one))).ShouldBe(Questions(Session(await CreateAsync(other))));
    }

    [Fact]
    public async Task Two_forced_sessions_at_once_are_two_sessions_with_questions_of_their_own()
    {
        using var user = NewUser();
        var created = await Task.WhenAll(CreateAsync(user, count: 5, force: true), CreateAsync(user, count: 5, force: true));

        created.ShouldAllBe(each => each.Status == 200);
        created.Select(each => Session(each).Text("sessionId")).Distinct().Count().ShouldBe(2);
        created.SelectMany(each => Questions(Session(each))).Distinct().Count().ShouldBe(10);
        (await user.GetAsync(Path).ReadAsync()).Body.GetProperty("data").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Two_usual_sessions_at_once_are_one()
    {
        using var user = NewUser();
        var created = await Task.WhenAll(CreateAsync(user), CreateAsync(user), CreateAsync(user));
        created.Select(each => Session(each).Text("sessionId")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_whole_interview_from_the_first_question_to_the_report()
    {
        using var user = NewUser();
        var session = Session(await CreateAsync(user, count: 4));
        var path = $"{Path}/{session.Text("sessionId")}";

        var question = (await user.GetAsync(path + "/question").ReadAsync()).Body.GetProperty("data");
        question.GetProperty("completed").GetBoolean().ShouldBeFalse();
        question.GetProperty("question").Number("questionIndex").ShouldBe(0);
        (await user.GetAsync(path + "/report").ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(409, "The interview is not completed yet"));
        (await user.GetAsync(path + "/export").ReadAsync()).Status.ShouldBe(409);

        var followUps = 0;
        for (var index = 0; ; index++)
        {
            var (status, body) = await AnswerAsync(user, path, index, index == 0 ? Weak : Unknown);
            status.ShouldBe(200);
            var data = body.GetProperty("data");
            data.Names().ShouldBe(["hasNextQuestion", "nextQuestion", "currentIndex", "totalQuestions"]);
            data.Number("currentIndex").ShouldBe(index + 1);
            followUps = data.Number("totalQuestions") - 4;
            if (!data.GetProperty("hasNextQuestion").GetBoolean())
            {
                data.GetProperty("nextQuestion").ValueKind.ShouldBe(JsonValueKind.Null);
                break;
            }

            data.GetProperty("nextQuestion").Number("questionIndex").ShouldBe(index + 1);
        }

        followUps.ShouldBe(1, "the first answer left something open; whoever knows nothing is not pressed");
        var completed = (await user.GetAsync(path + "/question").ReadAsync()).Body.GetProperty("data");
        completed.GetProperty("completed").GetBoolean().ShouldBeTrue();
        completed.Text("message").Length.ShouldBePositive();
        (await AnswerAsync(user, path, 0, "late")).Body.GetRawText().ShouldBe(Json.Error(409, "The interview is already completed"));
        (await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 0, answer = "late" }).ReadAsync()).Status.ShouldBe(409);

        var report = await ReportAsync(user, path);
        report.Names().ShouldBe(["sessionId", "totalQuestions", "overallScore", "categoryScores", "questionDetails", "overallFeedback", "strengths", "improvements", "referenceAnswers"]);
        report.Number("totalQuestions").ShouldBe(5);
        var details = report.GetProperty("questionDetails").EnumerateArray().ToList();
        details.Skip(1).ShouldAllBe(detail => detail.Number("score") == 0 && detail.Text("feedback").Length > 20, "nothing is known, and the feedback says why it is 0");
        report.Number("overallScore").ShouldBe((int)Math.Round(details.Average(detail => detail.Number("score")), MidpointRounding.AwayFromZero));
        foreach (var category in report.GetProperty("categoryScores").EnumerateArray())
        {
            var scores = details.Where(detail => detail.Text("category") == category.Text("category")).Select(detail => detail.Number("score")).ToList();
            (category.Number("questionCount"), category.Number("score")).ShouldBe((scores.Count, (int)Math.Round(scores.Average(), MidpointRounding.AwayFromZero)));
        }

        report.GetProperty("referenceAnswers").EnumerateArray().ShouldAllBe(answer => answer.Text("referenceAnswer").Length > 20 && answer.GetProperty("keyPoints").GetArrayLength() >= 3);
        var evaluated = Session(await user.GetAsync(path).ReadAsync());
        (evaluated.Text("status"), evaluated.Text("evaluation")).ShouldBe(("EVALUATED", "done"));
        evaluated.GetProperty("questions")[0].Number("score").ShouldBe(details[0].Number("score"));

        using var pdf = await user.GetAsync(path + "/export");
        pdf.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var text = await PdfTools.TextAsync(await pdf.Content.ReadAsByteArrayAsync());
        text.ShouldContain("Interview report");
        text.ReplaceLineEndings(" ").ShouldContain(Weak);
    }

    [Fact]
    public async Task A_follow_up_stands_right_behind_its_question_and_moves_the_others_up()
    {
        using var user = NewUser();
        var session = Session(await CreateAsync(user, count: 3));
        var before = Questions(session);
        var path = $"{Path}/{session.Text("sessionId")}";

        var next = (await AnswerAsync(user, path, 0, Weak)).Body.GetProperty("data").GetProperty("nextQuestion");
        (next.GetProperty("isFollowUp").GetBoolean(), next.Number("parentQuestionIndex"), next.Number("questionIndex")).ShouldBe((true, 0, 1));
        next.Text("category").ShouldBe(session.GetProperty("questions")[0].Text("category"));

        var second = (await AnswerAsync(user, path, 1, Weak)).Body.GetProperty("data");
        second.GetProperty("nextQuestion").GetProperty("isFollowUp").GetBoolean().ShouldBeFalse("one follow-up for each question");
        var after = Session(await user.GetAsync(path).ReadAsync());
        Questions(after).Where((_, index) => index != 1).ShouldBe(before);
        after.Number("totalQuestions").ShouldBe(4);
        after.GetProperty("questions").EnumerateArray().Select(question => question.Number("questionIndex")).ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task A_question_of_the_bank_is_kept_with_its_mistakes_and_its_other_answers()
    {
        using var user = NewUser();
        var session = Session(await CreateAsync(user, count: 10));
        await using var database = NpgsqlDataSource.Create(service.Database);
        await using var connection = await database.OpenConnectionAsync();

        var kept = (await connection.QueryAsync<(bool IsOfBank, int Mistakes, int OtherAnswers)>(
            "SELECT kind IN ('technical', 'behavioral') AND NOT is_story, cardinality(mistakes), cardinality(other_answers) FROM interview_questions WHERE session_id = @id::uuid", new { id = session.Text("sessionId") })).ToList();

        kept.ShouldContain(question => question.IsOfBank);
        kept.Where(question => question.IsOfBank).ShouldAllBe(question => question.Mistakes >= 3 && question.OtherAnswers >= 1);
        kept.Where(question => !question.IsOfBank).ShouldAllBe(question => question.Mistakes == 0 && question.OtherAnswers == 0);
    }

    [Fact]
    public async Task A_complete_answer_gets_no_follow_up()
    {
        using var user = NewUser();
        var session = Session(await CreateAsync(user, count: 3));
        var path = $"{Path}/{session.Text("sessionId")}";
        await using var database = NpgsqlDataSource.Create(service.Database);
        await using var connection = await database.OpenConnectionAsync();
        for (var index = 0; index < 3; index++)
        {
            var (isStory, reference) = await connection.QuerySingleAsync<(bool, string)>(
                "SELECT is_story, reference_answer FROM interview_questions WHERE session_id = @id::uuid AND position = @index", new { id = session.Text("sessionId"), index });
            var answer = isStory
                ? "At Douro Payments the nightly settlement took 50 minutes and blocked the morning reports, so I was asked to make it faster. I measured each step, found that two queries "
                    + "lacked an index and that rows were written one by one. I added the indexes and wrote in batches of 1,000 because single writes cost a round trip each. As a result it went "
                    + "down to 8 minutes, the reports were on time, and since then I measure before I change anything."
                : reference;
            (await AnswerAsync(user, path, index, answer)).Body.GetProperty("data").Number("totalQuestions").ShouldBe(3);
        }
    }

    [Fact]
    public async Task An_answer_must_be_one_and_belong_to_the_current_question()
    {
        using var user = NewUser();
        var path = $"{Path}/{Session(await CreateAsync(user)).Text("sessionId")}";

        foreach (var index in (int?[])[1, -1, 99, null])
            (await user.PostAsync(path + "/answers", new { questionIndex = index, answer = "x" }).ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(400, "questionIndex must be the current question (0)"));
        foreach (var answer in (string?[])["", " \n\t", null, "\0"])
            (await user.PostAsync(path + "/answers", new { questionIndex = 0, answer }).ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(400, "Answer must not be empty"));
        (await user.PostAsync(path + "/answers", new { questionIndex = 0, answer = new string('x', 100_001) }).ReadAsync()).Status.ShouldBe(400);
        Session(await user.GetAsync(path).ReadAsync()).Text("status").ShouldBe("CREATED");
    }

    [Fact]
    public async Task A_draft_is_shown_and_does_not_advance()
    {
        using var user = NewUser();
        var path = $"{Path}/{Session(await CreateAsync(user)).Text("sessionId")}";

        (await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 0, answer = "first words" }).ReadAsync()).Body.GetRawText().ShouldBe("""{"code":200,"message":"success","data":null}""");
        (await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 0, answer = "better words" }).ReadAsync()).Status.ShouldBe(200);
        (await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 1, answer = "too early" }).ReadAsync()).Status.ShouldBe(400);
        (await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 0, answer = " " }).ReadAsync()).Status.ShouldBe(400);

        var session = Session(await user.GetAsync(path).ReadAsync());
        (session.Text("status"), session.Number("currentQuestionIndex")).ShouldBe(("IN_PROGRESS", 0));
        session.GetProperty("questions")[0].Text("userAnswer").ShouldBe("better words");
    }

    [Fact]
    public async Task Of_several_answers_at_once_to_one_question_one_counts()
    {
        using var user = NewUser();
        var path = $"{Path}/{Session(await CreateAsync(user)).Text("sessionId")}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => AnswerAsync(user, path, 0, $"{Weak} {number}")));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 400).ShouldBe(5);
        var session = Session(await user.GetAsync(path).ReadAsync());
        session.Number("currentQuestionIndex").ShouldBe(1);
        session.Number("totalQuestions").ShouldBe(answers.Single(answer => answer.Status == 200).Body.GetProperty("data").Number("totalQuestions"));
    }

    [Fact]
    public async Task An_interview_ended_early_counts_what_is_open_as_0_and_a_draft_as_the_answer()
    {
        using var user = NewUser();
        var path = $"{Path}/{Session(await CreateAsync(user, count: 3)).Text("sessionId")}";
        await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 0, answer = Weak });

        (await user.PostAsync(path + "/complete", null).ReadAsync()).Body.GetRawText().ShouldBe("""{"code":200,"message":"success","data":null}""");
        (await user.PostAsync(path + "/complete", null).ReadAsync()).Status.ShouldBe(200);
        (await user.GetAsync($"{Path}/unfinished/1").ReadAsync()).Status.ShouldBe(404);

        var report = await ReportAsync(user, path);
        var details = report.GetProperty("questionDetails").EnumerateArray().ToList();
        details[0].Text("userAnswer").ShouldBe(Weak);
        details.Skip(1).ShouldAllBe(detail => detail.GetProperty("userAnswer").ValueKind == JsonValueKind.Null && detail.Number("score") == 0 && detail.Text("feedback") == "Not answered: it counts 0.");
        report.GetProperty("improvements").Strings().ShouldContain("2 of 3 questions were left open: also a part of an answer counts.");
    }

    [Fact]
    public async Task Details_keep_the_reference_answers_until_the_interview_is_over()
    {
        using var user = NewUser();
        var path = $"{Path}/{Session(await CreateAsync(user, count: 3)).Text("sessionId")}";
        var open = Session(await user.GetAsync(path + "/details").ReadAsync());
        open.GetProperty("questions").EnumerateArray().ShouldAllBe(question => question.GetProperty("referenceAnswer").ValueKind == JsonValueKind.Null);

        await user.PostAsync(path + "/complete", null);
        await ReportAsync(user, path);
        var done = Session(await user.GetAsync(path + "/details").ReadAsync());
        done.GetProperty("questions").EnumerateArray().ShouldAllBe(question => question.Text("referenceAnswer").Length > 20);
        done.Number("overallScore").ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_session_is_not_there()
    {
        using var owner = NewUser();
        using var other = NewUser();
        var path = $"{Path}/{Session(await CreateAsync(owner)).Text("sessionId")}";

        (HttpMethod Method, string Path)[] routes =
        [
            (HttpMethod.Get, path), (HttpMethod.Get, path + "/question"), (HttpMethod.Post, path + "/answers"), (HttpMethod.Put, path + "/answers"), (HttpMethod.Post, path + "/complete"),
            (HttpMethod.Get, path + "/report"), (HttpMethod.Get, path + "/details"), (HttpMethod.Get, path + "/export"), (HttpMethod.Delete, path),
            (HttpMethod.Get, Path + "/not-an-id"), (HttpMethod.Post, Path + "/not-an-id/complete"), (HttpMethod.Delete, $"{Path}/{Guid.NewGuid()}"),
        ];
        foreach (var (method, route) in routes)
        {
            using var request = new HttpRequestMessage(method, route) { Content = method == HttpMethod.Get ? null : JsonContent.Create(new { questionIndex = 0, answer = "x" }) };
            (await other.SendAsync(request).ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(404, "Interview session not found"), route);
        }

        (await other.GetAsync($"{Path}/unfinished/1").ReadAsync()).Status.ShouldBe(404);
        (await other.GetAsync(Path).ReadAsync()).Body.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await owner.DeleteAsync(path).ReadAsync()).Body.GetRawText().ShouldBe("""{"code":200,"message":"success","data":null}""");
        (await owner.GetAsync(path).ReadAsync()).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Every_route_asks_for_a_token_in_the_seeds_shape()
    {
        using var nobody = service.Host.CreateClient();
        (await nobody.PostAsync(Path, new { }).ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(401, "Invalid or expired token"));
        (await nobody.GetAsync(Path + "/1/report").ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(401, "Invalid or expired token"));
        using var user = NewUser();
        (await user.PatchAsync(Path, null).ReadAsync()).Body.GetRawText().ShouldBe(Json.Error(405, "Method not allowed"));
    }

    [Fact]
    public async Task Long_texts_and_all_scripts_are_kept_as_they_are()
    {
        using var user = NewUser();
        var resume = string.Concat(Enumerable.Repeat(Candidates.Text + "\n数据 مهندس 🙂\n", 240))[..200_000];
        var session = Session(await CreateAsync(user, resumeText: resume, count: 20));
        session.Number("totalQuestions").ShouldBe(20);
        session.Text("resumeText").ShouldBe(resume);
        var path = $"{Path}/{session.Text("sessionId")}";
        // Whole sentences: a cut in the middle of a character would be no text any more.
        var answer = string.Join(' ', Enumerable.Repeat("索引会让读取更快。 مرحبا بالعالم 🙂 An index speeds up reads and slows down writes.", 530));
        for (var index = 0; index < 3; index++)
            (await AnswerAsync(user, path, index, answer)).Status.ShouldBe(200);
        Session(await user.GetAsync(path).ReadAsync()).GetProperty("questions")[0].Text("userAnswer").ShouldBe(answer);

        await user.PostAsync(path + "/complete", null);
        (await ReportAsync(user, path)).GetProperty("questionDetails")[0].Text("userAnswer").ShouldBe(answer);
    }

    [Fact]
    public async Task A_resume_without_known_skills_and_one_in_Chinese_get_fitting_questions()
    {
        using var user = NewUser();
        var nurse = Session(await CreateAsync(user, resumeText: Candidates.Nurse, resumeId: "nurse", count: 12));
        Questions(nurse).Length.ShouldBe(12);
        Questions(nurse).ShouldContain(question => question.Contains("sepsis", StringComparison.Ordinal) || question.Contains("St. Brendan", StringComparison.Ordinal) || question.Contains("graduated nurses", StringComparison.Ordinal));

        var chinese = Session(await CreateAsync(user, resumeText: Candidates.Chinese, resumeId: "zh", count: 8));
        chinese.GetProperty("questions").EnumerateArray().Select(question => question.Text("type")).ShouldContain(type => type == "JAVA" || type == "REDIS" || type == "SPRING BOOT" || type == "MYSQL");
        Questions(chinese).Count(question => question.Any(character => character is >= '\u4E00' and <= '\u9FFF')).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task With_ResumeService_down_a_session_is_503_in_the_seeds_shape()
    {
        await using var gone = new HttpDouble(_ => Task.CompletedTask);
        await using var host = service.With(resume: gone.Address);
        using var user = host.CreateClient().AsUser(service.NewUser(null));
        (await CreateAsync(user)).Body.GetRawText().ShouldBe(Json.Error(503, "The service is not available right now. Please try again."));
    }

    private HttpClient NewUser() => service.Host.CreateClient().AsUser(service.NewUser(null));

    private static Task<(int Status, JsonElement Body)> CreateAsync(HttpClient user, string? resumeText = null, int count = 5, object? resumeId = null, bool force = false) =>
        user.PostAsync(Path, new { resumeText = resumeText ?? Candidates.Text, questionCount = count, resumeId = resumeId ?? 1, forceCreate = force }).ReadAsync();

    private static Task<(int Status, JsonElement Body)> AnswerAsync(HttpClient user, string path, int index, string answer) =>
        user.PostAsync(path + "/answers", new { questionIndex = index, answer }).ReadAsync();

    private static JsonElement Session((int Status, JsonElement Body) answer)
    {
        answer.Status.ShouldBe(200);
        return answer.Body.GetProperty("data");
    }

    private static string[] Questions(JsonElement session) => [.. session.GetProperty("questions").EnumerateArray().Select(question => question.Text("question"))];

    internal static async Task<JsonElement> ReportAsync(HttpClient user, string path)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var (status, body) = await user.GetAsync(path + "/report").ReadAsync();
            if (status == 200)
                return body.GetProperty("data");
            body.GetRawText().ShouldBe(Json.Error(202, "evaluating"));
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(50);
        }
    }
}
