using System.Text;
using System.Text.Json.Nodes;
using ChatCvService.Tests.Running;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Sessions;

[Collection(nameof(RunningChatCvService))]
public sealed class ChatRoutesTests(RunningChatCvService service)
{
    private const string EmptyLists = """
        "summary":"","experience":[],"education":[],"skills":{"core_competencies":[],"software_proficiency":[],"language_fluency":[],"certifications":[]},
        "key_projects_achievements":[],"awards_and_recognitions":[]
        """;

    [Fact]
    public async Task The_seeds_dialogue_gives_the_seeds_answers()
    {
        using var user = service.NewUser();
        var (status, start) = await user.StartAsync("Hi! I am Sarah Johnson, a Senior Data Scientist");

        status.ShouldBe(201);
        start.AsObject().Select(member => member.Key).ShouldBe(["session_id", "message", "cv_data", "progress", "is_complete"]);
        start.Text("message").ShouldBe("Great to meet you, Sarah! I'd love to help you create your CV. Could you share your contact information - email, phone number, and location?");
        Json(start["cv_data"]!).ShouldBe(Json(
            $$"""{"personal_info":{"full_name":"Sarah Johnson","title":"Senior Data Scientist","phone":"","email":"","linkedin":"","website":"","location":""},{{EmptyLists}}}"""));
        start["progress"]!.GetValue<int>().ShouldBe(16);
        start["is_complete"]!.GetValue<bool>().ShouldBeFalse();

        (status, var next) = await user.SayAsync(start.Text("session_id"), "My email is sarah@datatech.com, phone is +1-555-9999, I'm in Boston, MA");

        status.ShouldBe(200);
        next.AsObject().Select(member => member.Key).ShouldBe(["session_id", "message", "cv_data", "progress", "is_complete", "fields_collected", "missing_fields"]);
        next.Text("message").ShouldBe("Perfect! I have your contact details. Now let's talk about your work experience. Can you tell me about your current or most recent position?");
        Json(next["cv_data"]!).ShouldBe(Json(
            $$"""{"personal_info":{"full_name":"Sarah Johnson","title":"Senior Data Scientist","phone":"+1-555-9999","email":"sarah@datatech.com","linkedin":"","website":"","location":"Boston, MA"},{{EmptyLists}}}"""));
        next["progress"]!.GetValue<int>().ShouldBe(33);
        Json(next["fields_collected"]!).ShouldBe("""["personal_info"]""");
        Json(next["missing_fields"]!).ShouldBe("""["summary","experience","education","skills","key_projects_achievements"]""");
    }

    [Fact]
    public async Task A_session_keeps_its_whole_transcript()
    {
        using var user = service.NewUser();
        var (_, start) = await user.StartAsync("I am Ana Ruiz");
        var id = start.Text("session_id");
        await user.SayAsync(id, "<script>alert(1)</script> ' OR 1=1; --");
        var (status, session) = await user.ReadAsync($"/api/v1/chat/session/{id}");

        status.ShouldBe(200);
        session.AsObject().Select(member => member.Key).ShouldBe(
            ["session_id", "doc_type", "status", "conversation_history", "current_cv_data", "progress", "fields_collected", "created_at", "updated_at"]);
        var history = session["conversation_history"]!.AsArray();
        history.Select(line => line!.Text("role")).ShouldBe(["user", "model", "user", "model"]);
        history[2]!["parts"]![0]!.Text("text").ShouldBe("<script>alert(1)</script> ' OR 1=1; --");
        session.Text("status").ShouldBe("active");
        session.Text("created_at").ShouldEndWith("Z");
    }

    [Fact]
    public async Task Sessions_are_listed_newest_first_and_only_to_their_owner()
    {
        using var user = service.NewUser();
        var first = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
        var second = (await user.StartAsync("I am Ana Ruiz", "cover_letter")).Body.Text("session_id");
        await user.SayAsync(first, "ana@example.org");

        var sessions = (await user.ReadAsync("/api/v1/chat/sessions")).Body["sessions"]!.AsArray();
        sessions.Select(session => session!.Text("session_id")).ShouldBe([first, second]);
        sessions[0]!.AsObject().Select(member => member.Key).ShouldBe(["session_id", "doc_type", "status", "progress", "updated_at"]);
        using var other = service.NewUser();
        (await other.ReadAsync("/api/v1/chat/sessions")).Body["sessions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_and_unknown_sessions_are_404_in_the_seeds_words()
    {
        using var owner = service.NewUser();
        using var other = service.NewUser();
        var id = (await owner.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
        foreach (var session in (string[])[id, Guid.NewGuid().ToString(), "no-id"])
        {
            foreach (var (status, body) in (IEnumerable<(int, JsonNode)>)[await other.SayAsync(session, "hi"), await other.ReadAsync($"/api/v1/chat/session/{session}"), await other.FinalizeAsync(session)])
            {
                status.ShouldBe(404);
                Json(body).ShouldBe("""{"error":"Chat session not found or expired"}""");
            }
        }
    }

    [Theory]
    [InlineData("""{"initial_message":"","doc_type":"cv"}""", "initial_message is required")]
    [InlineData("""{"doc_type":"cv"}""", "initial_message is required")]
    [InlineData("""{"initial_message":"hi","doc_type":"novel"}""", "doc_type must be \"cv\" or \"cover_letter\"")]
    [InlineData("""{"initial_message":"hi"}""", "doc_type must be \"cv\" or \"cover_letter\"")]
    [InlineData("""{"initial_message":5}""", "The request could not be read.")]
    [InlineData("""{"initial_message":""", "The request could not be read.")]
    public async Task A_start_that_cannot_be_read_says_why(string json, string message)
    {
        using var user = service.NewUser();
        using var response = await user.PostAsync(new Uri("/api/v1/chat/start", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));
        ((int)response.StatusCode).ShouldBe(400);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.Text("error").ShouldBe(message);
    }

    [Fact]
    public async Task A_message_of_0_or_50000_characters_is_refused_and_of_20000_is_taken()
    {
        using var user = service.NewUser();
        var id = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
        (await user.SayAsync(id, " ")).Body.Text("error").ShouldBe("message is required");
        var (status, body) = await user.SayAsync(id, new string('x', 50_000));
        (status, body.Text("error")).ShouldBe((400, "message is too long (maximum 20,000 characters)"));
        (await user.SayAsync(id, string.Concat(Enumerable.Repeat("so and then, at in for as the of ", 600)))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_valid_token_every_route_is_401()
    {
        using var nobody = service.Anonymous();
        (await nobody.StartAsync("hi")).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(401), answer => answer.Body.Text("error").ShouldBe("Invalid or expired token"));
        (await nobody.ReadAsync("/api/v1/chat/sessions")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Gemini_without_a_key_is_the_seeds_400()
    {
        await using var host = service.Host(("Ai:Provider", "gemini"), ("Ai:ApiKey", ""), ("GEMINI_API_KEY", ""));
        using var user = host.CreateClient();
        user.DefaultRequestHeaders.Authorization = service.NewUser().DefaultRequestHeaders.Authorization;
        var (status, body) = await user.StartAsync("I am Ana Ruiz");
        (status, body.Text("error")).ShouldBe((400, "Gemini API key not set. Please set your API key first."));
    }

    [Fact]
    public async Task A_message_sent_again_under_its_key_makes_one_turn()
    {
        using var user = service.NewUser();
        var start = await user.StartAsync("I am Ana Ruiz", key: "s1");
        Json((await user.StartAsync("I am Ana Ruiz", key: "s1")).Body).ShouldBe(Json(start.Body));
        var id = start.Body.Text("session_id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => user.SayAsync(id, "ana@example.org", key: "m1")));

        answers.Select(answer => Json(answer.Body)).Distinct().Count().ShouldBe(1);
        (await user.SayAsync(id, "another text", key: "m1")).Status.ShouldBe(409);
        (await user.ReadAsync($"/api/v1/chat/session/{id}")).Body["conversation_history"]!.AsArray().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Messages_sent_at_once_are_all_taken_one_after_the_other()
    {
        using var user = service.NewUser();
        var id = (await user.StartAsync("I am Ana Ruiz, a nurse")).Body.Text("session_id");
        string[] skills = ["Excel", "Figma", "Python", "Docker", "Jira", "Canva"];

        await Task.WhenAll(skills.Select(skill => user.SayAsync(id, $"I use {skill}")));

        var session = (await user.ReadAsync($"/api/v1/chat/session/{id}")).Body;
        session["current_cv_data"]!["skills"]!["software_proficiency"]!.AsArray().Select(skill => skill!.GetValue<string>()).ShouldBe(skills, ignoreOrder: true);
        session["conversation_history"]!.AsArray().Select(line => line!.Text("role")).ShouldBe(Enumerable.Range(0, 14).Select(i => i % 2 == 0 ? "user" : "model"));
    }

    private static string Json(JsonNode node) => node.ToJsonString();

    private static string Json(string json) => JsonNode.Parse(json)!.ToJsonString();
}
