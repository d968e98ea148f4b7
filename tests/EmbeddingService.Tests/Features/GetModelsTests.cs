using System.Net;
using System.Text.Json;
using EmbeddingService.Tests.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Features;

[Collection(nameof(RunningEmbeddingService))]
public sealed class GetModelsTests(RunningEmbeddingService service)
{
    private static readonly Uri Models = new("/api/embedding/models", UriKind.Relative);

    [Fact]
    public async Task Says_what_embeds_and_what_holds_the_vectors()
    {
        var (user, resume) = (service.NewId(), service.NewId());
        service.Resumes.Put(resume, user, revision: 1, "one", "two");
        await service.RequestIndexAsync(user, resume, revision: 1);
        using var client = service.Host.CreateClient().AsUser(user);

        var answer = JsonDocument.Parse(await client.GetStringAsync(Models)).RootElement;

        var metadata = service.Host.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GetRequiredService<EmbeddingGeneratorMetadata>();
        answer.GetProperty("model").GetString().ShouldNotBeNullOrEmpty();
        answer.GetProperty("version").GetString().ShouldBe(metadata.DefaultModelId);
        answer.GetProperty("dimensions").GetInt32().ShouldBe(384);
        answer.GetProperty("queue").GetProperty("length").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
        var store = answer.GetProperty("store");
        store.GetProperty("kind").GetString().ShouldBe("postgres");
        store.GetProperty("resumes").GetInt32().ShouldBeGreaterThan(0);
        store.GetProperty("chunks").GetInt64().ShouldBeGreaterThan(1);
        store.GetProperty("outdated").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Only_who_is_signed_in_may_ask()
    {
        using var anonymous = service.Host.CreateClient();
        using var response = await anonymous.GetAsync(Models);
        await SearchChunksTests.ShouldBeProblemAsync(response, HttpStatusCode.Unauthorized);

        using var post = await service.Host.CreateClient().AsUser(1).PostAsync(Models, content: null);
        await SearchChunksTests.ShouldBeProblemAsync(post, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Is_part_of_the_public_description()
    {
        using var client = service.Host.CreateClient();

        (await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).ShouldContain("/api/embedding/models");
    }
}
