using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Browser.Support;

/// <summary>One person's window: what they do on the page, in their words.</summary>
internal sealed class Visit : IAsyncDisposable
{
    public const string Email = "mira@example.org";
    public const string Password = "a quiet evening";
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors;
    private readonly DirectoryInfo _files;

    public Visit(IBrowserContext context, IPage page)
        : this(context, page, [], Directory.CreateTempSubdirectory("browser-tests-"))
    {
    }

    private Visit(IBrowserContext context, IPage page, ConcurrentQueue<string> errors, DirectoryInfo files)
    {
        _context = context;
        _errors = errors;
        _files = files;
        Page = page;
        Page.PageError += (_, error) => _errors.Enqueue(error);
        Page.Console += (_, message) =>
        {
            // The browser itself notes every answer that is an error, also one that the page handles; and the font is fetched by the setup, so it may be absent.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _errors.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    public ILocator JobDescription => Page.Locator("#job-description");

    public ILocator AnalyseButton => Page.GetByRole(AriaRole.Button, new() { Name = "Analyse my resume" });

    public ILocator FileError => Page.Locator("#resume-file-error");

    /// <summary>Opens another window of the same person: same cookies, same storage. It closes with the first.</summary>
    public async Task<Visit> OpenAnotherTabAsync()
    {
        var other = new Visit(_context, await _context.NewPageAsync(), _errors, _files);
        await other.Page.GotoAsync("/");
        return other;
    }

    public async Task RegisterAsync(string email = Email, string password = Password)
    {
        var form = Page.Locator("#register-form");
        await form.GetByLabel("E-mail").FillAsync(email);
        await form.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await form.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
    }

    /// <summary>Registers as somebody new and waits for the dashboard.</summary>
    public async Task<string> EnterAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await RegisterAsync(email);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Your preparation" })).ToBeVisibleAsync();
        return email;
    }

    /// <summary>Chooses a file in the field, from the disk as a person does.</summary>
    public async Task ChooseAsync(byte[] content, string filename = "resume.pdf")
    {
        var path = Path.Combine(_files.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName, filename);
        await File.WriteAllBytesAsync(path, content);
        await Page.Locator("#resume-file").SetInputFilesAsync(path);
    }

    /// <summary>Uploads <paramref name="content"/> with a job description and waits for the match.</summary>
    public async Task AnalyseAsync(byte[] content, string jobDescription, string filename = "resume.pdf")
    {
        await Page.GotoAsync("/resumes");
        await ChooseAsync(content, filename);
        await JobDescription.FillAsync(jobDescription);
        await AnalyseButton.ClickAsync();
        await Expect(Page.Locator("#match-title")).ToBeVisibleAsync();
    }

    /// <summary>The row of a matching or missing skill.</summary>
    public ILocator Skill(string name) => Page.Locator("details.skill").Filter(new() { Has = Page.GetByText(name, new() { Exact = true }) });

    /// <summary>How far the page can be moved sideways, in pixels.</summary>
    public Task<int> SidewaysAsync() => OfWholePageAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What a script finds on the page once all of it has come: a click returns when the next page begins.</summary>
    public async Task<T> OfWholePageAsync<T>(string script)
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        return await Page.EvaluateAsync<T>(script);
    }

    /// <summary>Closes the window; a visit with an error of a script, or with something refused by the content security policy, is a failure whatever it showed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _files.Delete(recursive: true);
        _errors.ShouldBeEmpty();
    }
}
