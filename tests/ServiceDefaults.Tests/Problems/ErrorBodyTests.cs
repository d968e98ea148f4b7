using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Problems;

public sealed class ErrorBodyTests : IAsyncLifetime
{
    private WebApplication _app = null!;

    private sealed record Body(int Number);

    public async ValueTask InitializeAsync() => _app = await TestApp.StartAsync(app =>
    {
        foreach (var prefix in (string[])["/api/resume", "/api/interview", "/api/interview/sessions", "/api/v1/chat", "/session", "/ours"])
        {
            app.MapGet(prefix + "/bug", string () => throw new InvalidOperationException("a secret"));
            app.MapGet(prefix + "/slow", string () => throw new TimeoutException("a secret"));
            app.MapPost(prefix + "/body", (Body body) => body.Number);
        }
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/api/resume", """{"success":false,"message":"Internal server error"}""")]
    [InlineData("/api/interview", """{"message":"Internal server error"}""")]
    [InlineData("/api/interview/sessions", """{"code":500,"message":"Server error","data":null}""")]
    [InlineData("/api/v1/chat", """{"error":"Internal server error"}""")]
    [InlineData("/session", """<div class="error" role="alert">Internal server error</div>""")]
    public async Task An_exception_is_a_500_in_the_shape_of_its_api_without_its_text(string prefix, string expected)
    {
        var (status, body) = await GetAsync(prefix + "/bug");
        status.ShouldBe(HttpStatusCode.InternalServerError);
        body.ShouldBe(expected);
    }

    [Fact]
    public async Task Our_own_routes_answer_problem_json()
    {
        using var client = _app.Client();
        using var response = await client.GetAsync("/ours/bug");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("status").GetInt32().ShouldBe(500);
        problem.GetRawText().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("/api/resume/nowhere", """{"success":false,"message":"Not found"}""")]
    [InlineData("/api/interview/nowhere/at/all", """{"message":"Not found"}""")]
    [InlineData("/api/interview/sessions/x/nowhere", """{"code":404,"message":"Not found","data":null}""")]
    [InlineData("/api/v1/chat/nowhere", """{"error":"Not found"}""")]
    [InlineData("/session/x/nowhere", """<div class="error" role="alert">Session not found</div>""")]
    public async Task An_unknown_path_is_404_in_the_shape_of_its_api(string path, string expected) =>
        (await GetAsync(path)).ShouldBe((HttpStatusCode.NotFound, expected));

    [Theory]
    [InlineData("/api/resume")]
    [InlineData("/api/interview")]
    [InlineData("/api/interview/sessions")]
    [InlineData("/api/v1/chat")]
    public async Task A_malformed_body_is_400_and_a_wrong_type_415_and_a_wrong_method_405(string prefix)
    {
        using var client = _app.Client();
        (await client.PostAsync(prefix + "/body", new StringContent("{\"number\":", Encoding.UTF8, "application/json"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync(prefix + "/body", new StringContent("x", Encoding.UTF8, "text/plain"))).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var wrong = await client.DeleteAsync(prefix + "/body");
        wrong.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("Method not allowed");
    }

    [Fact]
    public async Task A_dependency_that_ran_out_of_time_is_503() =>
        (await GetAsync("/api/resume/slow")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var client = _app.Client();
        using var response = await client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
