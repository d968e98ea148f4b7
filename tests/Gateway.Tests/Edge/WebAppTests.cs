using System.Net;
using Gateway.Tests.Running;
using Shouldly;
using Xunit;

namespace Gateway.Tests.Edge;

[Collection(typeof(GatewayCollection))]
public sealed class WebAppTests(SharedGateway shared)
{
    [Fact]
    public async Task Files_are_served_with_an_ETag_and_asked_for_again()
    {
        using var client = shared.Gateway.Client();
        using var first = await client.GetAsync("/docs/docs.js");
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/docs/docs.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Files_are_compressed_and_pages_with_something_of_a_person_are_not()
    {
        using var client = await shared.Gateway.SignedInAsync();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        foreach (var path in (string[])["/css/app.css", "/js/shell.js", "/img/icons.svg", "/examples/analysis.json"])
        {
            using var file = await client.GetAsync(path);
            file.Content.Headers.ContentEncoding.ShouldNotBeEmpty(path);
        }

        foreach (var path in (string[])["/account", "/dashboard", "/api/v1/users/me"])
        {
            using var page = await client.GetAsync(path);
            page.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            page.Content.Headers.ContentEncoding.ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task The_front_page_is_for_visitors_and_leads_everybody_else_to_the_dashboard()
    {
        using var visitor = shared.Gateway.Client();
        using var front = await visitor.GetAsync("/");
        front.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var client = await shared.Gateway.SignedInAsync();
        using var response = await client.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/dashboard");
    }

    [Fact]
    public async Task Files_outside_the_web_root_are_not_served()
    {
        using var client = shared.Gateway.Client();
        foreach (var path in (string[])["/..%2fGateway.csproj", "/docs/..%2f..%2fProgram.cs", "/Program.cs"])
        {
            using var response = await client.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }
}
