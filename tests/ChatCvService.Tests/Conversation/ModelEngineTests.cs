using System.Text.Json.Nodes;
using ChatCvService.Conversation;
using ChatCvService.Conversation.Model;
using ChatCvService.CvData;
using ChatCvService.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Ai;
using Shouldly;
using Testing;
using Testing.Doubles.ChatCompletions;
using Xunit;

namespace ChatCvService.Tests.Conversation;

[Collection(nameof(RunningChatCvService))]
public sealed class ModelEngineTests(RunningChatCvService service, ModelPlatform platform) : ConversationEngineConformance, IClassFixture<ModelPlatform>, IDisposable
{
    private const string Failed = """{"error":"Internal server error"}""";

    private protected override IConversationEngine Engine { get; } = platform.Strict.Services.GetRequiredService<IConversationEngine>();

    public void Dispose()
    {
        platform.Instead = null;
        platform.Model.NotAsDescribed.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_the_engine_with_a_provider() => Engine.ShouldBeOfType<ModelEngine>();

    // --- Facts ----------------------------------------------------------------------------------------------------

    [Fact]
    public async Task The_model_reads_the_message_with_what_is_known_and_the_rules_merge_it()
    {
        platform.Instead = call => call.SchemaName != "cv_facts" ? HonestModel.Answer(call) : Reply.Json(With(facts =>
            facts["jobs"]!.AsArray().Add((JsonNode)HonestModel.Job("senior nurse", "clinica norte", "03/2021", "Present", "ran the night shift with 3 colleagues"))));

        var turn = (await SayAsync("I'm senior nurse @ clinica norte from 03/2021 up to this day, ran the night shift with 3 colleagues"))[0];

        var job = turn.Cv.Experience.ShouldHaveSingleItem();
        (job.Title, job.Company, job.StartDate, job.EndDate, job.DescriptionBullets.Single()).ShouldBe(("Senior Nurse", "Clinica Norte", "03/2021", "Present", "Ran the night shift with 3 colleagues"));
        turn.Reply.ShouldStartWith(HonestModel.Opener);
        var call = platform.Model.Calls.Last(each => each.SchemaName == "cv_facts");
        call.Data["message"]!.GetValue<string>().ShouldContain("clinica norte");
        call.System.ShouldNotContain("clinica");
    }

    public static TheoryData<string, string> Inventions => new()
    {
        { "company", "globex" },
        { "title", "director" },
        { "skill", "kubernetes" },
        { "number", "12" },
        { "month", "07/2019" },
        { "year", "01/2015" },
        { "format", "2019" },
        { "email", "ana@globex.com" },
        { "award", "nurse" },
    };

    [Theory]
    [MemberData(nameof(Inventions))]
    public async Task A_value_that_was_not_said_is_sent_back_and_never_stored(string what, string value)
    {
        platform.Instead = call => call.SchemaName != "cv_facts" ? HonestModel.Answer(call) : call.IsRepair ? Reply.Json(HonestModel.NoFacts()) : Reply.Json(Invented());
        var turn = (await SayAsync("I worked with patients in 2019 and used Excel"))[0];
        CvJson.Write(turn.Cv).ShouldBe(CvJson.Write(new Cv()));
        platform.Model.Calls.Last(call => call.SchemaName == "cv_facts").Last.ShouldContain(value);

        platform.Instead = call => call.SchemaName != "cv_facts" ? HonestModel.Answer(call) : Reply.Json(Invented());
        (await Should.ThrowAsync<AiException>(() => SayAsync("I worked with patients in 2019 and used Excel"))).Failure.ShouldBe(AiFailure.InvalidAnswer);

        JsonObject Invented() => With(facts =>
        {
            var jobs = facts["jobs"]!.AsArray();
            switch (what)
            {
                case "company":
                    jobs.Add((JsonNode)HonestModel.Job("", value));
                    break;
                case "title":
                    facts["person"]!["title"] = value;
                    break;
                case "skill":
                    facts["skills"]!["software"]!.AsArray().Add((JsonNode)value);
                    break;
                case "number":
                    jobs.Add((JsonNode)HonestModel.Job("", "", "", "", $"worked with {value} patients"));
                    break;
                case "email":
                    facts["person"]!["email"] = value;
                    break;
                case "award":
                    facts["awards"]!.AsArray().Add((JsonNode)$"{value} of the year");
                    break;
                default:
                    jobs.Add((JsonNode)HonestModel.Job("", "", value));
                    break;
            }
        });
    }

    [Fact]
    public async Task What_is_to_be_removed_is_not_read_as_a_fact()
    {
        await SayAsync("I use Python and Docker", "Remove Python. I also use Jira");

        platform.Model.Calls.Last(call => call.SchemaName == "cv_facts").Data["message"]!.GetValue<string>().ShouldNotContain("Python");
    }

    [Fact]
    public async Task A_message_that_only_accepts_asks_the_model_for_no_facts()
    {
        await SayAsync("I am Ana Ruiz, a nurse", "I work as a nurse at Clinica Norte since March 2021", "My skills are triage and Excel", "Write a summary for me");
        var before = platform.Model.Calls.Count(call => call.SchemaName == "cv_facts");
        await SayAsync("I am Ana Ruiz, a nurse", "I work as a nurse at Clinica Norte since March 2021", "My skills are triage and Excel", "Write a summary for me", "Yes, use it");

        (platform.Model.Calls.Count(call => call.SchemaName == "cv_facts") - before).ShouldBeLessThanOrEqualTo(4);
    }

    // --- Words ----------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData("Great, Globex will love you! What is your phone number?", "Globex")]
    [InlineData("You have 25 years of experience. What is your phone number?", "25")]
    [InlineData("Thank you, that is noted.", "must ask the question")]
    public async Task A_reply_that_invents_or_does_not_ask_is_sent_back(string reply, string said)
    {
        platform.Instead = call => call.SchemaName == "reply" && !call.IsRepair ? Reply.Json(new { reply }) : HonestModel.Answer(call);

        var turn = (await SayAsync("I am Ana Ruiz, a nurse"))[0];

        turn.Reply.ShouldStartWith(HonestModel.Opener);
        platform.Model.Calls.Last().Last.ShouldContain(said);
    }

    [Fact]
    public async Task A_list_of_what_is_known_is_the_rules_own()
    {
        var turn = (await SayAsync("I am Ana Ruiz, a nurse", "What do you have so far?"))[1];

        turn.Reply.ShouldStartWith("Here is what I have so far:");
    }

    [Theory]
    [InlineData("Nurse at Globex with triage skills.", "Globex")]
    [InlineData("Nurse with 15 years of triage.", "15")]
    [InlineData("Nurse who works with triage and kubernetes.", "kubernetes")]
    public async Task A_proposal_that_adds_a_fact_is_sent_back(string summary, string said)
    {
        platform.Instead = call => call.SchemaName == "proposal" && !call.IsRepair ? Reply.Json(new { lines = new[] { summary } }) : HonestModel.Answer(call);

        var turn = (await SayAsync("I am Ana Ruiz, a nurse", "I work as a nurse at Clinica Norte since March 2021", "My skills are triage and wound care", "Write a summary for me"))[^1];

        turn.Memory.Proposal!.Lines.Single().ShouldStartWith("In short: ");
        platform.Model.Calls.Last().Last.ShouldContain(said);
    }

    // --- Through the API --------------------------------------------------------------------------------------------

    public static TheoryData<string> Failures => ["not json", "schema", "invented employer", "429", "500", "401", "silence", "refusal", "huge", "html"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_model_that_fails_is_the_seeds_error_and_where_it_may_the_built_in_engine(string fault)
    {
        using var user = User(platform.Strict);
        var id = (await user.StartAsync("I am Ana Ruiz, a nurse")).Body.Text("session_id");
        platform.Instead = Failing(fault);

        var (status, body) = await user.SayAsync(id, "ana.secret@example.org");
        (status, body.ToJsonString()).ShouldBe((500, Failed));
        (status, body) = await user.StartAsync("I am Ana Ruiz, a nurse");
        (status, body.ToJsonString()).ShouldBe((500, Failed));
        var session = (await user.ReadAsync($"/api/v1/chat/session/{id}")).Body;
        session["conversation_history"]!.AsArray().Count.ShouldBe(2, "a turn that failed is no turn");

        using var lenient = User(platform.Lenient);
        var (started, start) = await lenient.StartAsync("Hi! I am Sarah Johnson, a Senior Data Scientist");
        (started, start.Text("message")).ShouldBe((201, "Great to meet you, Sarah! I'd love to help you create your CV. Could you share your contact information - email, phone number, and location?"));
        platform.Logs.Lines.ShouldContain(line => line.Contains("[2]: The built-in engine did chat.turn", StringComparison.Ordinal));
        platform.Logs.All.ShouldNotContain(ChatCompletionsDouble.Key);
        platform.Logs.All.ShouldNotContain("ana.secret");
        platform.Logs.All.ShouldNotContain("Ana Ruiz");
    }

    [Fact]
    public async Task A_refused_connection_is_the_seeds_error()
    {
        await platform.Model.StopAsync();
        using var user = User(platform.Strict);
        var (status, body) = await user.StartAsync("I am Ana Ruiz, a nurse");
        await platform.Model.StartAsync();

        (status, body.ToJsonString()).ShouldBe((500, Failed));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_under_its_key_asks_the_model_once()
    {
        using var user = User(platform.Strict);
        var start = await user.StartAsync("I am Ana Ruiz, a nurse", key: "s1");
        var id = start.Body.Text("session_id");
        await user.SayAsync(id, "ana@example.org", key: "m1");
        var before = platform.Model.Calls.Count;

        (await user.StartAsync("I am Ana Ruiz, a nurse", key: "s1")).Body.ToJsonString().ShouldBe(start.Body.ToJsonString());
        (await user.SayAsync(id, "ana@example.org", key: "m1")).Status.ShouldBe(200);

        platform.Model.Calls.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Messages_sent_at_once_are_taken_one_after_the_other()
    {
        using var user = User(platform.Strict);
        var id = (await user.StartAsync("I am Ana Ruiz, a nurse")).Body.Text("session_id");
        string[] skills = ["Excel", "Figma", "Python", "Docker"];

        await Task.WhenAll(skills.Select(skill => user.SayAsync(id, $"I use {skill}")));

        var session = (await user.ReadAsync($"/api/v1/chat/session/{id}")).Body;
        session["current_cv_data"]!["skills"]!["software_proficiency"]!.AsArray().Select(skill => skill!.GetValue<string>()).ShouldBe(skills, ignoreOrder: true);
    }

    [Fact]
    public async Task Gemini_without_a_key_is_the_seeds_400_for_a_message_too()
    {
        await using var host = service.Host(("Ai:Provider", "gemini"), ("Ai:ApiKey", ""), ("GEMINI_API_KEY", ""));
        using var user = User(host);
        var (status, body) = await user.SayAsync(Guid.NewGuid().ToString(), "hello");
        (status, body.Text("error")).ShouldBe((400, "Gemini API key not set. Please set your API key first."));
    }

    private static JsonObject With(Action<JsonObject> add)
    {
        var facts = HonestModel.NoFacts();
        add(facts);
        return facts;
    }

    private static Func<ChatCall, Reply> Failing(string fault) => fault switch
    {
        "not json" => _ => Reply.Text("Hello Ana Ruiz, ana.secret@example.org!"),
        "schema" => _ => Reply.Json(new { person = "Ana Ruiz" }),
        "invented employer" => call => call.SchemaName == "cv_facts" ? Reply.Json(With(facts => facts["jobs"]!.AsArray().Add((JsonNode)HonestModel.Job("", "Globex")))) : HonestModel.Answer(call),
        "429" => _ => Reply.Error(429, "Rate limit reached.", "rate_limit_exceeded", retryAfter: "0"),
        "401" => _ => Reply.Error(401, $"Incorrect API key provided: {ChatCompletionsDouble.Key}.", "invalid_api_key"),
        "silence" => _ => Reply.Silence,
        "refusal" => _ => Reply.Refusal("I cannot help with that."),
        "huge" => _ => Reply.Huge(saysSo: true),
        "html" => _ => Reply.Html,
        _ => _ => Reply.Error(500, "The server had an error while processing: Ana Ruiz", "server_error"),
    };

    private HttpClient User(ServiceHost<ServiceMarker> host)
    {
        var client = host.CreateClient();
        service.NewUser(out var userId).Dispose();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Access(userId, TimeSpan.FromDays(30)));
        return client;
    }
}
