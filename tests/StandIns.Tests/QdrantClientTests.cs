using Grpc.Core;
using Qdrant.Client;
using Qdrant.Client.Grpc;
using Shouldly;
using Testing.Doubles.Qdrant;
using Testing.Servers;
using Xunit;

namespace StandIns.Tests;

/// <summary>Qdrant.Client: requests as Qdrant's OpenAPI description has them, answers as messages, errors as gRPC's codes.</summary>
public sealed class QdrantClientTests : IAsyncLifetime
{
    private const string Name = "chunks of résumés";
    private readonly QdrantDouble _qdrant = new(apiKey: "secret");
    private QdrantClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        await _qdrant.StartAsync();
        _client = new QdrantClient(_qdrant.Address, "secret", TimeSpan.FromSeconds(5));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _qdrant.DisposeAsync();
        _qdrant.NotAsDescribed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collection_is_made_described_and_deleted()
    {
        (await _client.CollectionExistsAsync(Name)).ShouldBeFalse();
        await CreateAsync();
        (await _client.CreatePayloadIndexAsync(Name, "user", PayloadSchemaType.Integer)).Status.ShouldBe(UpdateStatus.Completed);

        (await _client.CollectionExistsAsync(Name)).ShouldBeTrue();
        var info = await _client.GetCollectionInfoAsync(Name);
        info.Status.ShouldBe(CollectionStatus.Green);
        info.Config!.Params!.VectorsConfig!.Params!.Size.ShouldBe(3ul);
        info.Config.Params.VectorsConfig.Params.Distance.ShouldBe(Distance.Dot);
        info.PayloadSchema["user"].DataType.ShouldBe(PayloadSchemaType.Integer);
        (await CodeAsync(CreateAsync)).ShouldBe(StatusCode.AlreadyExists);

        await _client.DeleteCollectionAsync(Name, TimeSpan.FromSeconds(3));
        (await _client.CollectionExistsAsync(Name)).ShouldBeFalse();
        await Should.ThrowAsync<QdrantException>(() => _client.DeleteCollectionAsync(Name));
    }

    [Fact]
    public async Task Points_come_back_as_they_were_stored()
    {
        await CreateAsync();
        var id = Guid.NewGuid();
        var point = new PointStruct
        {
            Id = id,
            Vectors = new[] { 0.1f, -2.5e-7f, float.Epsilon },
            Payload = { ["text"] = "„quoted“ \n 第一 \ud83d\ude00", ["user"] = long.MaxValue, ["share"] = 0.25, ["current"] = true },
        };
        point.Payload["tags"] = new Value { ListValue = new ListValue { Values = { (Value)"a", (Value)2L } } };

        (await _client.UpsertAsync(Name, [point])).Status.ShouldBe(UpdateStatus.Completed);
        (await _client.UpsertAsync(Name, [new PointStruct { Id = 7ul, Vectors = new[] { 1f, 0, 0 } }], wait: false)).Status.ShouldBe(UpdateStatus.Acknowledged);

        (await _client.CountAsync(Name)).ShouldBe(2ul);
        var read = (await _client.ScrollAsync(Name, Conditions.HasId(id), vectorsSelector: true)).Result.Single();
        read.Id.Uuid.ShouldBe(id.ToString());
        read.Vectors!.Vector!.GetDenseVector()!.Data.ShouldBe([0.1f, -2.5e-7f, float.Epsilon]);
        read.Payload["text"].StringValue.ShouldBe("„quoted“ \n 第一 \ud83d\ude00");
        read.Payload["user"].IntegerValue.ShouldBe(long.MaxValue);
        read.Payload["share"].DoubleValue.ShouldBe(0.25);
        read.Payload["current"].BoolValue.ShouldBeTrue();
        read.Payload["tags"].ListValue!.Values.Select(value => value.KindCase).ShouldBe([Value.KindOneofCase.StringValue, Value.KindOneofCase.IntegerValue]);
    }

    [Fact]
    public async Task The_nearest_points_come_first_with_what_was_asked_for()
    {
        await CreateAsync();
        await PutAsync((1, [1, 0, 0]), (2, [0, 1, 0]), (3, [0.5f, 0.5f, 0]));

        var hits = await _client.QueryAsync(
            Name, new[] { 1f, 0.1f, 0 }, scoreThreshold: 0.2f, searchParams: new SearchParams { Exact = true }, limit: 2, payloadSelector: new[] { "number" });

        hits.Select(hit => hit.Id.Num).ShouldBe([1ul, 3ul]);
        hits[0].Score.ShouldBe(1);
        hits[0].Payload.Keys.ShouldBe(["number"]);
        hits[0].Vectors.ShouldBeNull();
    }

    [Fact]
    public async Task Several_queries_in_one_call_are_answered_in_order()
    {
        await CreateAsync();
        await PutAsync((1, [1, 0, 0]), (2, [0, 1, 0]));

        var answers = await _client.QueryBatchAsync(Name,
        [
            new QueryPoints { CollectionName = Name, Query = new[] { 0f, 1, 0 }, Limit = 1, WithVectors = true },
            new QueryPoints { CollectionName = Name, Query = new[] { 1f, 0, 0 }, Limit = 2, Filter = !Conditions.Match("number", 1) },
        ]);

        answers[0].Result.Single().Vectors!.Vector!.Dense!.Data.ShouldBe([0, 1, 0]);
        answers[1].Result.Single().Id.Num.ShouldBe(2ul);
    }

    [Fact]
    public async Task Filters_choose_what_is_counted_and_deleted()
    {
        await CreateAsync();
        await PutAsync([.. Enumerable.Range(1, 6).Select(number => (number, new float[] { 1, 0, 0 }))]);

        (await _client.CountAsync(Name, Conditions.Match("number", 1) | Conditions.Match("number", 2))).ShouldBe(2ul);
        (await _client.CountAsync(Name, Conditions.Match("even", true) & !Conditions.Match("number", 4))).ShouldBe(2ul);
        (await _client.CountAsync(Name, Conditions.MatchKeyword("name", "point 3"))).ShouldBe(1ul);
        await _client.DeleteAsync(Name, Conditions.Match("even", true));
        (await _client.CountAsync(Name)).ShouldBe(3ul);
    }

    [Fact]
    public async Task Scrolling_gives_every_point_once()
    {
        await CreateAsync();
        await _client.UpsertAsync(Name, [.. Enumerable.Range(0, 25).Select(_ => new PointStruct { Id = Guid.NewGuid(), Vectors = new[] { 1f, 0, 0 } })]);

        var seen = new List<string>();
        PointId? next = null;
        do
        {
            var page = await _client.ScrollAsync(Name, limit: 10, offset: next);
            page.Result.Count.ShouldBeLessThanOrEqualTo(10);
            seen.AddRange(page.Result.Select(point => point.Id.Uuid));
            next = page.NextPageOffset;
        }
        while (next is not null);

        seen.Count.ShouldBe(25);
        seen.Distinct().Count().ShouldBe(25);
    }

    [Fact]
    public async Task Errors_have_the_codes_of_grpc()
    {
        (await CodeAsync(() => _client.CountAsync(Name))).ShouldBe(StatusCode.NotFound);
        await CreateAsync();
        (await CodeAsync(() => _client.UpsertAsync(Name, [new PointStruct { Id = 1ul, Vectors = new[] { 1f } }]))).ShouldBe(StatusCode.InvalidArgument);
        var refused = await Should.ThrowAsync<RpcException>(() => _client.QueryAsync(Name, new[] { 1f }));
        refused.Status.Detail.ShouldContain("expected dim: 3, got 1");

        using var stranger = new QdrantClient(_qdrant.Address, "guess");
        (await CodeAsync(() => stranger.CollectionExistsAsync(Name))).ShouldBe(StatusCode.Unauthenticated);
        using var nobody = new QdrantClient("127.0.0.1", LocalProcess.FreePort());
        (await CodeAsync(() => nobody.HealthAsync())).ShouldBe(StatusCode.Unavailable);
        foreach (var (status, code) in new[] { (500, StatusCode.Internal), (503, StatusCode.Unavailable), (429, StatusCode.ResourceExhausted), (403, StatusCode.PermissionDenied) })
        {
            _qdrant.Before = _ => Task.FromResult(status);
            (await CodeAsync(() => _client.CountAsync(Name))).ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_call_ends_with_its_token_and_with_its_limit()
    {
        var silence = new TaskCompletionSource<int>();
        _qdrant.Before = _ => silence.Task;
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var impatient = new QdrantClient(_qdrant.Address, "secret", TimeSpan.FromMilliseconds(200));

        (await CodeAsync(() => _client.HealthAsync(patience.Token))).ShouldBe(StatusCode.Cancelled);
        (await CodeAsync(() => impatient.HealthAsync())).ShouldBe(StatusCode.DeadlineExceeded);
        silence.SetResult(200);
    }

    [Fact]
    public async Task The_server_says_who_it_is() => (await _client.HealthAsync()).Version.ShouldStartWith("1.");

    private static async Task<StatusCode> CodeAsync(Func<Task> call) => (await Should.ThrowAsync<RpcException>(call)).StatusCode;

    private Task CreateAsync() => _client.CreateCollectionAsync(Name, new VectorParams { Size = 3, Distance = Distance.Dot });

    private Task PutAsync(params (int Number, float[] Vector)[] points) => _client.UpsertAsync(Name, [.. points.Select(point => new PointStruct
    {
        Id = (ulong)point.Number,
        Vectors = point.Vector,
        Payload = { ["number"] = (long)point.Number, ["name"] = $"point {point.Number}", ["even"] = point.Number % 2 == 0 },
    })]);
}
