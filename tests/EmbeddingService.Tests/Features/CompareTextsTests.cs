using System.Net;
using System.Net.Http.Json;
using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using ServiceDefaults.Json;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Features;

[Collection(nameof(RunningEmbeddingService))]
public sealed class CompareTextsTests(RunningEmbeddingService service)
{
    [Fact]
    public async Task Every_left_text_is_compared_with_every_right_one()
    {
        using var response = await service.PostAsync("/internal/texts/compare", new TextComparisonRequest(["an index speeds up reads", "..."], ["an index speeds up reads", "reading gets faster with an index", "I like cats"]));

        var answer = (await response.Content.ReadFromJsonAsync<TextComparisonResponse>(PlatformJson.Internal))!;
        answer.Model.ShouldStartWith("static-");
        answer.Cosine.Select(row => row.Count).ShouldBe([3, 3]);
        answer.Cosine[0][0].ShouldBe(1, 1e-5);
        answer.Cosine[0][1].ShouldBeInRange(answer.Cosine[0][2] + 0.2, 0.999);
        answer.Coverage[0][0].ShouldBe(1, 1e-5);
        answer.Coverage[0][1].ShouldBeInRange(answer.Coverage[0][2] + 0.1, 0.999);
        answer.Cosine[1].Concat(answer.Coverage[1]).ShouldAllBe(figure => figure == 0);
    }

    [Fact]
    public async Task A_request_outside_the_limits_is_refused()
    {
        object[] requests =
        [
            new { left = Array.Empty<string>(), right = new[] { "a" } },
            new { left = new[] { "a" } },
            new { left = new string?[] { null }, right = new[] { "a" } },
            new TextComparisonRequest([.. Enumerable.Repeat("a", 65)], ["a"]),
            new TextComparisonRequest(["a"], [.. Enumerable.Repeat("a", 257)]),
            new TextComparisonRequest(["a"], [new string('a', 10_001)]),
        ];
        foreach (var request in requests)
        {
            using var response = await service.PostAsync("/internal/texts/compare", request);
            await SearchChunksTests.ShouldBeProblemAsync(response, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Only_services_of_the_platform_may_ask()
    {
        using var user = service.Host.CreateClient().AsUser(service.NewId());
        using var response = await user.PostAsJsonAsync("/internal/texts/compare", new TextComparisonRequest(["a"], ["a"]));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
