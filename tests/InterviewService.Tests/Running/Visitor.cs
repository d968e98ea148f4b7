using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Testing;

namespace InterviewService.Tests.Running;

/// <summary>
/// A browser as far as forms go: signed in by the cookie, with the antiforgery token of the page before in every form. Redirects are looked at, not followed.
/// </summary>
internal sealed partial class Visitor : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client;
    private readonly string _signedIn;
    private string? _antiforgery;
    private string _token = "";

    public Visitor(ServiceHost<ServiceMarker> host, long user)
    {
        User = user;
        _signedIn = "token=" + TestTokens.Access(user);
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>What came back; <c>Location</c> is where a browser would go next, by redirect or by htmx.</summary>
    public sealed record Answer(int Status, string Body, string? Location, string? Type, string? Filename);

    public long User { get; }

    /// <summary>The stored resume, when the user has one.</summary>
    public string ResumeId => User.ToString(CultureInfo.InvariantCulture);

    public async Task<Answer> GetAsync(string path, bool htmx = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, htmx);
    }

    /// <summary>The page at this address, which has to be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        return answer.Status == 200 ? answer.Body : throw new InvalidOperationException($"{path} answered {answer.Status}: {answer.Body}");
    }

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, htmx: false, file: null, fields);

    public Task<Answer> PostByHtmxAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, htmx: true, file: null, fields);

    public async Task<Answer> PostAsync(string path, bool htmx, (byte[] Content, string Name)? file, params (string Name, string Value)[] fields)
    {
        if (_antiforgery is null)
            await ReadAsync("/interviews/sessions/new");
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        (string Name, string Value)[] all = [("__RequestVerificationToken", _token), .. fields];
        if (file is { } sent)
        {
            var form = new MultipartFormDataContent();
            foreach (var (name, value) in all)
                form.Add(new StringContent(value), name);
            form.Add(new ByteArrayContent(sent.Content), "resume", sent.Name);
            request.Content = form;
        }
        else
        {
            request.Content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        return await SendAsync(request, htmx);
    }

    /// <summary>Without any antiforgery token, as a form of another site would come.</summary>
    public async Task<Answer> PostFromElsewhereAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        return await SendAsync(request, htmx: false);
    }

    /// <summary>Begins an interview about the stored resume; the answer is its address.</summary>
    public async Task<string> BeginAsync(int questions = 3)
    {
        var answer = await PostAsync("/interviews/sessions", ("resumeId", ResumeId), ("questionCount", questions.ToString(CultureInfo.InvariantCulture)));
        return answer.Status == 303 ? answer.Location! : throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
    }

    /// <summary>Answers the question that waits.</summary>
    public async Task<Answer> AnswerAsync(string session, string answer) =>
        await PostAsync(session + "/answers", ("question", Value(await ReadAsync(session), "question")), ("answer", answer));

    /// <summary>Ends the interview and waits for its result page.</summary>
    public async Task<string> FinishAsync(string session)
    {
        await PostAsync(session + "/finish");
        var limit = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < limit)
        {
            var page = await ReadAsync(session);
            if (page.Contains("Result of your practice interview", StringComparison.Ordinal))
                return page;
            await Task.Delay(200);
        }

        throw new TimeoutException("The interview was not evaluated in time.");
    }

    /// <summary>Value of a hidden field of a page.</summary>
    public static string Value(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<input type=\"hidden\" name=\"{name}\" value=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    public void Dispose() => _client.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request, bool htmx)
    {
        request.Headers.Add("Cookie", _antiforgery is null ? _signedIn : $"{_signedIn}; {_antiforgery}");
        if (htmx)
            request.Headers.Add("HX-Request", "true");
        using var response = await _client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(cookie => cookie.StartsWith("antiforgery-interview=", StringComparison.Ordinal)) is { } cookie)
            _antiforgery = cookie.Split(';')[0];
        if (Token().Match(body) is { Success: true } token)
            _token = token.Groups[1].Value;
        var location = response.Headers.Location?.OriginalString ?? (response.Headers.TryGetValues("HX-Redirect", out var redirect) ? redirect.First() : null);
        return new Answer((int)response.StatusCode, body, location, response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName);
    }

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
