using System.Globalization;
using System.Text.Json;
using Gateway.Contracts;
using InterviewService.Tests.Running;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Testing;
using Xunit;

namespace InterviewService.Tests.Practice;

[Collection(nameof(RunningInterviewService))]
public sealed class PracticeTests(RunningInterviewService service)
{
    private const string Unknown = "I don't know.";
    private const string Story =
        "At Douro Payments the nightly settlement took 50 minutes and blocked the reports, so I measured each step, found two queries without an index and wrote rows in batches of 1,000. "
        + "I decided to do it in two releases so that we could go back. As a result it took 8 minutes, and since then I measure before I change anything.";

    [Fact]
    public async Task A_question_can_be_answered_again_and_every_attempt_is_kept_and_compared()
    {
        using var visitor = await EvaluatedAsync();
        var question = visitor.Session + "/questions/0";
        var page = await visitor.Browser.ReadAsync(question);
        page.ShouldContain("In the interview");
        page.ShouldContain("I don&#x27;t know.");

        var sent = await visitor.Browser.PostAsync(question, ("attempt", Visitor.Value(page, "attempt")), ("answer", Story));
        sent.ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(303), answer => answer.Location.ShouldBe(question + "?answered=yes"));
        var compared = await visitor.Browser.ReadAsync(sent.Location!);
        compared.ShouldMatch("[1-9][0-9]* of 100, [1-9][0-9]* more than before \\(0\\)\\.");
        compared.ShouldContain("Attempt 2");
        compared.ShouldContain("In the interview");
        compared.ShouldContain("nightly settlement");
        (await visitor.Browser.ReadAsync(visitor.Session)).ShouldMatch("[1-9][0-9]*</span> [a-z]+, was 0", customMessage: "the result shows then and now");

        await visitor.Browser.PostByHtmxAsync(question, ("attempt", "3"), ("answer", Unknown));
        (await visitor.Browser.ReadAsync(question + "?answered=yes")).ShouldMatch("0 of 100, [1-9][0-9]* less than before");
    }

    [Fact]
    public async Task Two_quick_posts_of_one_form_make_one_attempt_and_another_text_makes_its_own()
    {
        using var visitor = await EvaluatedAsync();
        var question = visitor.Session + "/questions/0";
        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.Browser.PostAsync(question, ("attempt", "2"), ("answer", Story))));
        sent.ShouldAllBe(answer => answer.Status == 303);
        Visitor.Value(await visitor.Browser.ReadAsync(question), "attempt").ShouldBe("3");
        await visitor.Browser.PostAsync(question, ("attempt", "2"), ("answer", Story + " And more."));
        Visitor.Value(await visitor.Browser.ReadAsync(question), "attempt").ShouldBe("4");
    }

    [Fact]
    public async Task Weak_questions_come_back_on_their_day_one_at_a_time()
    {
        using var visitor = await EvaluatedAsync();
        (await DueAsync(visitor)).GetRawText().ShouldBe("""{"due":[],"count":0,"minutes":0}""", "they come back tomorrow");
        (await visitor.Browser.ReadAsync("/interviews/practice")).ShouldContain("The next question comes back on");

        await PassAsync(visitor, days: 2);
        var due = await DueAsync(visitor);
        (due.Number("count"), due.Number("minutes")).ShouldBe((2, 4));
        due.Names().ShouldBe(["due", "count", "minutes"]);
        var first = due.GetProperty("due")[0];
        first.Names().ShouldBe(["sessionId", "questionIndex", "question", "dueAt", "score"]);
        first.Text("sessionId").ShouldBe(visitor.Session.Split('/')[^1]);
        first.Number("score").ShouldBe(0);
        (await visitor.Browser.ReadAsync("/interviews")).ShouldContain("Answer 2 weak questions, 4 min");

        var page = await visitor.Browser.ReadAsync("/interviews/practice");
        page.ShouldContain("2 questions are due today");
        var question = $"{visitor.Session}/questions/{first.Number("questionIndex")}";
        var sent = await visitor.Browser.PostAsync(question, ("attempt", Visitor.Value(page, "attempt")), ("from", Visitor.Value(page, "from")), ("answer", Unknown));
        (await visitor.Browser.ReadAsync(sent.Location!)).ShouldContain("Next question (1 left)");
        (await DueAsync(visitor)).Number("count").ShouldBe(1, "weak again, it comes back tomorrow");
    }

    [Fact]
    public async Task A_good_answer_on_its_day_moves_the_question_on_and_one_before_it_does_not()
    {
        using var visitor = await EvaluatedAsync();
        await PassAsync(visitor, days: 2);
        const int technical = 1;
        var path = $"{visitor.Session}/questions/{technical}";
        await visitor.Browser.PostAsync(path, ("answer", await ReferenceAsync(visitor, technical)));
        var (step, dueAt) = await PlaceAsync(visitor, technical);
        step.ShouldBe(1);
        ((dueAt!.Value - DateTimeOffset.UtcNow).TotalDays).ShouldBeInRange(2.9, 3.0);

        await visitor.Browser.PostAsync(path, ("answer", await ReferenceAsync(visitor, technical)));
        (await PlaceAsync(visitor, technical)).ShouldBe((step, dueAt));
        await visitor.Browser.PostAsync(path, ("answer", Unknown));
        (await PlaceAsync(visitor, technical)).Step.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_and_kept()
    {
        using var visitor = await EvaluatedAsync();
        var question = visitor.Session + "/questions/1";
        (await visitor.Browser.PostAsync(question, ("answer", " \n "))).ShouldSatisfyAllConditions(
            refused => refused.Status.ShouldBe(400), refused => refused.Body.ShouldContain("Answer cannot be empty."), refused => refused.Body.ShouldContain("<html"));
        var tooLong = new string('x', 100_001);
        (await visitor.Browser.PostAsync(question, ("answer", tooLong))).ShouldSatisfyAllConditions(refused => refused.Status.ShouldBe(400), refused => refused.Body.ShouldContain(tooLong));
        foreach (var index in (string[])["3", "99", "-1", "x"])
        {
            (await visitor.Browser.GetAsync($"{visitor.Session}/questions/{index}")).Status.ShouldBe(404, index);
            (await visitor.Browser.PostAsync($"{visitor.Session}/questions/{index}", ("answer", Story))).Status.ShouldBe(404, index);
        }

        var open = await visitor.Browser.BeginAsync();
        (await visitor.Browser.GetAsync(open + "/questions/0")).Location.ShouldBe(open, "an open interview has nothing to repeat");
        (await visitor.Browser.PostAsync(open + "/questions/0", ("answer", Story))).Location.ShouldBe(open);
    }

    [Fact]
    public async Task Text_of_people_is_encoded()
    {
        using var visitor = await EvaluatedAsync();
        var sent = await visitor.Browser.PostAsync(visitor.Session + "/questions/0", ("answer", "<script>alert('x')</script>" + Story));
        foreach (var page in (string[])[sent.Location!, visitor.Session + "/questions/0"])
        {
            var html = await visitor.Browser.ReadAsync(page);
            html.ShouldNotContain("<script>alert");
            html.ShouldContain("&lt;script&gt;");
        }
    }

    [Fact]
    public async Task Nobody_sees_what_is_due_for_somebody_else_and_signed_out_it_is_a_problem()
    {
        using var visitor = await EvaluatedAsync();
        await PassAsync(visitor, days: 2);
        using var stranger = service.Host.CreateClient().AsUser(service.NewUser(null));
        (await stranger.GetAsync("/api/interview/practice/due").ReadAsync()).Body.Number("count").ShouldBe(0);
        using var nobody = service.Host.CreateClient();
        using var refused = await nobody.GetAsync("/api/interview/practice/due");
        ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType).ShouldBe((401, "application/problem+json"));
    }

    [Fact]
    public async Task With_the_interview_its_attempts_and_its_practice_are_deleted()
    {
        using var visitor = await EvaluatedAsync();
        await visitor.Browser.PostAsync(visitor.Session + "/questions/0", ("answer", Story));
        (await CountAsync(visitor)).ShouldBe((1, 2));
        using var client = service.Host.CreateClient().AsUser(visitor.Browser.User);
        (await client.DeleteAsync("/api/interview/sessions/" + visitor.Session.Split('/')[^1])).EnsureSuccessStatusCode();
        (await CountAsync(visitor)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_deleted_account_leaves_no_attempt_and_no_practice_behind()
    {
        using var visitor = await EvaluatedAsync();
        await visitor.Browser.PostAsync(visitor.Session + "/questions/0", ("answer", Story));
        (await CountAsync(visitor)).ShouldBe((1, 2));
        await service.Host.Services.GetRequiredService<IBus>().Publish(new UserDeleted(visitor.Browser.User, DateTimeOffset.UtcNow));
        var limit = DateTime.UtcNow.AddSeconds(30);
        while (DateTime.UtcNow < limit && await CountAsync(visitor) != (0, 0))
            await Task.Delay(100);
        (await CountAsync(visitor)).ShouldBe((0, 0));
        (await visitor.Browser.GetAsync(visitor.Session)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_export_of_a_user_holds_the_attempts_and_what_comes_back()
    {
        using var visitor = await EvaluatedAsync();
        await visitor.Browser.PostAsync(visitor.Session + "/questions/0", ("answer", Story));
        using var gateway = service.Host.CreateClient().AsService();
        var (status, export) = await gateway.GetAsync($"/internal/users/{visitor.Browser.User}/export").ReadAsync();
        status.ShouldBe(200);
        var question = export.GetProperty("sessions")[0].GetProperty("questions")[0];
        question.GetProperty("attempts").EnumerateArray().ShouldHaveSingleItem().Text("answer").ShouldBe(Story);
        question.GetProperty("practice").TryGetProperty("due_at", out _).ShouldBeTrue();
        export.GetProperty("sessions")[0].GetProperty("questions")[2].GetProperty("practice").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    /// <summary>Somebody with an evaluated interview of three questions: two answered with "I don't know", one left open.</summary>
    private sealed record Practitioner(Visitor Browser, string Session) : IDisposable
    {
        public void Dispose() => Browser.Dispose();
    }

    private async Task<Practitioner> EvaluatedAsync()
    {
        var browser = new Visitor(service.Host, service.NewUserWith("my resume.pdf", Candidates.Text));
        var session = await browser.BeginAsync();
        await browser.AnswerAsync(session, Unknown);
        await browser.AnswerAsync(session, Unknown);
        await browser.FinishAsync(session);
        return new Practitioner(browser, session);
    }

    private async Task<JsonElement> DueAsync(Practitioner visitor)
    {
        using var client = service.Host.CreateClient().AsUser(visitor.Browser.User);
        var (status, body) = await client.GetAsync("/api/interview/practice/due").ReadAsync();
        status.ShouldBe(200);
        return body;
    }

    private Task PassAsync(Practitioner visitor, int days) =>
        ExecuteAsync($"UPDATE practice_questions SET due_at = due_at - interval '{days} days' WHERE user_id = {visitor.Browser.User}", reader => Task.FromResult(0));

    private Task<(int Step, DateTimeOffset? DueAt)> PlaceAsync(Practitioner visitor, int index) => ExecuteAsync(
        $"SELECT step, due_at FROM practice_questions p JOIN interview_questions q ON q.id = p.question_id WHERE p.user_id = {visitor.Browser.User} AND q.position = {index}",
        async reader => await reader.ReadAsync() ? (reader.GetInt32(0), reader.IsDBNull(1) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(1)) : default);

    private Task<string> ReferenceAsync(Practitioner visitor, int index) => ExecuteAsync(
        $"SELECT reference_answer || ' ' || array_to_string(key_points, '. ') FROM interview_questions WHERE session_id = '{visitor.Session.Split('/')[^1]}' AND position = {index}",
        async reader => await reader.ReadAsync() ? reader.GetString(0) : "");

    private Task<(long Attempts, long Practice)> CountAsync(Practitioner visitor) => ExecuteAsync(
        string.Create(CultureInfo.InvariantCulture, $"SELECT (SELECT count(*) FROM answer_attempts WHERE answer LIKE '%nightly settlement%' AND question_id IN (SELECT question_id FROM practice_questions WHERE user_id = {visitor.Browser.User})), (SELECT count(*) FROM practice_questions WHERE user_id = {visitor.Browser.User})"),
        async reader => await reader.ReadAsync() ? (reader.GetInt64(0), reader.GetInt64(1)) : default);

    private async Task<T> ExecuteAsync<T>(string sql, Func<NpgsqlDataReader, Task<T>> read)
    {
        await using var connection = new NpgsqlConnection(service.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        return await read(reader);
    }
}
