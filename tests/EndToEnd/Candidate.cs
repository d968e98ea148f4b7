using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Testing;

namespace EndToEnd;

/// <summary>A person who registered and signed in through the gateway.</summary>
internal sealed class Candidate : IDisposable
{
    public const string Password = "correct horse battery";

    private Candidate(HttpClient http, string email, JsonElement login)
    {
        Http = http;
        Email = email;
        Login = login;
    }

    public HttpClient Http { get; }

    public string Email { get; }

    public JsonElement Login { get; }

    public static async Task<Candidate> RegisterAsync(PlatformFixture platform)
    {
        var http = platform.CreateClient();
        var email = $"{Guid.NewGuid():N}@example.org";
        (await http.PostAsJsonAsync("/api/v1/auth/register", new { email, password = Password, full_name = "Ada Example" })).StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
        return await SignInAsync(http, email);
    }

    public static async Task<Candidate> SignInAsync(HttpClient http, string email)
    {
        var (status, login) = await ReadAsync(http.PostAsJsonAsync("/api/v1/auth/login", new { email, password = Password }));
        status.ShouldBe(200);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("access_token").GetString());
        return new Candidate(http, email, login);
    }

    public async Task<(int Status, JsonElement Body)> UploadAsync(byte[] file, string filename, string? jobDescription = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "resume", filename } };
        if (jobDescription is not null)
            form.Add(new StringContent(jobDescription), "job_description");
        return await ReadAsync(Http.PostAsync("/api/upload_resume", form));
    }

    public Task<(int Status, JsonElement Body)> GetAsync(string path) => ReadAsync(Http.GetAsync(path));

    public Task<(int Status, JsonElement Body)> PostAsync(string path, object body) => ReadAsync(Http.PostAsJsonAsync(path, body));

    public static async Task<(int Status, JsonElement Body)> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return ((int)response.StatusCode, document.RootElement.Clone());
    }

    public void Dispose() => Http.Dispose();
}
