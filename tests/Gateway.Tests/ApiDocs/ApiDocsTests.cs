using System.Net;
using System.Text.RegularExpressions;
using Gateway.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Testing;
using Xunit;

namespace Gateway.Tests.ApiDocs;

[Collection(typeof(GatewayCollection))]
public sealed partial class ApiDocsTests(SharedGateway shared, PostgresServer postgres, RabbitMqServer rabbit)
{
    private const string Document = """
        {
          "openapi": "3.1.1",
          "info": { "title": "ResumeService", "version": "1" },
          "servers": [ { "url": "http://127.0.0.1:12345" } ],
          "paths": {
            "/api/upload_resume": { "post": { "responses": { "200": { "description": "OK", "content": { "application/json": {
              "schema": { "$ref": "#/components/schemas/Uploaded" } } } } } } },
            "/internal/chunks": { "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Secret" } } } }, "responses": {} } },
            "/Internal/other": { "get": { "responses": {} } }
          },
          "components": { "schemas": {
            "Uploaded": { "type": "object", "properties": { "project": { "$ref": "#/components/schemas/Project" } } },
            "Project": { "type": "object", "properties": { "parent": { "$ref": "#/components/schemas/Project" } } },
            "Secret": { "type": "object" }
          } }
        }
        """;

    [Fact]
    public async Task The_gateway_describes_sign_in()
    {
        using var client = shared.Gateway.Client();
        using var response = await client.GetAsync("/openapi/gateway.json");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var document = await response.JsonAsync();
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("Gateway");
        var paths = document.GetProperty("paths");
        paths.EnumerateObject().Select(path => path.Name).ShouldBe(
            ["/api/v1/auth/register", "/api/v1/auth/login", "/api/v1/auth/refresh", "/api/v1/auth/logout", "/api/v1/users/me"], ignoreOrder: true);
        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        schemes.GetProperty("bearer").GetProperty("scheme").GetString().ShouldBe("bearer");
        schemes.GetProperty("cookie").GetProperty("name").GetString().ShouldBe("token");
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            var error = operation.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            error.GetProperty("properties").TryGetProperty("error", out _).ShouldBeTrue();
        }

        var me = paths.GetProperty("/api/v1/users/me").GetProperty("get");
        me.GetProperty("security").GetArrayLength().ShouldBe(2);
        me.GetProperty("responses").TryGetProperty("401", out _).ShouldBeTrue();
        var login = paths.GetProperty("/api/v1/auth/login").GetProperty("post");
        login.TryGetProperty("security", out _).ShouldBeFalse();
        login.GetProperty("responses").EnumerateObject().Select(each => each.Name).ShouldBe(["200", "400", "401", "429", "default"], ignoreOrder: true);
        document.GetRawText().ShouldContain("full_name");
    }

    [Fact]
    public async Task A_services_document_is_collected_without_its_internal_routes_and_at_the_gateways_address()
    {
        var clock = new TestClock();
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit, configure: services => services.AddSingleton<TimeProvider>(clock));
        gateway["resume"].OpenApi = Document;
        using var client = gateway.Client();
        using var response = await client.GetAsync("/openapi/resume.json");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var document = await response.JsonAsync();
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("ResumeService");
        document.GetProperty("servers").EnumerateArray().ShouldHaveSingleItem().GetProperty("url").GetString().ShouldBe("/");
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/api/upload_resume"]);
        document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name).ShouldBe(["Uploaded", "Project"]);

        // Kept for a short while.
        using var again = await client.GetAsync("/openapi/resume.json");
        (await again.JsonAsync()).GetRawText().ShouldBe(document.GetRawText());
        gateway["resume"].OpenApiRequests.ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await client.GetAsync("/openapi/resume.json");
        gateway["resume"].OpenApiRequests.ShouldBe(2);
    }

    [Fact]
    public async Task A_document_that_cannot_be_had_is_503_and_not_remembered()
    {
        await using var gateway = await RunningGateway.StartAsync(postgres, rabbit);
        using var client = gateway.Client();
        foreach (var wrong in (string[])["no json", "[]"])
        {
            gateway["chatcv"].OpenApi = wrong;
            using var broken = await client.GetAsync("/openapi/chatcv.json");
            broken.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            broken.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }

        gateway["chatcv"].OpenApi = Document;
        using var mended = await client.GetAsync("/openapi/chatcv.json");
        mended.StatusCode.ShouldBe(HttpStatusCode.OK);

        await gateway["interview"].DisposeAsync();
        using var down = await client.GetAsync("/openapi/interview.json");
        down.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await down.JsonAsync()).GetProperty("status").GetInt32().ShouldBe(503);
    }

    [Fact]
    public async Task The_embedding_service_is_nobodys_to_read_about()
    {
        using var client = shared.Gateway.Client();
        using var response = await client.GetAsync("/openapi/embedding.json");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere_and_nothing_inline()
    {
        using var client = shared.Gateway.Client();
        using var redirect = await client.GetAsync("/docs");
        redirect.Headers.Location!.AbsolutePath.ShouldBe("/docs/");
        var page = await client.GetStringAsync("/docs/");
        page.ShouldContain("<main");
        InlineCode.Matches(page).ShouldBeEmpty();
        var files = Reference.Matches(page).Select(match => match.Groups[1].Value).Where(file => !file.StartsWith('#')).ToList();
        files.ShouldContain("/docs/docs.js");
        foreach (var file in files)
        {
            file.ShouldStartWith("/");
            if (!file.StartsWith("/docs/", StringComparison.Ordinal))
                continue;
            using var response = await client.GetAsync(file);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            (await response.Content.ReadAsStringAsync()).ShouldNotContain("://");
        }
    }

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineCode { get; }

    [GeneratedRegex("""\s(?:src|href)="([^"]*)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Reference { get; }
}
