using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Tests.Running;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.Accounts;

[Collection(typeof(GatewayCollection))]
public sealed partial class AccountPageTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit)
{
    [Fact]
    public async Task The_account_shows_where_it_is_signed_in_and_signs_out_one_place()
    {
        var (browser, account) = await Browser.SignedInAsync(shared.Gateway);
        using var phone = new Browser(shared.Gateway, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1");
        using var program = new Browser(shared.Gateway, "curl/8.5.0");
        using (browser)
        {
            await phone.SignInAsync(account);
            await program.SignInAsync(account);
            var page = await browser.PageAsync("/account");
            page.ShouldContain(account.Email);
            page.ShouldContain("Chrome on Linux");
            page.ShouldContain("Safari on iPhone");
            page.ShouldContain("A program");
            var ends = EndPath.Matches(page).Select(match => match.Value).ToList();
            ends.Count.ShouldBe(2, "the session of this browser ends by signing out");

            // The last one that signed in is listed first.
            using var response = await browser.SubmitAsync("/account", ends[0]);
            response.Headers.Location!.OriginalString.ShouldBe("/account?done=session");
            (await program.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await phone.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await browser.PageAsync("/account?done=session")).ShouldContain("That place is signed out.");
        }
    }

    [Fact]
    public async Task Every_other_place_is_signed_out_at_once_and_nobody_elses()
    {
        var (browser, account) = await Browser.SignedInAsync(shared.Gateway);
        var (stranger, _) = await Browser.SignedInAsync(shared.Gateway);
        using var phone = new Browser(shared.Gateway);
        using (browser)
        using (stranger)
        {
            await phone.SignInAsync(account);
            var theirs = EndPath.Match(await phone.PageAsync("/account")).Value;
            using (var attack = await stranger.PostWithTokenAsync(theirs))
                attack.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "a stranger ends nobody's session");

            using var response = await browser.SubmitAsync("/account", "/account/sessions/end-others");
            response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            (await phone.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await stranger.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await browser.PageAsync("/account")).ShouldNotContain("Sign out everywhere else");
        }
    }

    [Fact]
    public async Task Without_the_token_of_the_page_nothing_happens()
    {
        var (browser, account) = await Browser.SignedInAsync(shared.Gateway);
        using (browser)
        {
            foreach (var path in (string[])["/account/delete", "/account/sessions/end-others", $"/account/sessions/{Guid.NewGuid()}/end"])
            {
                using var response = await browser.PostAsync(path, ("email", account.Email));
                response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
                (await response.Content.ReadAsStringAsync()).ShouldContain("open for too long");
            }

            await browser.PageAsync("/account");
        }
    }

    [Fact]
    public async Task The_account_goes_away_only_when_its_email_is_typed()
    {
        var (browser, account) = await Browser.SignedInAsync(shared.Gateway);
        using (browser)
        {
            using (var wrong = await browser.SubmitAsync("/account", "/account/delete", ("email", "\"><script>x</script>")))
            {
                wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
                var page = await wrong.Content.ReadAsStringAsync();
                page.ShouldContain("Nothing was deleted");
                page.ShouldContain("value=\"&quot;>&lt;script&gt;x&lt;/script&gt;\"".Replace(">&lt;", "&gt;&lt;", StringComparison.Ordinal));
                page.ShouldNotContain("<script>x");
            }

            using var response = await browser.SubmitAsync("/account", "/account/delete", ("email", "  " + account.Email.ToUpperInvariant()));
            response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            response.Headers.Location!.OriginalString.ShouldBe("/#account-deleted");
            (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            using var again = await browser.PostAsync("/sign-in", ("email", account.Email), ("password", account.Password));
            again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await browser.PageAsync("/")).ShouldContain("id=\"account-deleted\"");
        }
    }

    [Fact]
    public async Task The_export_holds_what_every_service_keeps_and_the_files_as_they_were_uploaded()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        var (browser, account) = await Browser.SignedInAsync(gateway);
        foreach (var service in (string[])["embedding", "interview", "chatcv"])
            gateway[service].Answer = context => context.Response.WriteAsync($$"""{"kept_by":"{{service}}"}""");
        gateway["resume"].Answer = context => context.Request.Path.Value!.EndsWith("/file", StringComparison.Ordinal)
            ? context.Response.WriteAsync("the bytes")
            : context.Response.WriteAsync("""{"resumes":[{"id":7,"filename":"../../Ann: \"CV\".pdf","text":"Ann"}]}""");
        using (browser)
        {
            using var response = await browser.GetAsync("/account/export");
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
            response.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".zip");
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
            zip.Entries.Select(entry => entry.FullName).ShouldBe(
                ["README.txt", "account.json", "resumes.json", "resumes/7-.._.._Ann_ _CV_.pdf", "search-index.json", "interviews.json", "cvs.json"]);
            using var own = JsonDocument.Parse(await TextAsync(zip, "account.json"));
            own.RootElement.GetProperty("email").GetString().ShouldBe(account.Email);
            own.RootElement.GetProperty("sessions")[0].GetProperty("device").GetString().ShouldBe("Chrome on Linux");
            own.RootElement.GetRawText().ShouldNotContain("hash");
            (await TextAsync(zip, "resumes/7-.._.._Ann_ _CV_.pdf")).ShouldBe("the bytes");
            (await TextAsync(zip, "interviews.json")).ShouldContain("interview");

            // Asked as a service, for this user alone.
            gateway["interview"].Requests.ShouldHaveSingleItem().Target.ShouldBe($"/internal/users/{account.Id}/export");
        }
    }

    [Fact]
    public async Task With_a_service_down_the_export_is_refused_instead_of_being_a_part()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        var (browser, _) = await Browser.SignedInAsync(gateway);
        foreach (var service in (string[])["embedding", "resume", "chatcv"])
            gateway[service].Answer = context => context.Response.WriteAsync("""{"resumes":[]}""");
        gateway["interview"].Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        using (browser)
            (await browser.PageAsync("/account/export", HttpStatusCode.ServiceUnavailable)).ShouldContain("Not everything could be collected");
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        await using var stream = await zip.GetEntry(name)!.OpenAsync();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("/account/sessions/[0-9a-f-]{36}/end", RegexOptions.None, 1000)]
    private static partial Regex EndPath { get; }
}
