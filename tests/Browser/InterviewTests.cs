using System.Text.RegularExpressions;
using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>Reports, practice interviews, mock interviews and answering again, on the real platform, in a real browser.</summary>
public sealed class InterviewTests(Chromium chromium, PlatformFixture platform)
{
    private const string Password = "a quiet evening";

    private const string JobDescription = """
        Senior Backend Engineer
        You build services in Python on PostgreSQL and run them with Docker and Kubernetes on AWS.
        Kubernetes is the heart of our platform. You know Kafka. Terraform is nice to have.
        """;

    private const string Good =
        "At Harbour Freight the order import took 50 minutes and blocked the reports, so I measured each step, found two queries without an index and wrote rows in batches of 1,000. "
        + "As a result it took 8 minutes, and since then I measure before I change anything.";

    // The browser's two sign-in cookies.
    private static readonly Regex SignIn = new("^(token|session)$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private const string Attack = "<script>window.hit=1</script><img src=x onerror=\"window.hit=1\">";

    private static readonly string[] Resume =
    [
        "Tomas Oyelaran",
        "Backend Engineer",
        "tomas.oyelaran@example.org | +44 20 7946 0018 | Leeds",
        "EXPERIENCE",
        "Backend Engineer, Harbour Freight Systems",
        "March 2020 - February 2026",
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
    public async Task A_report_is_written_from_the_form_read_and_put_into_the_calendar()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await page.GotoAsync("/interviews");
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare for a job" }).ClickAsync();
        await Expect(page.GetByLabel("tomas.pdf current")).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Job description is required");
        await Expect(page.GetByLabel("Job description")).ToBeFocusedAsync();

        await page.GetByLabel("Job title").FillAsync("Backend Engineer " + Attack);
        await page.GetByLabel("Job description").FillAsync(JobDescription + Attack);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Backend Engineer " + Attack);
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Match:" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Medium: worth a day")).ToBeVisibleAsync();

        var question = page.Locator(".fold").First;
        await Expect(question.GetByText("A model answer")).ToBeHiddenAsync();
        await question.Locator("summary").ClickAsync();
        await Expect(question.GetByText("A model answer")).ToBeVisibleAsync();

        await page.GetByLabel("First day").FillAsync("2026-12-01");
        var calendar = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Add to my calendar" }).ClickAsync());
        calendar.SuggestedFilename.ShouldEndWith(".ics");
        (await File.ReadAllTextAsync(await calendar.PathAsync())).ShouldContain("DTSTART;VALUE=DATE:20261201\r\n");
        var resume = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Resume for this job" }).ClickAsync());
        (await File.ReadAllBytesAsync(await resume.PathAsync())).AsSpan(0, 4).ToArray().ShouldBe("%PDF"u8.ToArray());

        await page.GetByRole(AriaRole.Link, new() { Name = "Practise for this job" }).ClickAsync();
        await Expect(page.GetByLabel("The resume and the job of")).ToBeCheckedAsync();
        await page.GotoAsync("/interviews");
        await page.GetByRole(AriaRole.Link, new() { Name = "Backend Engineer" }).ClickAsync();
        await page.Locator("summary").Filter(new() { HasText = "Delete this report" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
        await Expect(page.GetByText("Begin with your resume and the text of a job advert")).ToBeVisibleAsync();
        (await HitAsync(page)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_file_leaves_everything_as_it_was_chosen_and_typed()
    {
        await using var visit = await EnterAsync(withResume: false);
        var page = visit.Page;
        await page.GotoAsync("/interviews/reports/new");
        await page.GetByLabel("Job description").FillAsync(JobDescription);
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "notes.pdf", MimeType = "application/pdf", Buffer = "just some text"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Unable to read the uploaded resume");
        await Expect(page.GetByLabel("Job description")).ToHaveValueAsync(JobDescription.ReplaceLineEndings("\n"));
        (await page.GetByLabel("File").EvaluateAsync<string>("field => field.files[0].name")).ShouldBe("notes.pdf");

        await page.GotoAsync("/interviews");
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Job description")).ToHaveValueAsync(JobDescription.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_practice_interview_goes_from_the_first_question_to_the_result_and_a_second_try()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await BeginAsync(page, questions: 3);
        await Expect(Place(page)).ToContainTextAsync("Question 1 of 3");
        await Expect(page.GetByRole(AriaRole.Timer)).ToContainTextAsync("0:0");
        await page.Keyboard.PressAsync("Tab");
        await Answer(page).FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Answer must not be empty");

        await Answer(page).FillAsync("It was a web application, I did some parts of it.");
        await Expect(page.Locator("#draft-state")).ToHaveTextAsync("Saved.");
        await page.ReloadAsync();
        await Expect(Answer(page)).ToHaveValueAsync("It was a web application, I did some parts of it.");
        await Answer(page).FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Place(page)).ToContainTextAsync("Question 2 of 4");
        await Expect(page.Locator("#announcement")).ToContainTextAsync("A follow-up question:");
        await Expect(Answer(page)).ToBeFocusedAsync();
        await Expect(Answer(page)).ToHaveValueAsync("");

        await Answer(page).FillAsync(Good + Attack);
        await page.EvaluateAsync("() => { const form = document.getElementById('answer-form'); form.requestSubmit(); form.requestSubmit(); }");
        await Expect(Place(page)).ToContainTextAsync("Question 3 of");
        await Answer(page).FillAsync(Good);
        await page.Locator("summary").Filter(new() { HasText = "End the interview now" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End and see the result" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Result of your practice interview", new() { Timeout = 60_000 });

        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Overall:" })).ToBeVisibleAsync();
        var first = page.Locator("#question-0");
        await first.Locator("summary").First.ClickAsync();
        await Expect(first.Locator("blockquote")).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Link, new() { Name = "Answer again" }).ClickAsync();
        await page.GetByLabel("Your new answer").FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your answer, compared");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("of 100");
        await Expect(page.GetByText("Attempt 2").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the result" }).ClickAsync();
        await Expect(page.Locator("#question-0 .tag").First).ToContainTextAsync("was ");
        (await HitAsync(page)).ShouldBeFalse();
        await page.GotoAsync("/interviews/practice");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Weak questions");
    }

    [Fact]
    public async Task An_expired_sign_in_in_the_middle_of_an_answer_loses_nothing()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await BeginAsync(page, questions: 3);
        await page.Context.ClearCookiesAsync(new() { NameRegex = SignIn });
        await Answer(page).FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are signed out.");
        await Expect(Answer(page)).ToHaveValueAsync(Good);

        // Whoever loads the page anew signs in, comes back, and finds the text.
        await page.ReloadAsync();
        await Expect(Answer(page)).ToHaveCountAsync(0);
        await SignInAsync(page);
        await page.GoBackAsync();
        await page.GotoAsync(await LatestSessionAsync(page));
        await Expect(Answer(page)).ToHaveValueAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(Place(page)).ToContainTextAsync("Question 2 of");
    }

    [Fact]
    public async Task The_back_button_leads_back_into_the_interview_without_answering_twice()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await BeginAsync(page, questions: 3);
        var address = page.Url;
        await Answer(page).FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(Place(page)).ToContainTextAsync("Question 2 of");
        await Answer(page).FillAsync("Half an answer");
        await page.GotoAsync("/interviews");
        await page.GoBackAsync();
        page.Url.ShouldBe(address);
        await Expect(Place(page)).ToContainTextAsync("Question 2 of");
        await Expect(Answer(page)).ToHaveValueAsync("Half an answer");
    }

    [Fact]
    public async Task A_mock_interview_goes_from_the_job_to_the_feedback()
    {
        await using var visit = await EnterAsync();
        var page = visit.Page;
        await page.GotoAsync("/session/create");
        await page.GetByLabel("Job title").FillAsync("Backend Engineer " + Attack);
        await page.GetByLabel("Company").FillAsync("Northwind");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "cv.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Resume) + Attack) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload the CV" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("CV uploaded successfully");
        await page.GetByLabel("Text of the advert").FillAsync(JobDescription + Attack);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the job description" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin the interview" }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(1);
        var address = page.Url;

        await Answer(page).FillAsync($"{Good} {Attack}");
        await page.EvaluateAsync("() => { const form = document.querySelector('#answer form'); form.requestSubmit(); form.requestSubmit(); }");
        await Expect(Messages(page)).ToHaveCountAsync(3);
        // Past the page's own guard, as a browser without it would send them.
        await Answer(page).FillAsync(Good);
        await page.EvaluateAsync("""
            async () => {
              const form = document.querySelector("#answer form");
              const send = () => fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
              await Promise.all([send(), send()]);
            }
            """);
        await page.ReloadAsync();
        await Expect(Messages(page)).ToHaveCountAsync(5);

        await Answer(page).FillAsync(Good + " And a third.");
        await page.Context.ClearCookiesAsync(new() { NameRegex = SignIn });
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are signed out.");
        await Expect(Answer(page)).ToHaveValueAsync(Good + " And a third.");
        await SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(7);

        await page.GotoAsync("/interviews");
        await page.GoBackAsync();
        page.Url.ShouldBe(address);
        await Expect(Messages(page)).ToHaveCountAsync(7);
        for (var answer = 4; answer <= 8; answer++)
        {
            await Answer(page).FillAsync($"{Good} Number {answer}.");
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.GetByText($"Number {answer}.")).ToBeVisibleAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "See the feedback" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Interview:" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "CV improvements" })).ToBeVisibleAsync();
        (await HitAsync(page)).ShouldBeFalse();
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
        await page.GotoAsync("/interviews/reports/new");
        await page.GetByLabel("Job title").FillAsync("Kept as it was");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByText("Job description is required")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Job title")).ToHaveValueAsync("Kept as it was");
        await page.GetByLabel("Job description").FillAsync(JobDescription);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kept as it was");

        await BeginAsync(page, questions: 3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(page.GetByText("Answer must not be empty")).ToBeVisibleAsync();
        await Answer(page).FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(Place(page)).ToContainTextAsync("Question 2 of");
        await Answer(page).FillAsync("I don't know.");
        await page.Locator("summary").Filter(new() { HasText = "End the interview now" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End and see the result" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Result of your practice interview", new() { Timeout = 60_000 });
        await page.Locator("#question-1 summary").First.ClickAsync();
        await page.Locator("#question-1").GetByRole(AriaRole.Link, new() { Name = "Answer again" }).ClickAsync();
        await page.GetByLabel("Your new answer").FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(page.GetByText("Attempt 2").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_signed_out_comes_back_to_the_page_after_signing_in_and_a_stranger_finds_nothing()
    {
        await using var visit = await EnterAsync();
        await BeginAsync(visit.Page, questions: 3);
        var address = new Uri(visit.Page.Url).PathAndQuery;

        await using var stranger = await EnterAsync(withResume: false);
        var refused = await stranger.Page.GotoAsync(address);
        refused!.Status.ShouldBe(404);
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Page not found");

        await using var visitor = await chromium.OpenAsync(platform.BaseAddress);
        await visitor.Page.GotoAsync(address);
        await visitor.Page.GetByLabel("E-mail").FillAsync(_people[visit.Page]);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(Answer(visitor.Page)).ToBeVisibleAsync();
        new Uri(visitor.Page.Url).PathAndQuery.ShouldBe(address);
    }

    [Fact]
    public async Task On_paper_a_report_stands_open_and_its_controls_are_gone()
    {
        await using var visit = await EnterAsync(scheme: ColorScheme.Dark);
        var page = visit.Page;
        await WriteReportAsync(page);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByText("A model answer").First).ToBeVisibleAsync();
        await Expect(page.Locator(".fold-title").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Practise for this job" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add to my calendar" })).ToBeHiddenAsync();
        await Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
    }

    [Theory]
    [InlineData(360, 740, ColorScheme.Light)]
    [InlineData(360, 740, ColorScheme.Dark)]
    [InlineData(1280, 860, ColorScheme.Light)]
    [InlineData(1280, 860, ColorScheme.Dark)]
    public async Task Every_page_is_readable_reachable_and_fits(int width, int height, ColorScheme scheme)
    {
        await using var visit = await EnterAsync(width, height, scheme);
        var page = visit.Page;
        await page.GotoAsync("/interviews");
        await LooksRightAsync(visit, "list-empty");
        await page.GotoAsync("/interviews/reports/new");
        await LooksRightAsync(visit, "report-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await LooksRightAsync(visit, "report-new-error");
        await WriteReportAsync(page);
        await page.Locator(".fold summary").First.ClickAsync();
        await LooksRightAsync(visit, "report");

        await page.GotoAsync("/interviews/sessions/new");
        await LooksRightAsync(visit, "session-new");
        for (var interview = 0; interview < 2; interview++)
        {
            await BeginAsync(page, questions: 3);
            await Answer(page).FillAsync(interview == 0 ? "It was a web application, I did some parts of it." : Good);
            if (interview == 0)
            {
                await Expect(page.Locator("#draft-state")).ToHaveTextAsync("Saved.");
                await LooksRightAsync(visit, "session-question");
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
            await Expect(Place(page)).ToContainTextAsync("Question 2 of");
            await page.Locator("summary").Filter(new() { HasText = "End the interview now" }).ClickAsync();
            await LooksRightAsync(visit, "session-end");
            await Answer(page).FillAsync("I don't know.");
            await page.GetByRole(AriaRole.Button, new() { Name = "End and see the result" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Result of your practice interview", new() { Timeout = 60_000 });
        }

        await page.Locator(".fold summary").First.ClickAsync();
        await LooksRightAsync(visit, "session-result");
        await page.Locator(".fold[open]").GetByRole(AriaRole.Link, new() { Name = "Answer again" }).ClickAsync();
        await LooksRightAsync(visit, "question-again");
        await page.GetByLabel("Your new answer").FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(page.GetByText("Attempt 2").First).ToBeVisibleAsync();
        await LooksRightAsync(visit, "question-compared");
        await page.GotoAsync("/interviews/practice");
        await LooksRightAsync(visit, "practice");

        await page.GotoAsync("/session/create");
        await LooksRightAsync(visit, "mock-start");
        await page.GetByLabel("Job title").FillAsync("Backend Engineer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "cv.pdf", MimeType = "application/pdf", Buffer = PdfBuilder.OfLines(Resume) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload the CV" }).ClickAsync();
        await page.GetByLabel("Text of the advert").FillAsync(JobDescription);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the job description" }).ClickAsync();
        await LooksRightAsync(visit, "mock-upload");
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin the interview" }).ClickAsync();
        await Answer(page).FillAsync(Good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).ClickAsync();
        await Expect(Messages(page)).ToHaveCountAsync(3);
        await Expect(Messages(page).Last).ToBeInViewportAsync(new() { Ratio = 1 });
        // The question that waits comes to stand above the box for its answer, which covered it for a frame.
        await page.WaitForFunctionAsync("() => document.querySelector('#conversation > li:last-child').getBoundingClientRect().bottom <= document.getElementById('answer').getBoundingClientRect().top");
        await LooksRightAsync(visit, "mock-interview");
        await page.GetByRole(AriaRole.Button, new() { Name = "End here and see the feedback" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Interview:" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await LooksRightAsync(visit, "mock-feedback");
        await page.GotoAsync("/interviews");
        await LooksRightAsync(visit, "list");
    }

    private static ILocator Messages(IPage page) => page.Locator("#conversation > li");

    private static ILocator Place(IPage page) => page.Locator("#question-panel strong");

    private static ILocator Answer(IPage page) => page.Locator("#answer-text");

    // Whether any script of the test's own texts has run.
    private static Task<bool> HitAsync(IPage page) => page.EvaluateAsync<bool>("() => 'hit' in window || document.querySelector('main script, main img') !== null");

    private static async Task BeginAsync(IPage page, int questions)
    {
        await page.GotoAsync("/interviews/sessions/new");
        await page.GetByLabel("Number of questions").FillAsync(questions.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the interview" }).ClickAsync();
        await Expect(Answer(page)).ToBeVisibleAsync();
    }

    private static async Task WriteReportAsync(IPage page)
    {
        await page.GotoAsync("/interviews/reports/new");
        await page.GetByLabel("Job description").FillAsync(JobDescription);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Senior Backend Engineer");
    }

    private static async Task<string> LatestSessionAsync(IPage page)
    {
        await page.GotoAsync("/interviews");
        return (await page.Locator("a[href^='/interviews/sessions/']:not([href$='/new'])").First.GetAttributeAsync("href"))!;
    }

    private async Task LooksRightAsync(Visit visit, string what)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            var scheme = await visit.Page.EvaluateAsync<string>("() => matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
            await visit.Page.ScreenshotAsync(new() { FullPage = true, Caret = ScreenshotCaret.Initial, Path = Path.Combine(folder, $"{what}-{visit.Page.ViewportSize!.Width}-{scheme}.png") });
        }

        (await visit.SidewaysAsync()).ShouldBe(0, what);
        (await LayoutTests.FaintTextsAsync(visit)).ShouldBeEmpty(what);
        (await LayoutTests.PoorControlsAsync(visit)).ShouldBeEmpty(what);
    }

    // ---------- Signing in ----------

    private readonly Dictionary<IPage, string> _people = [];

    private async Task<Visit> EnterAsync(int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light, bool withResume = true)
    {
        var visit = await chromium.OpenAsync(platform.BaseAddress, width, height, scheme, touch: width < 500);
        var email = $"{Guid.NewGuid():N}@example.org";
        _people[visit.Page] = email;
        (await visit.Page.APIRequest.PostAsync("/api/v1/auth/register", new() { DataObject = new { email, password = Password } })).Status.ShouldBe(201);
        await SignInAsync(visit.Page);
        if (withResume)
        {
            var form = visit.Page.APIRequest.CreateFormData();
            form.Set("resume", new FilePayload { Name = "tomas.pdf", MimeType = "application/pdf", Buffer = PdfBuilder.OfLines(Resume) });
            (await visit.Page.APIRequest.PostAsync("/api/upload_resume", new() { Multipart = form })).Status.ShouldBe(200);
        }

        return visit;
    }

    private async Task SignInAsync(IPage page) =>
        (await page.APIRequest.PostAsync("/api/v1/auth/login", new() { DataObject = new { email = _people[page], password = Password } })).Status.ShouldBe(200);
}
