using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Features;

[Collection(nameof(RunningEmbeddingService))]
public sealed class SearchChunksTests(RunningEmbeddingService service)
{
    private readonly long _user = service.NewId();
    private readonly long _resume = service.NewId();

    [Fact]
    public async Task The_best_chunk_of_each_query_comes_first_and_is_relevant()
    {
        service.Resumes.Put(
            _resume,
            _user,
            revision: 1,
            "Designed PostgreSQL schemas and tuned slow SQL queries for the billing system.",
            "Trained image classifiers in PyTorch and deployed them with Triton.",
            "Organised the annual climbing trip and sang in a choir.");

        var answer = await service.SearchAsync(_user, _resume, "tune slow SQL queries in PostgreSQL", "train models with PyTorch", "zebra husbandry");

        answer.Hits.Count.ShouldBe(3);
        answer.Hits[0][0].ChunkNumber.ShouldBe(0);
        answer.Hits[0][0].Relevance.ShouldBeGreaterThan(0.5);
        answer.Hits[1][0].Text.ShouldStartWith("Trained image classifiers");
        answer.Hits[2].ShouldAllBe(hit => hit.Relevance < 0.5);
    }

    [Fact]
    public async Task A_chunk_that_has_the_very_words_comes_before_one_that_means_about_the_same()
    {
        service.Resumes.Put(
            _resume,
            _user,
            revision: 1,
            "Moved data centres to virtual servers hosted by Amazon and Google.",
            "Organised the annual climbing trip and sang in a choir.",
            "Tools: Zabbix, Puppet, OpenNebula, Ceph, Bacula, HAProxy and the usual scripts.");

        var hits = (await service.SearchAsync(_user, _resume, "cloud computing with OpenNebula")).Hits.Single();

        hits[0].ChunkNumber.ShouldBe(2);
        // The score stays that of the meaning alone.
        hits[0].Score.ShouldBeLessThan(hits.Single(hit => hit.ChunkNumber == 0).Score);
    }

    [Fact]
    public async Task Other_peoples_chunks_are_never_found()
    {
        var stranger = service.NewId();
        service.Resumes.Put(_resume, _user, revision: 1, "the owner's own secret sauce");
        await service.RequestIndexAsync(_user, _resume, revision: 1);

        (await service.SearchAsync(stranger, _resume, "secret sauce")).Hits.Single().ShouldBeEmpty();
        (await service.SearchAsync(_user, _resume, "secret sauce")).Hits.Single().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_resume_that_is_not_indexed_yet_is_indexed_first()
    {
        service.Resumes.Put(_resume, _user, revision: 2, "never announced");

        (await service.SearchAsync(_user, _resume, "never announced")).Hits.Single().Single().Text.ShouldBe("never announced");
    }

    [Fact]
    public async Task An_indexed_resume_is_searched_while_ResumeService_is_down()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "still here");
        await service.RequestIndexAsync(_user, _resume, revision: 1);
        service.Resumes.Before(_resume, () => Task.FromResult(500));

        (await service.SearchAsync(_user, _resume, "here")).Hits.Single().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_index_and_without_ResumeService_the_answer_is_503()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "unreachable");
        service.Resumes.Before(_resume, () => Task.FromResult(500));

        using var response = await service.PostAsync("/internal/search", new ChunkSearchRequest(_user, _resume, ["query"], Top: 1));

        await ShouldBeProblemAsync(response, HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("""{"userId":1,"resumeId":1,"queries":[],"top":3}""")]
    [InlineData("""{"userId":1,"resumeId":1,"top":3}""")]
    [InlineData("""{"userId":1,"resumeId":1,"queries":[null],"top":3}""")]
    [InlineData("""{"userId":1,"resumeId":1,"queries":["a"],"top":0}""")]
    [InlineData("""{"userId":1,"resumeId":1,"queries":["a"],"top":51}""")]
    [InlineData("""{"userId":0,"resumeId":1,"queries":["a"],"top":3}""")]
    [InlineData("""{"userId":1,"resumeId":-1,"queries":["a"],"top":3}""")]
    [InlineData("""{"userId":"one","resumeId":1,"queries":["a"],"top":3}""")]
    [InlineData("""{"userId":1,""")]
    [InlineData("null")]
    public async Task A_request_outside_the_limits_is_refused(string body)
    {
        using var client = service.Host.CreateClient().AsService();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(new Uri("/internal/search", UriKind.Relative), content);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task More_queries_or_longer_ones_than_allowed_are_refused()
    {
        using var tooMany = await service.PostAsync("/internal/search", new ChunkSearchRequest(1, 1, [.. Enumerable.Repeat("a", 33)], Top: 1));
        await ShouldBeProblemAsync(tooMany, HttpStatusCode.BadRequest);

        using var tooLong = await service.PostAsync("/internal/search", new ChunkSearchRequest(1, 1, [new string('a', 10_001)], Top: 1));
        await ShouldBeProblemAsync(tooLong, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/internal/search")]
    [InlineData("/internal/embed")]
    [InlineData("/internal/similarity")]
    public async Task Only_services_of_the_platform_may_ask(string path)
    {
        using var anonymous = service.Host.CreateClient();
        using var user = service.Host.CreateClient().AsUser(_user);
        using var withoutToken = await anonymous.PostAsJsonAsync(path, new { userId = _user, resumeId = _resume });
        using var withUserToken = await user.PostAsJsonAsync(path, new { userId = _user, resumeId = _resume });

        await ShouldBeProblemAsync(withoutToken, HttpStatusCode.Unauthorized);
        await ShouldBeProblemAsync(withUserToken, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_internal_routes_are_no_part_of_the_public_description()
    {
        using var client = service.Host.CreateClient();

        (await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).ShouldNotContain("/internal");
    }

    [Fact]
    public async Task The_service_reports_itself_healthy()
    {
        using var client = service.Host.CreateClient();
        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    internal static async Task ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["status"]!.GetValue<int>().ShouldBe((int)status);
    }
}
