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
