using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gateway.Tests.Running;
using Shouldly;
using Xunit;

namespace Gateway.Tests.Identity;

[Collection(typeof(GatewayCollection))]
public sealed class RegisterTests(SharedGateway shared) : IDisposable
{
    private const string Path = "/api/v1/auth/register";
    private readonly HttpClient _client = shared.Gateway.Client();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Register_answers_201_with_the_user()
    {
        var email = NewEmail();
        using var response = await _client.PostAsJsonAsync(Path, new { email, password = "12345678", username = " sarah ", full_name = "Sarah Jönsson 李" });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var user = await response.JsonAsync();
        user.EnumerateObject().Select(member => member.Name).ShouldBe(["id", "email", "username", "full_name", "created_at"]);
        user.GetProperty("id").GetInt64().ShouldBePositive();
        user.GetProperty("email").GetString().ShouldBe(email);
        user.GetProperty("username").GetString().ShouldBe("sarah");
        user.GetProperty("full_name").GetString().ShouldBe("Sarah Jönsson 李");
        var createdAt = user.GetProperty("created_at").GetString()!;
        createdAt.ShouldEndWith("Z");
        DateTimeOffset.Parse(createdAt, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task User_name_and_full_name_are_optional_and_unknown_fields_are_ignored()
    {
        using var response = await _client.PostAsJsonAsync(Path, new { email = NewEmail(), password = "12345678", full_name = " ", favourite_colour = "green" });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var user = await response.JsonAsync();
        user.GetProperty("username").ValueKind.ShouldBe(JsonValueKind.Null);
        user.GetProperty("full_name").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"password":"12345678"}""", "Email is required")]
    [InlineData("""{"email":"","password":"12345678"}""", "Email is required")]
    [InlineData("""{"email":"someone","password":"12345678"}""", "Email is not valid")]
    [InlineData("""{"email":"some one@example.com","password":"12345678"}""", "Email is not valid")]
    [InlineData("""{"email":"someone@example","password":"12345678"}""", "Email is not valid")]
    [InlineData("""{"email":"a@b@example.com","password":"12345678"}""", "Email is not valid")]
    [InlineData("""{"email":"some\u0000one@example.com","password":"12345678"}""", "Email is not valid")]
    [InlineData("""{"email":"someone@-example-.com","password":"12345678"}""", "Email is not valid")]
    [InlineData("""{"email":"someone@example.com"}""", "Password is required")]
    [InlineData("""{"email":"someone@example.com","password":"1234567"}""", "Password must be 8 to 128 characters")]
    [InlineData("""{"email":"someone@example.com","password":"12345678","username":"a\u0000b"}""", "Username must be at most 64 printable characters")]
    [InlineData("""{"email":"someone@example.com","password":"12345678","full_name":"a\nb"}""", "Full name must be at most 200 printable characters")]
    public async Task Each_problem_has_its_400(string body, string error)
    {
        using var response = await PostAsync(body);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.BadRequest, $$"""{"error":"{{error}}"}"""));
    }

    [Theory]
    [InlineData(7, HttpStatusCode.BadRequest)]
    [InlineData(8, HttpStatusCode.Created)]
    [InlineData(128, HttpStatusCode.Created)]
    [InlineData(129, HttpStatusCode.BadRequest)]
    public async Task A_password_has_8_to_128_characters(int length, HttpStatusCode expected)
    {
        using var response = await _client.PostAsJsonAsync(Path, new { email = NewEmail(), password = new string('x', length) });
        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"email":5,"password":"12345678"}""")]
    [InlineData("""{"email":"\ud800@example.com","password":"12345678"}""")]
    public async Task A_malformed_body_is_400(string body)
    {
        using var response = await PostAsync(body);
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.BadRequest, """{"error":"The request could not be read."}"""));
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_415()
    {
        using var response = await PostAsync("email=a@example.com", "application/x-www-form-urlencoded");
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.UnsupportedMediaType, """{"error":"Unsupported content type"}"""));
    }

    [Fact]
    public async Task A_body_beyond_16_kB_is_413()
    {
        using var response = await PostAsync($$"""{"email":"{{new string('a', 17_000)}}"}""");
        (await response.AnswerAsync()).ShouldBe((HttpStatusCode.RequestEntityTooLarge, """{"error":"The request is too large."}"""));
    }

    [Fact]
    public async Task Another_method_is_405_and_another_path_404()
    {
        using var get = await _client.GetAsync(Path);
        (await get.AnswerAsync()).ShouldBe((HttpStatusCode.MethodNotAllowed, """{"error":"Method not allowed"}"""));
        get.Content.Headers.Allow.ShouldBe(["POST"]);
        using var other = await _client.PostAsJsonAsync("/api/v1/auth/registers", new { });
        (await other.AnswerAsync()).ShouldBe((HttpStatusCode.NotFound, """{"error":"Not found"}"""));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("{1}")]
    public async Task A_taken_email_is_409_however_it_is_written(string format)
    {
        var account = await Account.RegisterAsync(_client);
        var email = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, account.Email, account.Email.ToUpperInvariant());
        using var again = await _client.PostAsJsonAsync(Path, new { email, password = "12345678" });
        (await again.AnswerAsync()).ShouldBe((HttpStatusCode.Conflict, """{"error":"Email is already registered"}"""));
    }

    [Fact]
    public async Task Of_many_registrations_of_one_email_at_once_one_succeeds()
    {
        var email = NewEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _client.PostAsJsonAsync(Path, new { email, password = "12345678" })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(11);
    }

    private static string NewEmail() => $"someone-{Guid.NewGuid():N}@example.com";

    private async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        return await _client.PostAsync(Path, content);
    }
}
