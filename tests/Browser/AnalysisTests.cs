using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

public sealed class AnalysisTests(Chromium chromium)
{
    private static readonly byte[] Pdf = PdfBuilder.OfLines(SampleResume.Text.Split('\n'));

    [Fact]
    public async Task The_result_says_the_match_in_a_dial_in_words_and_in_a_table()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);

        var result = visit.Page.Locator("#result");
        await Expect(result.GetByRole(AriaRole.Img, new() { Name = "Match: 66.7%" })).ToContainTextAsync("67%");
        await Expect(result.GetByRole(AriaRole.Img, new() { Name = "DevOps: 1 of 3. Matching: Docker. Missing: Kubernetes, Terraform." })).ToBeVisibleAsync();
        await Expect(result).ToContainTextAsync("May need more experience");
        await Expect(result).ToContainTextAsync("The job asks for 5 years; your resume shows 4.");
        await Expect(result).ToContainTextAsync("0.61 of 1");
        await Expect(result).ToContainTextAsync("5 years required, 4 shown");
        await Expect(result).ToContainTextAsync("Begin with Kubernetes. Your Docker is close to it");

        await Expect(result.GetByRole(AriaRole.Table)).ToBeHiddenAsync();
        await result.GetByText("Show as table").ClickAsync();
        await Expect(result.GetByRole(AriaRole.Row, new() { Name = "DevOps 1: Docker 2: Kubernetes, Terraform" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_skill_opens_on_Enter_and_shows_the_lines_behind_it()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);

        var python = visit.Skill("Python");
        await Expect(python).ToHaveAttributeAsync("aria-expanded", "false");
        await python.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(python).ToHaveAttributeAsync("aria-expanded", "true");
        var panel = visit.Page.Locator($"#{await python.GetAttributeAsync("aria-controls")}");
        await Expect(panel).ToContainTextAsync("Built Harbour Board with Python and FastAPI on PostgreSQL");
        await Expect(panel).Not.ToContainTextAsync("- Built");
        await Expect(panel).ToContainTextAsync("At least 5 years of Python and PostgreSQL");
        await Expect(panel.Locator("mark").First).ToHaveTextAsync("Python");
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(panel).ToBeHiddenAsync();

        var kubernetes = visit.Skill("Kubernetes");
        await kubernetes.ClickAsync();
        panel = visit.Page.Locator($"#{await kubernetes.GetAttributeAsync("aria-controls")}");
        await Expect(panel).ToContainTextAsync("does not mention it. Docker is close to it");
        await Expect(panel).ToContainTextAsync("Runs it in Docker on AWS");
        await Expect(visit.Skill("Terraform")).ToContainTextAsync("a plus");
    }

    [Fact]
    public async Task Another_job_description_is_compared_without_a_new_upload()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);
        await visit.JobDescription.FillAsync("Go and Python");
        await Expect(visit.AnalyseButton).ToHaveTextAsync("Compare with my resume");
        await visit.AnalyseButton.ClickAsync();

        await Expect(visit.ResultTitle).ToHaveTextAsync("1 of the 2 skills this job names is in your resume");
        platform.CallsTo("POST /api/upload_resume").ShouldBe(1);
        platform.CallsTo("POST /api/resume/gap-analysis").ShouldBe(1);

        await visit.JobDescription.FillAsync("");
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.Page.Locator("#job-description-error")).ToContainTextAsync("Paste the job description");
    }

    [Fact]
    public async Task A_job_description_without_a_known_skill_is_no_match_of_zero()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, "We are a friendly team by the sea.");

        await Expect(visit.ResultTitle).ToHaveTextAsync("No skills to compare");
        await Expect(visit.Page.Locator("#result .dial")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_read_is_shown_and_markup_in_it_stays_text()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, "<script>alert(1)</script> Python", "<b>resume<b>.pdf");

        var result = visit.Page.Locator("#result");
        await Expect(result).ToContainTextAsync("Mira Halvorsen, Backend developer, 4 years of experience");
        await Expect(result).ToContainTextAsync(SampleResume.Hostile);
        await Expect(result).ToContainTextAsync("Backend developer, Fjordline Ticketing");
        await Expect(result).ToContainTextAsync("Mar 2022 to now");
        await Expect(result).ToContainTextAsync("Software engineering intern, Havn Labs");
        await visit.Skill("Python").ClickAsync();
        await result.GetByText("Show the pieces").ClickAsync();
        await Expect(result.Locator("details ol > li")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("main img, main script, main b")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#resumes")).ToContainTextAsync("<b>resume<b>.pdf");
    }

    [Fact]
    public async Task A_resume_that_is_not_searchable_yet_becomes_so_by_itself()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.IndexesAtOnce = false;
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);
        await Expect(visit.Page.Locator("#search-tag")).ToHaveTextAsync("Indexing");
        await Expect(visit.Page.Locator("#search-words")).ToContainTextAsync("Indexing 2 pieces of text");

        platform.FinishIndexing();
        await Expect(visit.Page.Locator("#search-tag")).ToHaveTextAsync("Searchable");
        await Expect(visit.Page.Locator("#announcer")).ToHaveTextAsync("Your resume is searchable now.");
        await Expect(visit.Page.Locator("#resumes")).Not.ToContainTextAsync("Indexing");
    }

    [Fact]
    public async Task Questions_come_in_the_number_asked_for_and_in_new_variations()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);
        var questions = visit.Page.Locator("#questions li");

        await visit.Page.GetByLabel("How many").FillAsync("3");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write questions" }).ClickAsync();
        await Expect(questions).ToHaveCountAsync(3);
        await Expect(questions.First).ToContainTextAsync("About a project");
        await Expect(visit.Page.Locator("#questions")).ToContainTextAsync("From 2 passages of your resume");
        var first = await questions.First.TextContentAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write other questions" }).ClickAsync();
        await Expect(questions.First).Not.ToHaveTextAsync(first!);
        var asked = platform.QuestionsAsked.ToArray();
        asked.Select(each => each.GetProperty("question_count").GetInt32()).ShouldBe([3, 3]);
        asked.Select(each => each.GetProperty("variation_seed").GetString()).Distinct().Count().ShouldBe(2);
        asked.ShouldAllBe(each => each.GetProperty("job_description").GetString()!.Contains("Kubernetes"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("2.5")]
    [InlineData("")]
    public async Task A_number_of_questions_that_cannot_be_is_said_at_its_field(string count)
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);
        await visit.Page.GetByLabel("How many").FillAsync(count);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Write questions" }).ClickAsync();

        await Expect(visit.Page.Locator("#question-count-error")).ToContainTextAsync("from 1 to 20");
        platform.QuestionsAsked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Earlier_resumes_are_listed_shown_and_deleted_after_a_question()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription, "older.pdf");
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription, "newer.pdf");
        var rows = visit.Page.Locator(".resumes > li");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First).ToContainTextAsync("newer.pdf");
        await Expect(rows.First).ToContainTextAsync("Current");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show older.pdf" }).ClickAsync();
        await Expect(rows.Last).ToContainTextAsync("What was read from it");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete newer.pdf" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete newer.pdf" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }).ClickAsync();

        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows.First).ToContainTextAsync("older.pdf");
        await Expect(rows.First).ToContainTextAsync("Current");
        await Expect(visit.Page.Locator("#result .dial")).ToHaveCountAsync(0);
    }
}
