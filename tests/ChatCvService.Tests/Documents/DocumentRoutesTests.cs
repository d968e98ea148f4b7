using System.Net;
using System.Text.Json.Nodes;
using ChatCvService.CvData;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Testing;
using Testing.Documents;
using Xunit;

namespace ChatCvService.Tests.Documents;

public sealed class DocumentRoutesTests(PostgresServer postgres, RabbitMqServer rabbit) : IAsyncLifetime
{
    private const int Owner = 7;
    private ServiceHost<ServiceMarker> _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = new ServiceHost<ServiceMarker>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:chatcvdb"] = await postgres.CreateDatabaseAsync("chatcv"),
            ["ConnectionStrings:messaging"] = rabbit.ConnectionString,
            ["Pdf:TimeLimit"] = "00:01:00",
        });
        _host.StartServer();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Documents_and_their_versions_are_listed_newest_first()
    {
        var first = await AddAsync(Owner, "first", SampleCvs.Nurse);
        var second = await AddAsync(Owner, "second", SampleCvs.Minimal, SampleCvs.Engineer);

        var documents = (await JsonAsync(""))["documents"]!.AsArray();
        documents.Select(document => (string)document!["id"]!).ShouldBe([$"{second}", $"{first}"]);
        documents[0]!.AsObject().Select(field => field.Key).ShouldBe(
            ["id", "user_id", "doc_type", "title", "slug", "mongo_document_id", "current_version", "template_code", "created_at", "updated_at"]);

        var one = await JsonAsync($"/{second}");
        ((string)one["template_code"]!).ShouldBe("modern");
        ((string)one["cv_data"]!["personal_info"]!["full_name"]!).ShouldBe(SampleCvs.Engineer.PersonalInfo.FullName);
        (await JsonAsync($"/{second}/versions"))["versions"]!.AsArray().Select(version => (int)version!["version"]!).ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData("pdf", "application/pdf", "%PDF")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    [InlineData("json", "application/json", "{")]
    [InlineData("md", "text/markdown", "# Maria")]
    public async Task A_document_is_exported_in_each_format(string format, string contentType, string beginning)
    {
        var id = await AddAsync(Owner, "my-cv", SampleCvs.Nurse);

        using var client = _host.CreateClient().AsUser(Owner);
        using var response = await client.GetAsync(new Uri($"/api/v1/documents/{id}/export?format={format}&paper=letter", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"my-cv.{format}");
        var file = await response.Content.ReadAsByteArrayAsync();
        System.Text.Encoding.UTF8.GetString(file.AsSpan(0, beginning.Length)).ShouldBe(beginning);
        if (format == "pdf")
        {
            (await PdfTools.PageCountAsync(file)).ShouldBe(1);
            (await PdfTools.InfoAsync(file))["Page size"].ShouldEndWith("(letter)");
            (await PdfTools.FontsAsync(file)).ShouldAllBe(font => font.Embedded);
            (await PdfTools.LinksAsync(file)).ShouldContain("mailto:maria.oliveira@example.org");
        }
    }

    [Fact]
    public async Task An_earlier_version_is_exported_when_it_is_named()
    {
        var id = await AddAsync(Owner, "my-cv", SampleCvs.Minimal, SampleCvs.Nurse);

        using var client = _host.CreateClient().AsUser(Owner);
        (await client.GetStringAsync(new Uri($"/api/v1/documents/{id}/export?format=md&version=1", UriKind.Relative))).ShouldStartWith("# Amina Yusuf");
        (await StatusAsync(Owner, $"/{id}/export?format=md&version=9")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/export?format=odt")]
    [InlineData("/export?format=pdf&template=fancy")]
    [InlineData("/export?format=pdf&paper=a5")]
    [InlineData("/export?version=one")]
    [InlineData("/preview?template=fancy")]
    public async Task What_is_unknown_is_400_in_the_shape_of_this_api(string path)
    {
        var id = await AddAsync(Owner, "my-cv", SampleCvs.Minimal);

        using var client = _host.CreateClient().AsUser(Owner);
        using var response = await client.GetAsync(new Uri($"/api/v1/documents/{id}{path}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject().Select(member => member.Key).ShouldBe(["error"]);
    }

    [Fact]
    public async Task Somebody_elses_document_is_not_found_and_stays()
    {
        var id = await AddAsync(Owner, "my-cv", SampleCvs.Minimal);

        foreach (var path in new[] { "", "/versions", "/export?format=md", "/preview" })
            (await StatusAsync(8, $"/{id}{path}")).ShouldBe(HttpStatusCode.NotFound);
        using var stranger = _host.CreateClient().AsUser(8);
        (await stranger.DeleteAsync(new Uri($"/api/v1/documents/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(Owner, $"/{id}")).ShouldBe(HttpStatusCode.OK);

        using var owner = _host.CreateClient().AsUser(Owner);
        (await owner.DeleteAsync(new Uri($"/api/v1/documents/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(Owner, $"/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_runs_nothing_and_shows_text_as_text()
    {
        var id = await AddAsync(Owner, "my-cv", SampleCvs.Minimal with { Summary = "<script>alert(1)</script>" });

        using var client = _host.CreateClient().AsUser(Owner);
        using var response = await client.GetAsync(new Uri($"/api/v1/documents/{id}/preview?template=professional", UriKind.Relative));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'; style-src 'self'");
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldContain("&lt;script&gt;alert(1)");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<style");
        (await client.GetStringAsync(new Uri("/api/v1/documents/templates/professional.css", UriKind.Relative))).ShouldContain("@page");
    }

    private async Task<HttpStatusCode> StatusAsync(int user, string path)
    {
        using var client = _host.CreateClient().AsUser(user);
        using var response = await client.GetAsync(new Uri("/api/v1/documents" + path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<JsonNode> JsonAsync(string path)
    {
        using var client = _host.CreateClient().AsUser(Owner);
        return JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/documents" + path, UriKind.Relative)))!;
    }

    private async Task<long> AddAsync(int user, string slug, params IReadOnlyList<Cv> versions)
    {
        await using var connection = await _host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO documents (user_id, doc_type, title, slug, mongo_document_id, current_version, template_code, created_at, updated_at)
            VALUES (@user, 'cv', 'My cv', @slug, substr(md5(random()::text), 1, 24), @count, 'modern', now(), now()) RETURNING id
            """,
            new { user, slug, count = versions.Count });
        foreach (var (cv, index) in versions.Select((cv, index) => (cv, index)))
        {
            await connection.ExecuteAsync(
                "INSERT INTO document_versions (document_id, version, title, template_code, cv_data, created_at) VALUES (@id, @version, 'My cv', 'modern', @data::jsonb, now())",
                new { id, version = index + 1, data = CvJson.Write(cv) });
        }

        return id;
    }
}
