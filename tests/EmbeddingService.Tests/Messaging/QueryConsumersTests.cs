using EmbeddingService.Contracts;
using EmbeddingService.Tests.Running;
using MassTransit;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Messaging;

/// <summary>Requests on the bus are answered as those over HTTP.</summary>
[Collection(nameof(RunningEmbeddingService))]
public sealed class QueryConsumersTests(RunningEmbeddingService service)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly long _user = service.NewId();
    private readonly long _resume = service.NewId();

    [Fact]
    public async Task A_search_finds_the_nearest_chunk()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "Kafka pipelines and stream processing", "Choir, climbing and photography");

        var answer = await AskAsync<ChunkSearchRequest, ChunkSearchResponse>(new ChunkSearchRequest(_user, _resume, ["stream processing with Kafka"], Top: 1));

        answer.Message.Hits.Single().Single().ChunkNumber.ShouldBe(0);
    }

    [Fact]
    public async Task A_search_goes_by_words_as_well_as_by_meaning()
    {
        string[] chunks = ["Moved data centres to virtual servers hosted by Amazon and Google.", "Sang in a choir.", "Tools: Zabbix, Puppet, OpenNebula, Ceph, Bacula."];
        service.Resumes.Put(_resume, _user, revision: 1, chunks);

        var answer = await AskAsync<ChunkSearchRequest, ChunkSearchResponse>(new ChunkSearchRequest(_user, _resume, ["cloud computing with OpenNebula"], Top: 1));

        answer.Message.Hits.Single().Single().Text.ShouldBe(chunks[2]);
    }

    [Fact]
    public async Task Texts_are_embedded()
    {
        var answer = await AskAsync<TextEmbeddingRequest, TextEmbeddingResponse>(new TextEmbeddingRequest(["one", "two"]));

        answer.Message.Vectors.Select(vector => vector.Count).ShouldBe([384, 384]);
    }

    [Fact]
    public async Task A_job_description_is_compared()
    {
        service.Resumes.Put(_resume, _user, revision: 1, "Kafka pipelines and stream processing in Java");

        var answer = await AskAsync<ResumeSimilarityRequest, ResumeSimilarityResponse>(new ResumeSimilarityRequest(_user, _resume, 1, "Java engineer for Kafka pipelines"));

        answer.Message.Similarity.ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task A_request_outside_the_limits_is_refused_in_words()
    {
        var client = service.Bus.CreateRequestClient<ChunkSearchRequest>(Patience);

        var answer = await client.GetResponse<ChunkSearchResponse, RequestRefused>(new ChunkSearchRequest(_user, _resume, [], Top: 1));

        answer.Is(out Response<RequestRefused>? refused).ShouldBeTrue();
        refused!.Message.Status.ShouldBe(400);
        refused.Message.Message.ShouldNotBeNull().ShouldContain("queries");
    }

    private Task<Response<TAnswer>> AskAsync<TRequest, TAnswer>(TRequest request)
        where TRequest : class
        where TAnswer : class => service.Bus.CreateRequestClient<TRequest>(Patience).GetResponse<TAnswer>(request);
}
