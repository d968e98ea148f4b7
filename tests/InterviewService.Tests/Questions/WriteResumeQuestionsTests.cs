using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using InterviewService.Questions;
using InterviewService.Tests.Running;
using Shouldly;
using Testing;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.Questions;

[Collection(nameof(RunningInterviewService))]
public sealed class WriteResumeQuestionsTests(RunningInterviewService service)
{
    [Fact]
    public async Task Questions_come_from_the_users_own_resume()
    {
        var user = service.NewUser(People.Backend, People.BackendChunks(0));

        var (status, body) = await AskAsync(user, new { job_description = People.BackendJob, question_count = 6, variation_seed = "focus_projects" });

        status.ShouldBe(200);
        body.AsObject().Select(member => member.Key).ShouldBe(["success", "questions", "resume_chunks_found"]);
        body["success"]!.GetValue<bool>().ShouldBeTrue();
        var questions = body["questions"]!.AsArray();
        questions.Count.ShouldBe(6);
        questions.ShouldAllBe(question => string.Join(',', question!.AsObject().Select(member => member.Key)) == "question,type");
        questions.Select(question => question!["type"]!.GetValue<string>()).Distinct().Count().ShouldBe(4);
        Texts(body).ShouldContain(text => text.Contains("E-commerce Platform", StringComparison.Ordinal) || text.Contains("Tidepool", StringComparison.Ordinal));
        service.Asked[user].ShouldBe(People.BackendJob);
    }

    [Fact]
    public async Task The_chunks_that_the_search_found_relevant_are_counted()
    {
        var user = service.NewUser(People.Backend, People.BackendChunks(0));

        var (_, body) = await AskAsync(user, new { job_description = People.BackendJob });

        // Of the five chunks the one about choir and maps has nothing to do with the job.
        body["resume_chunks_found"]!.GetValue<int>().ShouldBeInRange(3, 4);
    }

    [Fact]
    public async Task A_resume_about_something_else_has_no_relevant_chunks_for_the_job()
    {
        var user = service.NewUser(People.Nobody, People.BackendChunks(0) with { Chunks = [new(0, "Choir, bouldering and the history of cartography.")] });

        var (status, body) = await AskAsync(user, new { job_description = "You build services in Python on PostgreSQL." });

        status.ShouldBe(200);
        body["resume_chunks_found"]!.GetValue<int>().ShouldBe(0);
        Texts(body).Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"job_description":null,"question_count":null,"variation_seed":null}""")]
    [InlineData("""{"job_description":"  "}""")]
    public async Task Everything_in_the_body_may_be_left_out(string json)
    {
        var user = service.NewUser(People.Backend, People.BackendChunks(0));

        var (status, body) = await PostAsync(user, json);

        status.ShouldBe(200);
        Texts(body).Length.ShouldBe(5);
        body["resume_chunks_found"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task A_thin_resume_gives_as_many_questions_too(int count)
    {
        var (status, body) = await AskAsync(service.NewUser(People.Nobody), new { question_count = count });

        status.ShouldBe(200);
        Texts(body).Distinct().Count().ShouldBe(count);
    }

    [Fact]
    public async Task The_seed_decides()
    {
        var user = service.NewUser(People.Backend, People.BackendChunks(0));

        var one = Texts((await AskAsync(user, new { variation_seed = "one" })).Body);

        Texts((await AskAsync(user, new { variation_seed = "one" })).Body).ShouldBe(one);
        Texts((await AskAsync(user, new { variation_seed = "two" })).Body).ShouldNotBe(one);
        Texts((await AskAsync(user, new { })).Body).ShouldNotBe(one);
        Texts((await AskAsync(user, new { variation_seed = 7 })).Body).ShouldBe(Texts((await AskAsync(user, new { variation_seed = "7" })).Body));
    }

    [Fact]
    public async Task Two_replicas_give_the_same_questions()
    {
        var user = service.NewUser(People.Backend, People.BackendChunks(0));
        var other = service.With();

        (await RunningInterviewService.AskAsync(other, user, new { variation_seed = "same" })).Body.ToJsonString()
            .ShouldBe((await AskAsync(user, new { variation_seed = "same" })).Body.ToJsonString());
    }

    [Fact]
    public async Task Many_users_at_once_each_get_questions_of_their_own()
    {
        var users = Enumerable.Range(0, 12).Select(number => service.NewUser(
            People.Nobody with { Projects = [new($"Undertaking number {number}", [], [])] },
            People.BackendChunks(0) with { Chunks = [new(0, $"Undertaking number {number}")] })).ToArray();

        var answers = await Task.WhenAll(users.Select(user => AskAsync(user, new { question_count = 3 })));

        for (var number = 0; number < users.Length; number++)
            Texts(answers[number].Body).ShouldContain(text => text.Contains($"Undertaking number {number} project", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("-3")]
    [InlineData("2.5")]
    [InlineData("99999999999")]
    [InlineData("\"5\"")]
    [InlineData("\"many\"")]
    [InlineData("[5]")]
    [InlineData("true")]
    public async Task A_count_that_is_no_whole_number_from_1_to_20_is_refused(string count)
    {
        var (status, body) = await PostAsync(service.NewUser(People.Backend), $$"""{"question_count":{{count}}}""");

        ShouldBeError(status, body, 400, "question_count must be a whole number from 1 to 20");
    }

    [Fact]
    public async Task A_job_description_of_a_megabyte_is_refused()
    {
        var user = service.NewUser(People.Backend);
        var (longest, _) = await AskAsync(user, new { job_description = new string('x', 100_000) });
        var (status, body) = await AskAsync(user, new { job_description = new string('x', 1_000_000) });

        longest.ShouldBe(200);
        ShouldBeError(status, body, 400, "Job description is too long (maximum 100,000 characters)");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"job_description":5}""")]
    [InlineData("""{"variation_seed":{}}""")]
    [InlineData("")]
    public async Task A_malformed_body_is_refused_in_the_shape_of_this_api(string json)
    {
        var (status, body) = await PostAsync(service.NewUser(People.Backend), json);

        ShouldBeError(status, body, 400);
    }

    [Fact]
    public async Task Without_a_resume_the_answer_is_404()
    {
        var (status, body) = await AskAsync(service.NewUser(resume: null), new { question_count = 3 });

        ShouldBeError(status, body, 404, "No resume uploaded");
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var client = service.Host.CreateClient().AsUser(service.NewUser(People.Backend));
        using var content = new StringContent("question_count=3", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(Route, content);

        ShouldBeError((int)response.StatusCode, await BodyAsync(response), 415);
    }

    [Fact]
    public async Task Another_method_is_refused()
    {
        using var client = service.Host.CreateClient().AsUser(service.NewUser(People.Backend));
        using var response = await client.GetAsync(Route);

        ShouldBeError((int)response.StatusCode, await BodyAsync(response), 405);
    }

    public static TheoryData<string> BadTokens =>
    [
        "", "nonsense", TestTokens.Access(1, TimeSpan.FromMinutes(-5)), TestTokens.Access(1, key: "another-key-for-tests-9876543210-zyxwvutsrq"),
        TestTokens.Create("1", "refresh"), TestTokens.Service(),
    ];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Without_a_valid_access_token_the_answer_is_401(string token)
    {
        using var client = service.Host.CreateClient();
        if (token.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(Route, content);

        ShouldBeError((int)response.StatusCode, await BodyAsync(response), 401, "Invalid or expired token");
    }

    [Fact]
    public async Task While_EmbeddingService_is_down_the_questions_come_from_the_profile()
    {
        await using var nobody = new HttpDouble(_ => Task.CompletedTask);
        await using var host = service.With(embedding: nobody.Address);

        var (status, body) = await RunningInterviewService.AskAsync(host, service.NewUser(People.Backend, People.BackendChunks(0)), new { question_count = 8 });

        status.ShouldBe(200);
        Texts(body).Length.ShouldBe(8);
        body["resume_chunks_found"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task While_EmbeddingService_is_slow_nobody_waits_longer_than_its_time_limit()
    {
        await using var slow = new HttpDouble(context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted));
        await slow.StartAsync();
        await using var host = service.With(embedding: slow.Address);
        var watch = Stopwatch.StartNew();

        var (status, body) = await RunningInterviewService.AskAsync(host, service.NewUser(People.Backend), new { question_count = 8 });

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(6));
        status.ShouldBe(200);
        Texts(body).Length.ShouldBe(8);
        body["resume_chunks_found"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(0)]
    public async Task While_ResumeService_fails_or_is_down_the_answer_is_503(int answer)
    {
        await using var failing = new HttpDouble(context =>
        {
            context.Response.StatusCode = answer;
            return Task.CompletedTask;
        });
        if (answer > 0)
            await failing.StartAsync();
        await using var host = service.With(resume: failing.Address);

        var (status, body) = await RunningInterviewService.AskAsync(host, service.NewUser(People.Backend), new { });

        ShouldBeError(status, body, 503);
    }

    [Fact]
    public async Task The_route_is_described()
    {
        using var client = service.Host.CreateClient();
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

        var post = document["paths"]!["/api/resume_based_questions"]!["post"]!;
        post["operationId"]!.GetValue<string>().ShouldBe("WriteResumeQuestions");
        post["responses"]!.AsObject().Select(response => response.Key).ShouldBeSubsetOf(["200", "400", "401", "404", "503", "default"]);
        post["responses"]!.AsObject().Count.ShouldBe(6);
        post["responses"]!["400"]!["content"]!["application/json"]!["schema"]!["properties"]!.AsObject().Select(member => member.Key).ShouldBe(["success", "message"]);
        var schema = document["components"]!["schemas"]![nameof(ResumeQuestionsRequest)]!["properties"]!;
        schema["question_count"]!["maximum"]!.GetValue<int>().ShouldBe(20);
        schema["question_count"]!["minimum"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_service_reports_itself_healthy()
    {
        using var client = service.Host.CreateClient();
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static readonly Uri Route = new("/api/resume_based_questions", UriKind.Relative);

    private Task<(int Status, JsonNode Body)> AskAsync(long user, object body) => RunningInterviewService.AskAsync(service.Host, user, body);

    private async Task<(int Status, JsonNode Body)> PostAsync(long user, string json)
    {
        using var client = service.Host.CreateClient().AsUser(user);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(Route, content);
        return ((int)response.StatusCode, await BodyAsync(response));
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private static string[] Texts(JsonNode body) => [.. body["questions"]!.AsArray().Select(question => question!["question"]!.GetValue<string>())];

    private static void ShouldBeError(int status, JsonNode body, int expected, string? message = null)
    {
        status.ShouldBe(expected);
        body.AsObject().Select(member => member.Key).ShouldBe(["success", "message"]);
        body["success"]!.GetValue<bool>().ShouldBeFalse();
        body["message"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        if (message is not null)
            body["message"]!.GetValue<string>().ShouldBe(message);
    }
}
