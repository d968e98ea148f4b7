using System.Net;
using Gateway.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Identity;

[Collection(typeof(GatewayCollection))]
public sealed class SignInPagesTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit)
{
    [Fact]
    public async Task A_browser_without_script_registers_and_is_signed_in_where_it_wanted_to_go()
    {
        using var browser = new Browser(shared.Gateway);
        using var refused = await browser.GetAsync("/account?done=x");
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var signIn = refused.Headers.Location!.OriginalString;
        signIn.ShouldBe("/sign-in?next=%2Faccount%3Fdone%3Dx");
        (await browser.PageAsync(signIn)).ShouldContain("href=\"/register?next=%2Faccount%3Fdone%3Dx\"");

        var email = $"{Guid.NewGuid():N}@example.com";
        using var response = await browser.SubmitAsync("/register?next=%2Faccount%3Fdone%3Dx", "/register", ("email", email), ("password", "correct horse battery"));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe("/account?done=x");
        (await browser.PageAsync("/account")).ShouldContain(email);
    }

    [Theory]
    [InlineData("/sign-in", "", "something", "email", "name@example.com")]
    [InlineData("/sign-in", "nobody@example.com", "", "password", "Write your password")]
    [InlineData("/sign-in", "nobody@example.com", "wrong password", "password", "do not fit together")]
    [InlineData("/register", "not an address", "correct horse", "email", "name@example.com")]
    [InlineData("/register", "somebody@example.com", "short", "password", "8 to 128 characters")]
    public async Task What_is_wrong_stands_at_its_field_and_what_was_typed_stays_but_for_the_password(string path, string email, string password, string field, string words)
    {
        using var browser = new Browser(shared.Gateway);
        using var response = await browser.PostAsync(path, ("email", email), ("password", password), ("next", "/interviews"));
        ((int)response.StatusCode).ShouldBeInRange(400, 401);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain($"id=\"{field}-error\"");
        page.ShouldContain(words);
        page.ShouldContain($"value=\"{email}\"");
        page.ShouldContain("name=\"next\" value=\"/interviews\"");
        if (password.Length > 0)
            page.ShouldNotContain($"value=\"{password}\"");
    }

    [Fact]
    public async Task A_taken_address_is_said_at_its_field()
    {
        using var browser = new Browser(shared.Gateway);
        using var client = shared.Gateway.Client();
        var account = await Account.RegisterAsync(client);
        using var response = await browser.PostAsync("/register", ("email", account.Email), ("password", "another password"));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadAsStringAsync()).ShouldContain("already has an account");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/a\\b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_sign_in_leads_to_no_page_but_ours(string next)
    {
        var (browser, account) = await Browser.SignedInAsync(shared.Gateway);
        using (browser)
        {
            using var response = await browser.PostAsync("/sign-in", ("email", account.Email), ("password", account.Password), ("next", next));
            response.Headers.Location!.OriginalString.ShouldBe("/dashboard");
            using var already = await browser.GetAsync("/sign-in?next=" + Uri.EscapeDataString(next));
            already.Headers.Location!.OriginalString.ShouldBe("/dashboard");
        }
    }

    [Fact]
    public async Task Text_in_the_form_is_text_in_the_page()
    {
        using var browser = new Browser(shared.Gateway);
        using var response = await browser.PostAsync("/sign-in", ("email", "\"><script>alert(1)</script>"), ("password", "x"), ("next", "/\"><script>alert(2)</script>"));
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/register")]
    public async Task No_other_site_signs_a_visitor_in(string path)
    {
        using var client = shared.Gateway.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("email", "a@example.com"), new("password", "12345678")]) };
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Too_many_tries_are_answered_with_how_long_to_wait()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, new Dictionary<string, string?> { ["SignIn:AccountAndAddress:Attempts"] = "2" });
        using var browser = new Browser(gateway);
        for (var attempt = 0; attempt < 2; attempt++)
            (await browser.PostAsync("/sign-in", ("email", "a@example.com"), ("password", "wrong"))).Dispose();
        using var response = await browser.PostAsync("/sign-in", ("email", "a@example.com"), ("password", "wrong"));
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter.ShouldNotBeNull();
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("Too many tries in a short time. Try again in 10 minutes.");
        page.ShouldContain("value=\"a@example.com\"");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_needs_the_token_of_the_page()
    {
        var (browser, _) = await Browser.SignedInAsync(shared.Gateway);
        using (browser)
        {
            using var forged = await browser.PostAsync("/sign-out");
            forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            await browser.PageAsync("/account");
            var token = browser.Cookies.GetCookies(shared.Gateway.Address)["token"]!.Value;

            using var response = await browser.SubmitAsync("/account", "/sign-out");
            response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            response.Headers.Location!.OriginalString.ShouldBe("/#signed-out");
            using var client = shared.Gateway.Client();
            (await client.LetsInAsync(token)).ShouldBeFalse();
            using var after = await browser.GetAsync("/account");
            after.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }
}
