using System.Net;
using Gateway.Tests.Running;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Home;

public sealed class DashboardTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private const string Hostile = "<img src=x onerror=alert(1)>";
    private RunningGateway _gateway = null!;

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["/api/resumes"] = $$"""{"success":true,"resumes":[{"resume_id":12,"filename":"{{Hostile}}.pdf","uploaded_at":"2026-11-20T10:00:00.000Z","current":true,"faiss_indexed":false}]}""",
        ["/api/interview/"] = $$"""{"message":"ok","interviewReports":[{"_id":"abc","user":"1","title":"{{Hostile}} report","matchScore":71,"createdAt":"2026-11-20T10:00:00.000Z","updatedAt":"2026-11-20T10:00:00.000Z"}]}""",
        ["/api/interview/sessions"] = """{"code":200,"message":"ok","data":[{"sessionId":"0198c0de-0000-7000-8000-000000000001","resumeId":"12","status":"IN_PROGRESS","totalQuestions":8,"answeredQuestions":3,"overallScore":null,"createdAt":"2026-11-20T10:00:00.000Z","completedAt":null}]}""",
        ["/api/mock-interviews"] = $$"""{"mockInterviews":[{"id":"0198c0de-0000-7000-8000-000000000002","jobTitle":"{{Hostile}} engineer","companyName":"","createdAt":"2026-11-20T10:00:00.000Z","hasDocuments":true,"score":7,"answers":8}]}""",
        ["/api/v1/documents"] = $$"""{"documents":[{"id":"3","user_id":1,"doc_type":"cv","title":"{{Hostile}} cv","slug":"x","mongo_document_id":"x","current_version":2,"template_code":"modern","created_at":"2026-11-20T10:00:00.000Z","updated_at":"2026-11-20T10:00:00.000Z"}]}""",
        ["/api/v1/chat/sessions"] = """{"sessions":[{"session_id":"0198c0de-0000-7000-8000-000000000003","doc_type":"cv","status":"active","progress":60,"updated_at":"2026-11-20T10:00:00.000Z"}]}""",
    };

    public async ValueTask InitializeAsync()
    {
        _gateway = await RunningGateway.StartAsync(postgres, rabbit);
        foreach (var service in (string[])["resume", "interview", "chatcv"])
        {
            _gateway[service].Answer = context =>
            {
                if (Answers.TryGetValue(context.Request.Path.Value!, out var answer))
                    return context.Response.WriteAsync(answer);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        }
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task The_dashboard_shows_the_next_step_and_everything_with_its_state()
    {
        var (browser, _) = await Browser.SignedInAsync(_gateway);
        using (browser)
        {
            var page = await browser.PageAsync("/dashboard");
            page.ShouldContain("Finish the interview you began");
            foreach (var shown in (string[])
                [
                    "href=\"/resumes/12\"", "Indexing", "href=\"/interviews/reports/abc\"", "71 of 100", "href=\"/interviews/sessions/0198c0de-0000-7000-8000-000000000001\"", "3 of 8 answered",
                    "href=\"/session/0198c0de-0000-7000-8000-000000000002/feedback\"", "7 of 10", "href=\"/cvs/documents/3\"", "version 2", "href=\"/cvs/0198c0de-0000-7000-8000-000000000003\"", "60 % written",
                ])
            {
                page.ShouldContain(shown);
            }

            page.ShouldContain("&lt;img src=x");
            page.ShouldNotContain("<img");
        }
    }

    [Fact]
    public async Task Each_list_is_asked_for_with_the_users_own_token()
    {
        var (browser, _) = await Browser.SignedInAsync(_gateway);
        using (browser)
        {
            await browser.PageAsync("/dashboard");
            var token = browser.Cookies.GetCookies(_gateway.Address)["token"]!.Value;
            _gateway.Reached.Count().ShouldBe(7);
            _gateway.Reached.ShouldAllBe(request => request.Headers["Authorization"] == "Bearer " + token && !request.Headers.ContainsKey("Cookie"));
        }
    }

    [Theory]
    [InlineData("resume", "Your resumes cannot be shown right now", "71 of 100")]
    [InlineData("interview", "Your interviews cannot be shown right now", "href=\"/resumes/12\"")]
    [InlineData("chatcv", "Your CVs cannot be shown right now", "href=\"/resumes/12\"")]
    public async Task A_service_that_is_down_leaves_its_part_out_and_says_so(string service, string words, string others)
    {
        var (browser, _) = await Browser.SignedInAsync(_gateway);
        using (browser)
        {
            await _gateway[service].DisposeAsync();
            var page = await browser.PageAsync("/dashboard");
            page.ShouldContain(words);
            page.ShouldContain(others);
        }
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"resumes":null}""")]
    public async Task An_answer_that_is_no_list_is_like_none(string answer)
    {
        _gateway["resume"].Answer = context => context.Response.WriteAsync(answer);
        var (browser, _) = await Browser.SignedInAsync(_gateway);
        using (browser)
            (await browser.PageAsync("/dashboard")).ShouldContain("Your resumes cannot be shown right now");
    }

    [Fact]
    public async Task Practice_that_is_due_comes_first()
    {
        var usual = _gateway["interview"].Answer!;
        _gateway["interview"].Answer = context => context.Request.Path == "/api/interview/practice/due"
            ? context.Response.WriteAsync("""{"due":[{"sessionId":"x"}],"count":3,"minutes":6}""")
            : usual(context);
        var (browser, _) = await Browser.SignedInAsync(_gateway);
        using (browser)
        {
            var page = await browser.PageAsync("/dashboard");
            page.ShouldContain("Answer 3 weak questions, 6 min");
            page.ShouldContain("href=\"/interviews/practice\"");
        }
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_back()
    {
        using var browser = new Browser(_gateway);
        using var response = await browser.GetAsync("/dashboard");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/sign-in?next=%2Fdashboard");
    }
}
