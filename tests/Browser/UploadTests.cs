using System.Text;
using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

public sealed class UploadTests(Chromium chromium)
{
    private static readonly byte[] Pdf = PdfBuilder.OfLines(SampleResume.Text.Split('\n'));

    [Fact]
    public async Task An_upload_shows_its_way_over_the_wire_then_that_it_is_read_then_the_result()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.PauseOnTheWire = TimeSpan.FromMilliseconds(40);
        platform.Reading = new TaskCompletionSource();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.Page.EvaluateAsync(
            """
            () => {
              const bar = document.getElementById("progress-bar");
              window.seen = [];
              new MutationObserver(() => window.seen.push(bar.hasAttribute("value") ? bar.value : "reading")).observe(bar, { attributes: true });
            }
            """);

        await visit.ChooseAsync([.. Pdf, .. new byte[12 * 1024 * 1024]], "Mira Halvorsen.pdf");
        await Expect(visit.Page.Locator("#resume-file-row")).ToContainTextAsync("Mira Halvorsen.pdf");
        await Expect(visit.Page.Locator("#resume-file-row")).ToContainTextAsync("12 MB");
        await visit.JobDescription.FillAsync(SampleResume.JobDescription);
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.Page.Locator("#progress-words")).ToHaveTextAsync("Sending Mira Halvorsen.pdf");
        await Expect(visit.Page.Locator("#progress-part")).ToContainTextAsync("of 12 MB");
        await Expect(visit.Page.Locator("#progress-words")).ToContainTextAsync("Reading your resume");
        await Expect(visit.Page.Locator("#progress-bar:not([value])")).ToBeVisibleAsync();

        platform.Reading.SetResult();
        await Expect(visit.ResultTitle).ToHaveTextAsync("4 of the 6 skills this job names are in your resume");
        await Expect(visit.ResultTitle).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#progress")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#announcer")).ToContainTextAsync("The analysis is ready");

        var parts = await visit.Page.EvaluateAsync<double[]>("() => window.seen.filter((value) => value !== 'reading' && value > 0 && value < 1)");
        parts.Length.ShouldBeGreaterThan(2, "the bar moved while the file was on its way");
        parts.ShouldBeInOrder();
    }

    [Theory]
    [InlineData(400, "Failed to extract text from PDF: it is protected by a password. Save it without one and try again.", "Save it without one")]
    [InlineData(400, "Failed to extract text from PDF", "No text could be read")]
    [InlineData(400, "Failed to extract text from PDF: the file is damaged or incomplete.", "damaged")]
    [InlineData(400, "Failed to extract text from DOCX: it has too many pages or unpacks to too much data.", "too many pages")]
    [InlineData(400, "Failed to extract text from PDF: reading it took too long. Save it anew as a simple PDF and try again.", "took too long")]
    [InlineData(400, "Invalid file type. Only PDF and DOCX files are allowed.", "neither a PDF nor a Word file")]
    [InlineData(413, "File too large. Maximum size is 16MB.", "16 MB")]
    public async Task What_the_api_says_against_a_file_stands_at_the_file_in_words_that_help(int status, string message, string words)
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.Break("/api/upload_resume", status, message);
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.JobDescription.FillAsync(SampleResume.JobDescription);
        await visit.AnalyseButton.ClickAsync();

        await Expect(visit.FileError).ToContainTextAsync(words);
        await Expect(visit.Page.Locator("#resume-file")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.JobDescription).ToHaveValueAsync(SampleResume.JobDescription.ReplaceLineEndings("\n"));
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("resume.pdf");
    }

    [Theory]
    [InlineData("too large", "16 MB")]
    [InlineData("empty", "is empty")]
    [InlineData("old word", "older Word file")]
    [InlineData("picture", "is a picture")]
    public async Task A_file_that_cannot_work_is_refused_before_it_is_sent_and_the_one_before_stays(string kind, string words)
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf, "good.pdf");
        await visit.ChooseAsync(kind switch
        {
            "too large" => [.. Pdf, .. new byte[16 * 1024 * 1024]],
            "empty" => [],
            "old word" => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
            _ => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
        }, "other.pdf");

        await Expect(visit.FileError).ToContainTextAsync(words);
        await Expect(visit.FileError).ToContainTextAsync("other.pdf");
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("good.pdf");
        platform.CallsTo("POST /api/upload_resume").ShouldBe(0);
    }

    [Fact]
    public async Task A_file_can_be_dropped_and_two_at_once_are_refused()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await DropAsync(visit, "#resume-drop", "a.pdf", "b.pdf");
        await Expect(visit.FileError).ToContainTextAsync("one resume at a time");

        await DropAsync(visit, "#resume-drop", "dropped.pdf");
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("dropped.pdf");
        await Expect(visit.FileError).ToBeHiddenAsync();

        await visit.JobDescription.FillAsync("Kept");
        await DropAsync(visit, "h1", "beside.pdf");
        await Expect(visit.JobDescription).ToHaveValueAsync("Kept");
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("dropped.pdf");
    }

    [Fact]
    public async Task Without_a_file_the_page_says_what_to_choose_and_asks_nobody()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseButton.ClickAsync();

        await Expect(visit.FileError).ToContainTextAsync("Choose your resume first");
        await Expect(visit.Page.Locator("#resume-file")).ToBeFocusedAsync();
        platform.CallsTo("POST /api/upload_resume").ShouldBe(0);
    }

    [Fact]
    public async Task A_double_click_sends_the_file_once()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.Reading = new TaskCompletionSource();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.AnalyseButton.DblClickAsync();
        await Expect(visit.AnalyseButton).ToHaveAttributeAsync("aria-busy", "true");
        await visit.AnalyseButton.ClickAsync();
        platform.Reading.SetResult();

        await Expect(visit.Page.Locator("#result")).ToContainTextAsync("Paste a job description above");
        platform.CallsTo("POST /api/upload_resume").ShouldBe(1);
    }

    [Fact]
    public async Task A_network_that_is_down_loses_nothing_and_trying_again_goes_on()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.JobDescription.FillAsync(SampleResume.JobDescription);
        await platform.StopAsync();
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.FormError).ToContainTextAsync("could not be reached");
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("resume.pdf");

        await platform.ListenAsync();
        await visit.FormError.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.ResultTitle).ToContainTextAsync("4 of the 6 skills");
        await Expect(visit.FormError).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_failure_on_the_server_is_owned_and_can_be_tried_again()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.Break("/api/upload_resume", 500, "Internal server error");
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.FormError).ToContainTextAsync("on our side");

        platform.Mend("/api/upload_resume");
        await visit.FormError.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(visit.Page.Locator("#result")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_upload_can_be_cancelled_and_the_file_stays()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.Reading = new TaskCompletionSource();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.AnalyseButton.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(visit.FormError).ToContainTextAsync("Cancelled");
        await Expect(visit.Page.Locator("#progress")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("resume.pdf");
    }

    [Fact]
    public async Task A_job_description_that_is_too_long_is_said_at_its_field_and_kept()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        var text = new StringBuilder().Insert(0, "Python ", 15_000).ToString();
        await visit.JobDescription.FillAsync(text);
        await visit.AnalyseButton.ClickAsync();

        await Expect(visit.Page.Locator("#job-description-error")).ToContainTextAsync("the limit is 100,000");
        await Expect(visit.JobDescription).ToHaveValueAsync(text);
        platform.CallsTo("POST /api/upload_resume").ShouldBe(0);
    }

    private static async Task DropAsync(Visit visit, string place, params string[] names)
    {
        await using var files = await visit.Page.EvaluateHandleAsync(
            """
            (names) => {
              const transfer = new DataTransfer();
              for (const name of names) {
                transfer.items.add(new File(["%PDF-1.7 "], name, { type: "application/pdf" }));
              }
              return transfer;
            }
            """,
            names);
        await visit.Page.DispatchEventAsync(place, "drop", new { dataTransfer = files });
    }
}
