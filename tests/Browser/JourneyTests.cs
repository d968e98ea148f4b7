using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>The whole way of a candidate on the real platform, in a real browser.</summary>
public sealed class JourneyTests(Chromium chromium, PlatformFixture platform)
{
    private const string JobDescription = """
        Senior Backend Engineer
        Requirements: 5+ years of experience with Python, PostgreSQL and AWS.
        Kubernetes in production. Terraform is a plus.
        """;

    private static readonly string[] Resume =
    [
        "Tomas Oyelaran",
        "Backend Engineer",
        "tomas.oyelaran@example.org | +44 20 7946 0018 | Leeds",
        "EXPERIENCE",
        "Backend Engineer, Harbour Freight Systems",
        "March 2020 - February 2024",
        "- Built order services in Python and Flask on PostgreSQL",
        "- Moved them to Docker on AWS and cut the deployment time from 40 to 6 minutes",
        "PROJECTS",
        "Tide Tables",
        "- Django application that predicts tides for 300 harbours, Redis cache",
        "EDUCATION",
        "BSc Mathematics, University of Leeds, 2016 - 2019",
        "SKILLS",
        "Python, Flask, Django, PostgreSQL, Redis, Docker, AWS, Git",
    ];

    [Fact]
    public async Task A_candidate_registers_uploads_reads_the_evidence_compares_jobs_takes_the_data_and_leaves()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        var page = visit.Page;
        var email = await visit.EnterAsync();
        await Expect(page.Locator(".next-step")).ToContainTextAsync("Upload your resume");
        await page.Locator(".next-step a").ClickAsync();

        await visit.ChooseAsync(PdfBuilder.OfLines(Resume), "Tomas Oyelaran.pdf");
        await Expect(page.Locator("#resume-file-chosen")).ToContainTextAsync("Tomas Oyelaran.pdf");
        await visit.JobDescription.FillAsync(JobDescription);
        await visit.AnalyseButton.DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tomas Oyelaran.pdf");
        await Expect(page.Locator("#match-title")).ToHaveTextAsync("3 of the 5 skills this job names are in your resume");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Match: 60 of 100" })).ToBeVisibleAsync();

        // Opening a skill moves the text beside it to the line, and marks the words.
        var python = visit.Skill("Python");
        await python.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(python).ToContainTextAsync("Built order services in Python and Flask on PostgreSQL");
        var mark = page.Locator("mark.mark-now");
        await Expect(mark).ToHaveTextAsync("Python");
        await Expect(mark).ToBeInViewportAsync();
        await visit.Skill("Kubernetes").Locator("summary").ClickAsync();
        await Expect(visit.Skill("Kubernetes")).ToContainTextAsync("Your resume does not mention it.");
        await Expect(visit.JobDescription).ToHaveValueAsync("", new() { Timeout = 2000 });

        await visit.JobDescription.FillAsync("Streaming Engineer\nKafka, Docker and Kubernetes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with my resume" }).ClickAsync();
        await Expect(page.Locator("#match-title")).ToHaveTextAsync("1 of the 3 skills this job names is in your resume");
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare jobs side by side" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Kubernetes Missing Missing" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Kubernetes would help with 2 of the 2")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Interview Platform" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your preparation" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tomas Oyelaran.pdf" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Account" }).ClickAsync();
        await Expect(page.Locator("#sessions-title + p")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download my data" }).ClickAsync());
        await using (var zip = await ZipFile.OpenReadAsync(await download.PathAsync()))
        {
            zip.Entries.ShouldContain(entry => entry.FullName.EndsWith("-Tomas Oyelaran.pdf", StringComparison.Ordinal) && entry.Length > 500);
            zip.Entries.Select(entry => entry.Name).ShouldContain("interviews.json");
        }

        await page.GetByText("Delete my account").ClickAsync();
        var confirm = page.GetByLabel("Type your e-mail to confirm");
        await confirm.FillAsync("somebody@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).ClickAsync();
        await Expect(page.GetByText("Nothing was deleted")).ToBeVisibleAsync();
        await Expect(confirm).ToBeFocusedAsync();
        await confirm.FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).ClickAsync();
        await Expect(page.GetByText("Your account is deleted.")).ToBeVisibleAsync();
        await page.GotoAsync("/dashboard");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_same_journey_is_made_of_plain_forms()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress, script: false);
        var page = visit.Page;
        await page.GotoAsync("/resumes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Create one" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync($"{Guid.NewGuid():N}@example.org");
        await page.GetByLabel("Password").FillAsync(Visit.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(platform.BaseAddress, "/resumes").ToString());

        await visit.ChooseAsync(PdfBuilder.OfLines(Resume), "Tomas.pdf");
        await visit.JobDescription.FillAsync(JobDescription);
        await visit.AnalyseButton.ClickAsync();
        await Expect(page.Locator("#match-title")).ToHaveTextAsync("3 of the 5 skills this job names are in your resume");
        await visit.Skill("Python").Locator("summary").ClickAsync();
        await visit.Skill("Python").GetByRole(AriaRole.Link, new() { Name = "See it in the text" }).ClickAsync();
        await Expect(page.Locator("mark:target")).ToBeInViewportAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(visit.JobDescription).ToBeVisibleAsync();

        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.GetByText("You are signed out.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("too large", "16 MB")]
    [InlineData("empty", "is empty")]
    [InlineData("old word", "older Word file")]
    [InlineData("picture", "is a picture")]
    public async Task A_file_that_cannot_work_is_refused_before_it_is_sent_and_the_one_before_stays(string kind, string words)
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        await visit.EnterAsync();
        await visit.Page.GotoAsync("/resumes");
        var pdf = PdfBuilder.OfLines(Resume);
        await visit.ChooseAsync(pdf, "good.pdf");
        await visit.ChooseAsync(kind switch
        {
            "too large" => [.. pdf, .. new byte[16 * 1024 * 1024]],
            "empty" => [],
            "old word" => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
            _ => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
        }, "other.pdf");
        await Expect(visit.FileError).ToContainTextAsync(words);
        await Expect(visit.FileError).ToContainTextAsync("other.pdf");
        await Expect(visit.Page.Locator("#resume-file-chosen")).ToContainTextAsync("good.pdf");
    }

    [Fact]
    public async Task Whatever_goes_wrong_on_the_way_the_file_and_the_text_stay_and_sending_again_goes_on()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        var page = visit.Page;
        await visit.EnterAsync();
        await page.GotoAsync("/resumes");
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.FileError).ToContainTextAsync("Choose your resume first");
        await visit.ChooseAsync(PdfBuilder.OfLines(Resume), "Tomas.pdf");
        await visit.JobDescription.FillAsync(JobDescription);
        var error = page.Locator("#upload-error");
        foreach (var (status, words) in ((int?, string)[])[(null, "could not be reached"), (503, "Try again in a moment"), (401, "sign-in has expired"), (500, "failed on our side")])
        {
            await page.RouteAsync("**/api/upload_resume", route => status is { } code ? route.FulfillAsync(new() { Status = code, Body = "{}" }) : route.AbortAsync());
            await visit.AnalyseButton.ClickAsync();
            await Expect(error).ToContainTextAsync(words);
            await Expect(visit.JobDescription).ToHaveValueAsync(JobDescription.ReplaceLineEndings("\n"));
            await page.UnrouteAsync("**/api/upload_resume");
        }

        await visit.AnalyseButton.ClickAsync();
        await Expect(page.Locator("#match-title")).ToContainTextAsync("3 of the 5 skills");
    }

    [Fact]
    public async Task An_upload_shows_its_way_over_the_wire_then_that_it_is_read_and_can_be_cancelled()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        var page = visit.Page;
        await visit.EnterAsync();
        await page.GotoAsync("/resumes");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/api/upload_resume", async route =>
        {
            await held.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await route.AbortAsync();
        });
        await visit.ChooseAsync([.. PdfBuilder.OfLines(Resume), .. new byte[2 * 1024 * 1024]], "Tomas.pdf");
        await visit.AnalyseButton.ClickAsync();
        await Expect(page.Locator("#progress-words")).ToContainTextAsync("Tomas.pdf");
        await Expect(page.Locator("#progress-part")).ToContainTextAsync("of 2.0 MB");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator("#upload-error")).ToContainTextAsync("Cancelled. Your file and your text are kept.");
        await Expect(page.Locator("#progress")).ToBeHiddenAsync();
        held.SetResult();
    }

    [Fact]
    public async Task An_expired_sign_in_asks_for_it_and_leads_back_and_a_form_says_what_to_do()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        var page = visit.Page;
        var email = await visit.EnterAsync();
        await visit.AnalyseAsync(PdfBuilder.OfLines(Resume), JobDescription);
        await Expect(page).Not.ToHaveURLAsync(new Regex("taken", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var address = page.Url;
        await visit.JobDescription.FillAsync("Half a sentence about Kafka");
        await page.Context.ClearCookiesAsync(new() { Name = "token" });
        await page.Context.ClearCookiesAsync(new() { Name = "session" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare with my resume" }).ClickAsync();
        await Expect(page.GetByText("Your sign-in has expired.")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByLabel("E-mail")).ToBeVisibleAsync();
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Visit.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(address);
        await Expect(visit.JobDescription).ToHaveValueAsync("Half a sentence about Kafka");
    }

    [Fact]
    public async Task Every_page_is_readable_reachable_named_and_fits_every_screen()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        string[] pages;
        await using (var first = await chromium.OpenAsync(platform.BaseAddress))
        {
            await first.RegisterAsync(email);
            await Expect(first.Page.GetByRole(AriaRole.Heading, new() { Name = "Your preparation" })).ToBeVisibleAsync();
            await first.AnalyseAsync(PdfBuilder.OfLines(Resume), JobDescription, new string('a', 120) + ".pdf");
            var resume = new Uri(first.Page.Url).AbsolutePath;
            foreach (var job in (string[])["Streaming Engineer\nKafka, Docker and Kubernetes", "<b>Web</b> Developer\nReact, Django and TypeScript"])
            {
                await first.JobDescription.FillAsync(job);
                await first.Page.GetByRole(AriaRole.Button, new() { Name = "Compare with my resume" }).ClickAsync();
                await Expect(first.Page.Locator("#match-title")).ToBeVisibleAsync();
            }

            pages = ["/dashboard", "/resumes", resume, resume + "/compare", "/account", "/resumes/999999"];
        }

        foreach (var (width, scheme) in Screens)
        {
            await using var visit = await chromium.OpenAsync(platform.BaseAddress, width, 780, scheme, touch: width < 500);
            await LookAsync(visit, "/", width, scheme);
            await LookAsync(visit, "/sign-in", width, scheme);
            await LookAsync(visit, "/register", width, scheme);
            await visit.Page.GotoAsync("/sign-in");
            await visit.Page.GetByLabel("E-mail").FillAsync(email);
            await visit.Page.GetByLabel("Password").FillAsync(Visit.Password);
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Your preparation" })).ToBeVisibleAsync();
            foreach (var path in pages)
                await LookAsync(visit, path, width, scheme);
        }
    }

    [Fact]
    public async Task The_first_page_is_small_and_no_page_moves_while_it_is_read()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        var page = visit.Page;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = await page.EvaluateAsync<long>(
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0)");
        bytes.ShouldBeInRange(5_000, 100_000);

        await visit.EnterAsync();
        await visit.AnalyseAsync(PdfBuilder.OfLines(Resume), JobDescription);
        foreach (var path in (string[])["/dashboard", "/resumes", new Uri(page.Url).AbsolutePath, "/account"])
        {
            await page.GotoAsync(path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var shift = await page.EvaluateAsync<double>(
                """
                () => new Promise((resolve) => {
                  let moved = 0;
                  new PerformanceObserver((list) => list.getEntries().forEach((one) => { moved += one.hadRecentInput ? 0 : one.value; })).observe({ type: "layout-shift", buffered: true });
                  setTimeout(() => resolve(moved), 300);
                })
                """);
            shift.ShouldBeLessThan(0.01, path);
        }
    }

    [Fact]
    public async Task On_paper_the_evidence_stands_open_and_the_controls_are_gone()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress, scheme: ColorScheme.Dark);
        await visit.EnterAsync();
        await visit.AnalyseAsync(PdfBuilder.OfLines(Resume), JobDescription);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Skill("Python").GetByText("Built order services in Python")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare with my resume" })).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("header")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_shows_where_it_is()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        await visit.EnterAsync();
        await visit.AnalyseAsync(PdfBuilder.OfLines(Resume), JobDescription);
        foreach (var path in (string[])[new Uri(visit.Page.Url).AbsolutePath, "/resumes", "/account", "/dashboard"])
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Keyboard.PressAsync("Tab");
            await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
            await visit.Page.Keyboard.PressAsync("Enter");
            await Expect(visit.Page.Locator("#main")).ToBeFocusedAsync();
            var reachable = await visit.Page.EvaluateAsync<int>(
                "() => [...document.querySelectorAll('main :is(a, button, input:not([type=hidden]), textarea, summary, [tabindex=\"0\"])')].filter((one) => one.checkVisibility()).length");
            for (var stop = 0; stop < reachable; stop++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                (await LayoutTests.RingAsync(visit)).ShouldBe("2px solid", $"{path}, stop {stop}");
                (await visit.Page.EvaluateAsync<bool>("() => document.getElementById('main').contains(document.activeElement)")).ShouldBeTrue($"{path}, stop {stop}");
            }
        }
    }

    private static readonly (int Width, ColorScheme Scheme)[] Screens =
    [
        (320, ColorScheme.Light), (360, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (2560, ColorScheme.Light),
    ];

    // Folded parts are looked at open. With SCREENSHOTS naming a folder each page is kept there as a picture.
    private static async Task LookAsync(Visit visit, string path, int width, ColorScheme scheme)
    {
        await visit.Page.GotoAsync(path);
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach((one, place) => { one.open = place < 1 || !one.classList.contains('skill'); })");
        var where = $"{path} at {width}, {scheme}";
        (await visit.SidewaysAsync()).ShouldBe(0, where);
        (await LayoutTests.FaintTextsAsync(visit)).ShouldBeEmpty(where);
        if (width < 500)
            (await LayoutTests.PoorControlsAsync(visit)).ShouldBeEmpty(where);
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1, where);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = path.Length == 1 ? "front" : string.Concat(path.Trim('/').Select(character => char.IsAsciiLetter(character) ? character : '-'));
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
        }
    }

    [Fact]
    public async Task The_example_on_the_front_page_is_what_the_platform_answers()
    {
        await using var visit = await chromium.OpenAsync(platform.BaseAddress);
        using var example = JsonDocument.Parse(await visit.Page.EvaluateAsync<string>("async () => (await fetch('/examples/analysis.json')).text()"));
        string Text(string name) => string.Join('\n', example.RootElement.GetProperty(name).EnumerateArray().Select(line => line.GetString()));
        await visit.EnterAsync();
        await visit.AnalyseAsync(AsRecorded(Text("resume").Split('\n')), Text("job_description"));
        var answer = await visit.Page.Context.APIRequest.PostAsync("/api/resume/gap-analysis", new() { DataObject = new { job_description = Text("job_description") } });
        var said = (await answer.JsonAsync())!.Value.GetProperty("gap_analysis");
        var shown = example.RootElement.GetProperty("answer").GetProperty("gap_analysis");
        foreach (var field in (string[])["matching_skills", "missing_skills", "match_percentage", "gap_severity"])
            said.GetProperty(field).GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
                .ShouldBe(shown.GetProperty(field).GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), field);
    }

    // Headings in bold, everything on one page, as the example's resume was drawn when it was recorded.
    private static byte[] AsRecorded(string[] lines) => new PdfBuilder().Page(page =>
    {
        var y = 790.0;
        foreach (var (index, line) in lines.Index())
        {
            var isHeading = !line.Any(char.IsLower);
            if (line.Length > 0)
                page.Text(60, y, line, index == 0 ? 18 : isHeading ? 12 : 10, bold: index == 0 || isHeading);
            y -= line.Length > 0 ? 15 : 8;
        }
    }).Build();
}
