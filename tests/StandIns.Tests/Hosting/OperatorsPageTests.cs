using System.Net;
using Shouldly;
using Xunit;

namespace StandIns.Tests.Hosting;

public sealed class OperatorsPageTests
{
    [Fact]
    public async Task Each_line_on_the_console_carries_its_resources_name()
    {
        await using var application = new TestApplication();
        application.AddScript("a", "echo from a; exec sleep 600");
        application.AddScript("longer", "echo to the error stream >&2; exec sleep 600");

        await application.StartAsync();

        await application.EventuallyAsync(() => Task.FromResult(application.Console.Contains("a      | from a", StringComparison.Ordinal) && application.Console.Contains("longer | to the error stream", StringComparison.Ordinal)), "both lines are there");
    }

    [Fact]
    public async Task The_page_shows_state_health_endpoint_and_last_lines()
    {
        await using var application = new TestApplication();
        var web = application.Builder.AddProject<Projects.SampleApp>("web").WithHttpEndpoint().WithHttpHealthCheck("/health").WithExternalHttpEndpoints();
        await application.StartAsync();
        await application.IsAsync("web", "Running", "Healthy");

        var page = await application.GetAsync(application.Dashboard);

        page.ShouldContain("data-name=\"web\"");
        page.ShouldContain("Running, healthy");
        page.ShouldContain($"<a href=\"{web.GetEndpoint("http").Url}\">");
        page.ShouldContain($"pid {await application.ProcessIdAsync("web")}");
        page.ShouldContain("Now listening on");
        page.ShouldContain("1 of 1 healthy");
    }

    [Fact]
    public async Task What_a_process_writes_is_text_on_the_page_and_never_markup()
    {
        await using var application = new TestApplication();
        application.AddScript("rude", "printf '<script>alert(1)</script>\\033[31m&red\\033[0m\\n'; exec sleep 600").WithEnvironment("QUOTE", "\"><img src=x>");
        await application.StartAsync();
        await application.EventuallyAsync(() => Task.FromResult(application.Console.Contains("alert", StringComparison.Ordinal)), "the line is there");

        var page = await application.GetAsync(application.Dashboard);

        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;&amp;red\n");
        page.ShouldContain("&quot;&gt;&lt;img src=x&gt;");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("<img");
    }

    [Fact]
    public async Task No_secret_is_on_the_page_in_its_data_or_on_the_console()
    {
        const string Secret = "s3cr3t-0123456789";
        await using var application = new TestApplication();
        var password = application.Builder.AddParameter("password", Secret, secret: true);
        var database = application.Builder.AddConnectionString("db", ReferenceExpression.Create($"Host=there;Password={password}"));
        application.AddScript("careless", "echo connecting with $Harmless; exec sleep 600").WithReference(database).WithEnvironment("Harmless", password);
        await application.StartAsync();
        await application.EventuallyAsync(() => Task.FromResult(application.Console.Contains("connecting", StringComparison.Ordinal)), "the line is there");

        var page = await application.GetAsync(application.Dashboard);
        var data = await application.GetAsync(new Uri(application.Dashboard, "/resources.json"));

        page.ShouldContain("connecting with ***");
        page.ShouldContain("<dt>ConnectionStrings__db</dt><dd>***</dd>");
        application.Console.ShouldContain("connecting with ***");
        foreach (var seen in (string[])[page, data, application.Console])
            seen.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task The_page_is_for_this_machines_own_names_and_allows_no_foreign_script()
    {
        await using var application = new TestApplication();
        application.AddScript("one", "exec sleep 600");
        await application.StartAsync();

        using var stranger = new HttpRequestMessage(HttpMethod.Get, application.Dashboard) { Headers = { Host = "evil.example" } };
        using var refused = await application.SendAsync(stranger);
        using var friend = new HttpRequestMessage(HttpMethod.Get, application.Dashboard);
        using var allowed = await application.SendAsync(friend);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
        allowed.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
        (await application.GetAsync(new Uri(application.Dashboard, "/dashboard.js"))).ShouldContain("refresh");
        (await application.GetAsync(new Uri(application.Dashboard, "/dashboard.css"))).ShouldContain("color-scheme");
    }
}
