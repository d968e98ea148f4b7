using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Shouldly;

namespace Gateway.Tests.Running;

/// <summary>A browser without script: it keeps cookies, accepts pages, fills in forms, and shows redirects instead of following them.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(RunningGateway gateway, string agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36")
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = gateway.Address };
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>A browser in which a new user is signed in.</summary>
    public static async Task<(Browser Browser, Account Account)> SignedInAsync(RunningGateway gateway)
    {
        var browser = new Browser(gateway);
        var account = await Account.RegisterAsync(browser._client);
        await browser.SignInAsync(account);
        return (browser, account);
    }

    public async Task SignInAsync(Account account)
    {
        using var response = await PostAsync("/sign-in", ("email", account.Email), ("password", account.Password));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    /// <summary>The page at <paramref name="path"/>, which must be there.</summary>
    public async Task<string> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _client.PostAsync(path, form);
    }

    /// <summary>Sends the form of the page at <paramref name="page"/> whose address is <paramref name="action"/>, with its hidden fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await PageAsync(page);
        var form = html[html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var hidden = HiddenField.Matches(form).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        return await PostAsync(action, [.. hidden, .. fields]);
    }

    /// <summary>Posts to an address that none of its pages has a form for, with a good token of its own.</summary>
    public async Task<HttpResponseMessage> PostWithTokenAsync(string path)
    {
        var field = HiddenField.Match(await PageAsync("/account"));
        return await PostAsync(path, (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""", RegexOptions.None, 1000)]
    private static partial Regex HiddenField { get; }
}
