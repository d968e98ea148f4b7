using System.Net;
using System.Net.Http.Json;
using System.Numerics.Tensors;
using System.Text;
using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using ServiceDefaults.Json;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Features;

[Collection(nameof(RunningEmbeddingService))]
public sealed class EmbedTextsTests(RunningEmbeddingService service)
{
    [Fact]
    public async Task Each_text_has_a_unit_vector_in_its_place()
    {
        using var response = await service.PostAsync("/internal/embed", new TextEmbeddingRequest(["Kafka pipelines", "Kafka pipelines", "mountain climbing", ""]));

        var answer = (await response.Content.ReadFromJsonAsync<TextEmbeddingResponse>(PlatformJson.Internal))!;
        answer.Model.ShouldNotBeNullOrEmpty();
        var vectors = answer.Vectors.Select(vector => vector.ToArray()).ToArray();
        vectors.Length.ShouldBe(4);
        vectors.ShouldAllBe(vector => vector.Length == 384);
        vectors[0].ShouldBe(vectors[1]);
        TensorPrimitives.Norm(vectors[2]).ShouldBe(1, 1e-4f);
        TensorPrimitives.Dot(vectors[0], vectors[2]).ShouldBeLessThan(TensorPrimitives.Dot(vectors[0], vectors[1]));
    }

    [Theory]
    [InlineData("""{"texts":[]}""")]
    [InlineData("""{}""")]
    [InlineData("""{"texts":["a",null]}""")]
    [InlineData("""{"texts":"a"}""")]
    [InlineData("""{"texts":[""")]
    [InlineData("null")]
    public async Task A_request_outside_the_limits_is_refused(string body)
    {
        using var client = service.Host.CreateClient().AsService();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(new Uri("/internal/embed", UriKind.Relative), content);

        await SearchChunksTests.ShouldBeProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task More_texts_or_longer_ones_than_allowed_are_refused()
    {
        using var tooMany = await service.PostAsync("/internal/embed", new TextEmbeddingRequest([.. Enumerable.Repeat("a", 257)]));
        await SearchChunksTests.ShouldBeProblemAsync(tooMany, HttpStatusCode.BadRequest);

        using var tooLong = await service.PostAsync("/internal/embed", new TextEmbeddingRequest([new string('a', 10_001)]));
        await SearchChunksTests.ShouldBeProblemAsync(tooLong, HttpStatusCode.BadRequest);
    }
}
