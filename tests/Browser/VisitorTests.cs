using Browser.Support;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Browser;

public sealed class VisitorTests(Chromium chromium)
{
    [Fact]
    public async Task A_visitor_sees_what_it_does_and_an_example_with_its_quotes()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("how your resume fits the job");
        var example = visit.Page.Locator("#example");
        await Expect(example.GetByRole(AriaRole.Img, new() { Name = "Match: " })).ToBeVisibleAsync();
        var skills = example.Locator(".disclosure");
        (await skills.CountAsync()).ShouldBeGreaterThan(4);
        await Expect(skills.First).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(example.GetByText("In your resume", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Creating_an_account_leads_to_the_dashboard()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.EnterAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(platform.Address, "/dashboard").ToString());
    }

    [Fact]
    public async Task A_taken_address_is_said_at_the_field_and_leads_to_signing_in()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using (var first = await chromium.OpenAsync(platform.Address))
        {
            await first.RegisterAsync();
            await Expect(first.Page).ToHaveURLAsync(new Uri(platform.Address, "/dashboard").ToString());
        }

        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.RegisterAsync();

        var email = visit.Page.Locator("#register-email");
        await Expect(visit.Page.Locator("#register-email-error")).ToContainTextAsync("already has an account");
        await Expect(email).ToHaveAttributeAsync("aria-describedby", "register-email-error");
        await Expect(email).ToBeFocusedAsync();

        await visit.Page.Locator("[data-shows=sign-in-form]").ClickAsync();
        await Expect(visit.Page.Locator("#sign-in-email")).ToHaveValueAsync(Visit.Email);
        await visit.Page.Locator("#sign-in-password").FillAsync(Visit.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(platform.Address, "/dashboard").ToString());
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_the_field_and_the_address_stays()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.Page.Locator("[data-shows=sign-in-form]").ClickAsync();
        await visit.Page.Locator("#sign-in-email").FillAsync("nobody@example.org");
        await visit.Page.Locator("#sign-in-password").FillAsync("not the password");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#sign-in-password-error")).ToContainTextAsync("do not fit together");
        await Expect(visit.Page.Locator("#sign-in-email")).ToHaveValueAsync("nobody@example.org");
    }

    [Fact]
    public async Task What_is_missing_in_the_form_is_said_without_asking_the_server()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.RegisterAsync("mira", "short");

        await Expect(visit.Page.Locator("#register-email-error")).ToContainTextAsync("name@example.com");
        await Expect(visit.Page.Locator("#register-password-error")).ToContainTextAsync("8 to 128");
        await Expect(visit.Page.Locator("#register-email")).ToBeFocusedAsync();
        platform.Calls.ShouldBeEmpty();

        await visit.Page.Locator("#register-email").FillAsync("mira@example.org");
        await Expect(visit.Page.Locator("#register-email-error")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Too_many_tries_are_answered_with_how_long_to_wait()
    {
        await using var platform = await PlatformDouble.StartAsync();
        platform.Break("/api/v1/auth/register", 429, "Rate limit exceeded");
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.RegisterAsync();

        await Expect(visit.Page.Locator("#register-form [role=alert]")).ToContainTextAsync("Too many tries");
        await Expect(visit.Page.Locator("#register-password")).ToHaveValueAsync(Visit.Password);
    }

    [Theory]
    [InlineData("#signed-out", "You are signed out.")]
    [InlineData("#account-deleted", "Your account is deleted.")]
    public async Task What_was_just_done_is_said_by_the_address(string address, string words)
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await Expect(visit.Page.GetByText(words)).ToBeHiddenAsync();
        await visit.Page.GotoAsync("/" + address);
        await Expect(visit.Page.GetByText(words)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_the_switch_is_used_and_the_choice_is_remembered()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address, scheme: ColorScheme.Dark);
        var toggle = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" });
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(16, 22, 31)");

        await toggle.ClickAsync();
        await visit.Page.ReloadAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(247, 248, 250)");
    }

    [Fact]
    public async Task The_password_can_be_looked_at()
    {
        await using var platform = await PlatformDouble.StartAsync();
        await using var visit = await chromium.OpenAsync(platform.Address);
        await visit.Page.Locator("#register-password").FillAsync("a quiet evening");
        await visit.Page.Locator("#register-form").GetByRole(AriaRole.Button, new() { Name = "Show password" }).ClickAsync();
        await Expect(visit.Page.Locator("#register-password")).ToHaveAttributeAsync("type", "text");
    }
}
