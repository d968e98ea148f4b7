using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>A CV by talking, on the real platform, in a real browser.</summary>
public sealed class CvTests(Chromium chromium, PlatformFixture platform)
{
    private const string Hello = "Hi! I am Sarah Johnson, a Senior Data Scientist";
    private const string Contact = "My email is sarah@datatech.com, phone is +1-555-9999, I'm in Boston, MA";

    private const string Story = """
        Since March 2021 I work as a Senior Data Scientist at DataTech in Boston. I built forecasting models that 40 planners use every day, and I cut stock by 18% without an empty shelf.
        Before that I was a Data Analyst at Northfield Retail from June 2016 to February 2021. I moved weekly reports from Excel to Tableau.
        I studied Statistics at Boston University, MSc, graduated in May 2016.
        I use Python, SQL, Tableau and Airflow.
        """;

    [Fact]
    public async Task A_person_talks_a_CV_into_being_and_takes_it_away()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "CVs" }).ClickAsync();
        await Expect(page.GetByText("None yet.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Start a CV", Exact = true }).ClickAsync();
        await page.GetByLabel("Your first words").FillAsync(Hello);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the conversation" }).ClickAsync();

        await Expect(Messages(page)).ToHaveCountAsync(2);
        await Expect(Messages(page).Last).ToContainTextAsync("Great to meet you, Sarah!");
        await Expect(page.Locator("#cv-progress")).ToContainTextAsync("16% done");
        await Expect(Paper(page).Locator("h1")).ToHaveTextAsync("Sarah Johnson");

        await Message(page).FillAsync(Contact);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Messages(page)).ToHaveCountAsync(4);
        await Expect(Messages(page).Last).ToContainTextAsync("Perfect! I have your contact details.");
        await Expect(page.Locator("#cv-progress")).ToContainTextAsync("33% done");
        await Expect(Paper(page).GetByText("sarah@datatech.com")).ToBeVisibleAsync();
        await Expect(Message(page)).ToHaveValueAsync("");
        await Expect(Message(page)).ToBeFocusedAsync();
        await Expect(page.Locator("#cv-sheet iframe")).ToHaveCountAsync(1);

        await Message(page).FillAsync("I studied");
        await page.GetByRole(AriaRole.Button, new() { Name = "Education" }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(6);
        await Expect(Messages(page).Last).ToContainTextAsync("What did you study");
        await Expect(Message(page)).ToHaveValueAsync("I studied");
        await Message(page).FillAsync("I studied Statistics at Boston University, MSc, graduated in May 2014");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(Paper(page).GetByText("Boston University")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Education" })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Modern" }).ClickAsync();
        await Expect(Paper(page).Locator("html.modern")).ToHaveCountAsync(1);
        await Expect(Paper(page).Locator("aside")).ToContainTextAsync("+1-555-9999");

        await page.Locator("#cv-finish summary").ClickAsync();
        await Expect(page.GetByLabel("Title")).ToHaveValueAsync("Sarah Johnson, CV");
        await page.GetByLabel("Title").FillAsync("Sarah Johnson - Data Scientist CV");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the CV" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sarah Johnson - Data Scientist CV");
        await Expect(page.GetByText("Version 1 is saved.")).ToBeVisibleAsync();
        await Expect(Paper(page).Locator("h1")).ToHaveTextAsync("Sarah Johnson");
        var (name, pdf) = await DownloadAsync(page, "PDF, A4");
        name.ShouldBe("sarah-johnson-data-scientist-cv.pdf");
        (await PdfTools.TextAsync(pdf)).ShouldContain("Boston University");
        (await DownloadAsync(page, "Word")).Content.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
        (await DownloadAsync(page, "JSON Resume")).Name.ShouldEndWith(".json");
        (await DownloadAsync(page, "Markdown")).Name.ShouldEndWith(".md");

        await page.GetByRole(AriaRole.Link, new() { Name = "Continue the conversation" }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(8);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "CVs" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open: Sarah Johnson - Data Scientist CV" }).ClickAsync();
        await page.Locator("summary").Filter(new() { HasText = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).ClickAsync();
        await Expect(page.GetByText("CV of Sarah Johnson")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_quick_submits_make_one_turn()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await StartAsync(page, Hello);
        await Message(page).FillAsync(Contact);
        await page.EvaluateAsync("() => { const form = document.getElementById('cv-say'); form.requestSubmit(); form.requestSubmit(); }");
        await Expect(page.Locator("#cv-progress")).ToContainTextAsync("33% done");
        await Expect(Messages(page)).ToHaveCountAsync(4);

        // Past the page's own guard, as a browser without it would send them.
        await Message(page).FillAsync("I use Python and SQL every day");
        await page.EvaluateAsync("""
            async () => {
              const form = document.getElementById("cv-say");
              const send = () => fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
              await Promise.all([send(), send()]);
            }
            """);
        await page.ReloadAsync();
        await Expect(Messages(page)).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task A_message_that_is_too_long_stays_and_the_reason_stands_at_the_field()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await StartAsync(page, Hello);
        var text = new string('x', 50_000);
        await Message(page).FillAsync(text);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#cv-say [role=alert]").First).ToContainTextAsync("message is too long (maximum 20,000 characters)");
        await Expect(Message(page)).ToHaveValueAsync(text);
        await Expect(Messages(page)).ToHaveCountAsync(2);

        await Message(page).FillAsync(Contact);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Messages(page)).ToHaveCountAsync(4);
        await Expect(page.Locator("#cv-say .error")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_somebody_types_never_becomes_part_of_the_page()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await StartAsync(page, "My name is Ana Ruiz");
        await Message(page).FillAsync("I worked as <img src=x onerror=\"window.hit=1\"> at <script>window.hit=1</script> since 2019");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Messages(page)).ToHaveCountAsync(4);
        await page.ReloadAsync();
        await Expect(Messages(page).Nth(2)).ToContainTextAsync("<script>window.hit=1</script>");
        (await page.EvaluateAsync<bool>("() => 'hit' in window || document.querySelector('main script, main img') !== null")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_script_the_whole_way_works()
    {
        await using var visit = await EnterAsync();
        await using var plain = await visit.Page.Context.Browser!.NewContextAsync(new() { BaseURL = platform.BaseAddress.ToString(), JavaScriptEnabled = false });
        await plain.AddCookiesAsync((await visit.Page.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite,
        }));
        var page = await plain.NewPageAsync();
        await StartAsync(page, Hello);
        await Message(page).FillAsync(Contact);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(4);
        await Expect(Messages(page).Last).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Modern" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Modern" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator("#cv-finish summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the CV" }).ClickAsync();
        await Expect(page.GetByText("Version 1 is saved.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(360, 740, ColorScheme.Dark)]
    [InlineData(820, 1100, ColorScheme.Light)]
    [InlineData(1280, 860, ColorScheme.Light)]
    [InlineData(1280, 860, ColorScheme.Dark)]
    public async Task Every_page_of_CVs_is_readable_reachable_and_fits(int width, int height, ColorScheme scheme)
    {
        await using var visit = await EnterAsync(width, height, scheme);
        var page = visit.Page;
        await page.GotoAsync("/cvs");
        await LooksRightAsync(visit, "empty list");
        await page.GotoAsync("/cvs/start");
        await LooksRightAsync(visit, "start");
        await StartAsync(page, Hello);
        await Message(page).FillAsync(Contact);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Messages(page)).ToHaveCountAsync(4);
        await Message(page).FillAsync(Story);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Messages(page)).ToHaveCountAsync(6);
        await Expect(Messages(page).Last).ToBeInViewportAsync();
        await Expect(Message(page)).ToBeInViewportAsync(new() { Ratio = 1 });
        await LooksRightAsync(visit, "conversation");
        if (width < 960)
        {
            await Expect(page.Locator("#cv-sheet")).ToBeHiddenAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Preview" }).CheckAsync();
            await Expect(page.Locator("#cv-sheet")).ToBeVisibleAsync();
        }

        await Expect(Paper(page).Locator("h1")).ToHaveTextAsync("Sarah Johnson");
        await LooksRightAsync(visit, "paper");
        await page.GetByRole(AriaRole.Button, new() { Name = "Modern" }).ClickAsync();
        await Expect(Paper(page).Locator("html.modern")).ToHaveCountAsync(1);
        await LooksRightAsync(visit, "modern");
        await page.Locator("#cv-finish summary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Make the CV" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await LooksRightAsync(visit, "finish");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByLabel("Title")).ToBeHiddenAsync();
        await page.Locator("#cv-finish summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the CV" }).ClickAsync();
        await Expect(page.GetByText("Version 1 is saved.")).ToBeVisibleAsync();
        await Expect(Paper(page).Locator("h1")).ToHaveTextAsync("Sarah Johnson");
        await LooksRightAsync(visit, "document");
        await page.Locator(".cv-document summary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" })).ToBeInViewportAsync(new() { Ratio = 1 });

        await page.GetByRole(AriaRole.Link, new() { Name = "Continue the conversation" }).ClickAsync();
        await Message(page).FillAsync("I also use Docker");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Messages(page)).ToHaveCountAsync(8);
        await LooksRightAsync(visit, "conversation again");
        if (width < 960)
            await page.GetByRole(AriaRole.Radio, new() { Name = "Preview" }).CheckAsync();
        await Expect(page.GetByText("is not in it yet")).ToBeVisibleAsync();
        await Expect(Paper(page).GetByText("Docker")).ToBeVisibleAsync();
        await LooksRightAsync(visit, "paper again");

        await StartAsync(page, "I am Ana Ruiz, a nurse");
        await page.GotoAsync("/cvs");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Being written" }).ClickAsync();
        await page.Locator("summary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" })).ToBeInViewportAsync(new() { Ratio = 1 });
        await LooksRightAsync(visit, "list");
    }

    [Fact]
    public async Task Somebody_signed_out_comes_back_to_the_page_after_signing_in()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        await visit.Page.GotoAsync("/cvs/start?type=cover_letter");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Create one" }).ClickAsync();
        await visit.Page.GetByLabel("E-mail").FillAsync($"{Guid.NewGuid():N}@example.org");
        await visit.Page.GetByLabel("Password").FillAsync(Visit.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByLabel("A cover letter")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Another_site_cannot_frame_the_page_and_the_paper_runs_nothing()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await StartAsync(page, Hello);
        var response = await page.APIRequest.GetAsync(page.Url);
        response.Headers["x-frame-options"].ShouldBe("DENY");
        (await page.Locator("#cv-sheet iframe").GetAttributeAsync("sandbox")).ShouldNotBeNull().ShouldNotContain("allow-scripts");
    }

    private static ILocator Messages(IPage page) => page.Locator("#conversation > li");

    private static ILocator Message(IPage page) => page.GetByLabel("Your message");

    private static IFrameLocator Paper(IPage page) => page.FrameLocator("#cv-sheet iframe:not([data-coming])");

    private static async Task StartAsync(IPage page, string words)
    {
        await page.GotoAsync("/cvs/start");
        await page.GetByLabel("Your first words").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the conversation" }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(2);
    }

    private static async Task<(string Name, byte[] Content)> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return (download.SuggestedFilename, content.ToArray());
    }

    private static async Task LooksRightAsync(Visit visit, string what)
    {
        (await visit.SidewaysAsync()).ShouldBe(0, what);
        (await LayoutTests.FaintTextsAsync(visit)).ShouldBeEmpty(what);
        (await LayoutTests.PoorControlsAsync(visit)).ShouldBeEmpty(what);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"cvs-{what.Replace(' ', '-')}-{visit.Page.ViewportSize!.Width}-{await visit.Page.EvaluateAsync<string>("() => matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'")}.png") });
    }

    private async Task<Visit> EnterAsync(int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light)
    {
        var visit = await chromium.OpenAsync(platform.BaseAddress, width, height, scheme, touch: width < 500);
        await visit.EnterAsync();
        return visit;
    }
}
