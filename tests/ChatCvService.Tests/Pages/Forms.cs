using System.Net;
using System.Text.RegularExpressions;
using Shouldly;

namespace ChatCvService.Tests.Pages;

/// <summary>What a browser does with the pages, with script and without.</summary>
internal static partial class Forms
{
    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, params (string Name, string Value)[] fields) => client.PostFormAsync(path, htmx: false, fields);

    /// <param name="client">The visitor.</param>
    /// <param name="path">Where the form is sent.</param>
    /// <param name="htmx">Whether the page's script sends it.</param>
    /// <param name="fields">What it holds.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, bool htmx, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (htmx)
            request.Headers.Add("HX-Request", "true");
        return await client.SendAsync(request);
    }

    /// <summary>Starts a conversation on the page; its path.</summary>
    public static async Task<string> StartOnPageAsync(this HttpClient client, string message, string type = "cv", params (string Name, string Value)[] more)
    {
        using var response = await client.PostFormAsync("/cvs/start", [("type", type), ("message", message), .. more]);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var path = response.Headers.Location!.OriginalString;
        path.ShouldMatch("^/cvs/[0-9a-f-]{36}$");
        return path;
    }

    /// <summary>Finishes a conversation on the page; the path of its document.</summary>
    public static async Task<string> FinishOnPageAsync(this HttpClient client, string path, string title = "My CV", string version = "0")
    {
        using var response = await client.PostFormAsync(path + "/finalize", ("title", title), ("version", version));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return response.Headers.Location!.OriginalString.Split('?')[0];
    }

    public static async Task<string> TextAsync(this HttpResponseMessage response) => await response.Content.ReadAsStringAsync();

    /// <summary>The messages of a page or a fragment, as they are read.</summary>
    public static IReadOnlyList<(bool IsPersons, string Text)> Messages(string html) =>
        [.. Message().Matches(html).Select(match => (match.Groups["who"].Value == "user", WebUtility.HtmlDecode(match.Groups["text"].Value)))];

    /// <summary>Value of a hidden field.</summary>
    public static string Field(string html, string name) => Regex.Match(html, $"""name="{name}" value="([^"]*)" """.TrimEnd(), RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex("""<li class="message message-(?<who>user|assistant)".*?class="message-text"[^>]*>(?<text>[^<]*)<""", RegexOptions.Singleline, 1000)]
    private static partial Regex Message();
}
