using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Testing.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

public sealed class SessionTests(Chromium chromium)
{
    private static readonly byte[] Pdf = PdfBuilder.OfLines(SampleResume.Text.Split('\n'));

    [Fact]
    public async Task An_expired_access_token_is_renewed_without_a_word()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        platform.ExpireAccessTokens();
        await visit.AnalyseButton.ClickAsync();

        await Expect(visit.Page.Locator("#result")).ToBeVisibleAsync();
        platform.CallsTo("POST /api/v1/auth/refresh").ShouldBe(1);
        platform.Uploads.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_about_to_end_is_renewed_before_a_file_is_sent()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.AccessTokenLifetime = TimeSpan.FromSeconds(5);
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        platform.AccessTokenLifetime = TimeSpan.FromMinutes(30);
        await visit.ChooseAsync(Pdf);
        await visit.AnalyseButton.ClickAsync();

        await Expect(visit.Page.Locator("#result")).ToBeVisibleAsync();
        platform.CallsTo("POST /api/upload_resume").ShouldBe(1);
        platform.CallsTo("POST /api/v1/auth/refresh").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_sign_in_that_is_over_is_asked_for_again_and_what_was_started_goes_on()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.JobDescription.FillAsync(SampleResume.JobDescription);
        platform.EndSessions();
        await visit.AnalyseButton.ClickAsync();

        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Sign in again" });
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("E-mail")).ToHaveValueAsync(Visit.Email);
        await Expect(dialog.GetByLabel("Password", new() { Exact = true })).ToBeFocusedAsync();
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Visit.Password);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.ResultTitle).ToContainTextAsync("4 of the 6 skills");
        await Expect(dialog).ToBeHiddenAsync();
        platform.Uploads.ShouldHaveSingleItem().JobDescription.ShouldNotBeNull().ShouldContain("Kubernetes");
    }

    [Fact]
    public async Task Not_signing_in_again_keeps_the_file_and_the_text()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.JobDescription.FillAsync("Python");
        platform.EndSessions();
        await visit.AnalyseButton.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.FormError).ToContainTextAsync("not signed in");
        await Expect(visit.JobDescription).ToHaveValueAsync("Python");
        await Expect(visit.Page.Locator("#resume-file-name")).ToHaveTextAsync("resume.pdf");
        await Expect(visit.AnalyseButton).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [Fact]
    public async Task Another_person_who_signs_in_instead_finds_nothing_of_the_one_before()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using (var other = await chromium.OpenAsync(platform.Address))
        {
            await other.RegisterAsync("ola@example.org", "another password");
            await Expect(other.Page.Locator("#workspace")).ToBeVisibleAsync();
        }

        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.ChooseAsync(Pdf);
        await visit.JobDescription.FillAsync("Python");
        platform.EndSessions();
        await visit.AnalyseButton.ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("E-mail").FillAsync("ola@example.org");
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync("another password");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#account-name")).ToHaveTextAsync("ola@example.org");
        await Expect(visit.JobDescription).ToHaveValueAsync("");
        await Expect(visit.Page.Locator("#resume-file-row")).ToBeHiddenAsync();
        platform.Uploads.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reload_keeps_the_sign_in_the_text_and_the_last_comparison()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);
        await visit.JobDescription.FillAsync("Half a sentence about Go");
        await visit.Page.ReloadAsync();

        await Expect(visit.ResultTitle).ToContainTextAsync("4 of the 6 skills");
        await Expect(visit.JobDescription).ToHaveValueAsync("Half a sentence about Go");
        await Expect(visit.Page.Locator("#analyse-hint")).ToContainTextAsync("the job description before");
        platform.CallsTo("POST /api/v1/auth/refresh").ShouldBe(0);
    }

    [Fact]
    public async Task Two_tabs_that_renew_at_the_same_time_do_not_end_each_other()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        var other = await visit.OpenAnotherTabAsync();
        await Expect(other.Page.Locator("#workspace")).ToBeVisibleAsync();
        await visit.ChooseAsync(Pdf, "one.pdf");
        await other.ChooseAsync(Pdf, "two.pdf");
        platform.ExpireAccessTokens();
        await Task.WhenAll(visit.AnalyseButton.ClickAsync(), other.AnalyseButton.ClickAsync());

        await Expect(visit.Page.Locator("#result")).ToBeVisibleAsync();
        await Expect(other.Page.Locator("#result")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_behind_in_any_tab()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await visit.AnalyseAsync(Pdf, SampleResume.JobDescription);
        var other = await visit.OpenAnotherTabAsync();
        await Expect(other.Page.Locator("#workspace")).ToBeVisibleAsync();
        (await KeptTokensAsync(visit)).ShouldBe(1);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(visit.Page.Locator("#visitor")).ToBeVisibleAsync();
        await Expect(other.Page.Locator("#visitor")).ToBeVisibleAsync();
        await Expect(visit.JobDescription).ToHaveValueAsync("");
        await Expect(visit.Page.Locator("#result")).ToBeEmptyAsync();
        (await visit.Page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage, ...sessionStorage })")).ShouldBe("{}");
        (await KeptTokensAsync(visit)).ShouldBe(0);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#visitor")).ToBeVisibleAsync();
        platform.CallsTo("POST /api/v1/auth/logout").ShouldBe(1);
    }

    private static Task<int> KeptTokensAsync(Visit visit) => visit.Page.EvaluateAsync<int>(
        """
        () => new Promise((resolve) => {
          indexedDB.open("session").onsuccess = ({ target }) => {
            target.result.transaction("tokens").objectStore("tokens").count().onsuccess = (counted) => resolve(counted.target.result);
          };
        })
        """);
}
