using System.Net;
using System.Text.Json;
using EmbeddingService.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Features;

[Collection(nameof(RunningEmbeddingService))]
public sealed class ExportUserTests(RunningEmbeddingService service)
{
    [Fact]
    public async Task The_export_says_which_resumes_of_the_user_are_indexed_and_by_what()
    {
        var (user, resume, other) = (service.NewId(), service.NewId(), service.NewId());
        service.Resumes.Put(resume, user, revision: 3, "one", "two");
        service.Resumes.Put(other, service.NewId(), revision: 1, "foreign");
        await service.RequestIndexAsync(user, resume, revision: 3);

        using var platform = service.Host.CreateClient().AsService();
        var export = JsonDocument.Parse(await platform.GetStringAsync(Of(user))).RootElement;

        var index = export.GetProperty("indexes").EnumerateArray().ShouldHaveSingleItem();
        index.GetProperty("resume_id").GetInt64().ShouldBe(resume);
        index.GetProperty("revision").GetInt32().ShouldBe(3);
        index.GetProperty("chunk_count").GetInt32().ShouldBe(2);
        index.GetProperty("model").GetString().ShouldNotBeNullOrEmpty();
        index.GetProperty("indexed_at").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        JsonDocument.Parse(await platform.GetStringAsync(Of(service.NewId()))).RootElement.GetProperty("indexes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task No_users_token_opens_the_export()
    {
        var user = service.NewId();
        using var client = service.Host.CreateClient().AsUser(user);
        using var response = await client.GetAsync(Of(user));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Uri Of(long user) => new($"/internal/users/{user}/export", UriKind.Relative);
}
