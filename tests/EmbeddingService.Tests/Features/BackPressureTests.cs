using System.Net;
using System.Net.Http.Json;
using EmbeddingService.Contracts;
using EmbeddingService.Models;
using EmbeddingService.Tests.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Json;
using Shouldly;
using Testing;
using Testing.Models;
using Xunit;

namespace EmbeddingService.Tests.Features;

/// <summary>The service on an ONNX model, with room for few texts.</summary>
public sealed class BackPressureTests(PostgresServer postgres, RabbitMqServer rabbit)
{
    [Fact]
    public async Task A_request_that_the_model_has_no_room_for_is_503_with_the_time_to_come_back()
    {
        await using var resumes = new ResumeServiceDouble();
        await resumes.StartAsync();
        resumes.Put(resumeId: 1, userId: 7, revision: 1, "Writes code with the team");
        await using var host = new ServiceHost<ServiceMarker>(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:embeddingdb"] = await postgres.CreateDatabaseAsync("embedding"),
            ["ConnectionStrings:messaging"] = await rabbit.CreateVirtualHostAsync("back-pressure"),
            ["services:resume:http:0"] = resumes.Address.ToString(),
            ["Embedding:ModelPath"] = RandomMiniLm.Folder,
            ["Embedding:Threads"] = "1",
            ["Embedding:QueueCapacity"] = "1",
        });
        host.StartServer();
        using var client = host.CreateClient().AsService();
        var model = host.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        var request = new ChunkSearchRequest(7, 1, ["code"], 1);
        (await client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var end = new CancellationTokenSource();
        var busy = model.EmbedAsync(Enumerable.Repeat(string.Concat(Enumerable.Repeat("work with the team ", 64)), 2000), end.Token);
        using var refused = await client.PostAsJsonAsync("/internal/search", request, PlatformJson.Internal);
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => busy);
        using var answered = await client.PostAsJsonAsync("/internal/search", request, PlatformJson.Internal);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answered.Content.ReadFromJsonAsync<ChunkSearchResponse>(PlatformJson.Internal))!.Hits.ShouldHaveSingleItem().ShouldHaveSingleItem();
    }
}
