using Dapper;
using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Qdrant.Client;
using Qdrant.Client.Grpc;
using Shouldly;
using Testing;
using Testing.Doubles.Qdrant;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class QdrantChunkStoreTests(QdrantChunkStoreTests.Stores stores) : ChunkStoreConformance, IClassFixture<QdrantChunkStoreTests.Stores>, IDisposable
{
    protected override IChunkStore Store => stores.Store;

    protected override Task<int> CountAnnouncedAsync(long resumeId) => stores.CountAnnouncedAsync(resumeId);

    public void Dispose() => stores.Qdrant.NotAsDescribed.ShouldBeEmpty();

    [Fact]
    public async Task The_collection_has_indexes_on_what_filters_name()
    {
        var info = await stores.Client.GetCollectionInfoAsync(stores.Collection.Name);

        info.PayloadSchema.Select(field => (field.Key, field.Value.DataType)).ShouldBe(
            [("user", PayloadSchemaType.Integer), ("resume", PayloadSchemaType.Integer)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_collection_for_other_vectors_is_refused()
    {
        await stores.Client.CreateCollectionAsync("strange_3", new VectorParams { Size = 3, Distance = Distance.Cosine });

        await Should.ThrowAsync<InvalidOperationException>(() =>
            new QdrantCollection(stores.Client, "strange", 3, stores.Source, NullLogger<QdrantCollection>.Instance).EnsureAsync(default));
    }

    [Fact]
    public async Task Points_go_in_batches_of_a_hundred()
    {
        var before = stores.Qdrant.Calls.Count(call => call.StartsWith("PUT", StringComparison.Ordinal));

        await PutAsync(revision: 1, [.. Enumerable.Range(0, 230).Select(number => Chunk(number, "text", 1, 0, 0))]);

        // Others may write meanwhile, never less.
        (stores.Qdrant.Calls.Count(call => call.StartsWith("PUT", StringComparison.Ordinal)) - before).ShouldBeGreaterThanOrEqualTo(3);
        stores.Points(ResumeId).Count.ShouldBe(230);
    }

    [Fact]
    public async Task Nothing_of_an_earlier_revision_or_of_an_erased_resume_stays_in_Qdrant()
    {
        await PutAsync(revision: 1, Chunk(0, "old", 1, 0, 0), Chunk(1, "old", 1, 0, 0));
        await PutAsync(revision: 2, Chunk(0, "new", 1, 0, 0));
        stores.Points(ResumeId).ShouldBe(["new"]);

        await Store.EraseResumeAsync(UserId, ResumeId, Now, default);

        stores.Points(ResumeId).ShouldBeEmpty();
        (await LeftoversAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_writer_that_died_between_Qdrant_and_the_commit_leaves_the_earlier_index_and_no_points()
    {
        await PutAsync(revision: 1, Chunk(0, "old", 1, 0, 0));
        // What the dead writer did: noted its points, stored two, and committed nothing.
        var dead = Index(revision: 2, 3);
        await NoteAsync(dead);
        await stores.Client.UpsertAsync(stores.Collection.Name, [ChunkPoints.Of(dead, Chunk(0, "half", 1, 0, 0)), ChunkPoints.Of(dead, Chunk(1, "half", 1, 0, 0))]);

        (await SearchAsync(UserId, ResumeId, Model, top: 5)).Select(hit => hit.Text).ShouldBe(["old"]);
        await stores.Store.ClearLeftoversAsync(UserId, default);

        stores.Points(ResumeId).ShouldBe(["old"]);
        (await LeftoversAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_work_of_a_writer_that_died_is_done_again_exactly_once()
    {
        var index = Index(revision: 1, 2);
        await NoteAsync(index);
        await stores.Client.UpsertAsync(stores.Collection.Name, [ChunkPoints.Of(index, Chunk(0, "first", 1, 0, 0))]);

        (await Store.ReplaceAsync(index, [Chunk(0, "first", 1, 0, 0), Chunk(1, "second", 0, 1, 0)], default)).ShouldBeTrue();
        await stores.Store.ClearLeftoversAsync(UserId, default);

        stores.Points(ResumeId).Count.ShouldBe(2);
        (await Store.ReadAsync(UserId, ResumeId, Model, default)).Select(chunk => chunk.Text).ShouldBe(["first", "second"]);
        (await CountAnnouncedAsync(ResumeId)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_erased_while_Qdrant_is_down_is_gone_at_once_and_from_Qdrant_later()
    {
        await using var qdrant = new QdrantDouble();
        await qdrant.StartAsync();
        var (store, collection) = await stores.OpenAsync(qdrant);
        (await store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
        await qdrant.StopAsync();

        await store.EraseUserAsync(UserId, Now, default);

        (await store.FindAsync(UserId, ResumeId, default)).ShouldBeNull();
        (await store.SearchAsync(UserId, ResumeId, Model, [Vector(1, 0, 0)], top: 1, default)).Single().ShouldBeEmpty();
        qdrant.Payloads(collection.Name).Count.ShouldBe(1);
        await qdrant.StartAsync();
        await store.ClearLeftoversAsync(UserId, default);
        qdrant.Payloads(collection.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_changes_nothing_and_is_written_later()
    {
        await using var qdrant = new QdrantDouble();
        await qdrant.StartAsync();
        var (store, collection) = await stores.OpenAsync(qdrant);
        (await store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "old", 1, 0, 0)], default)).ShouldBeTrue();
        var chunks = Enumerable.Range(0, 150).Select(number => Chunk(number, "new", 1, 0, 0)).ToArray();
        var upserts = 0;
        qdrant.Before = request => Task.FromResult(request.Method == "PUT" && ++upserts == 2 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);

        await Should.ThrowAsync<TimeoutException>(() => store.ReplaceAsync(Index(revision: 2, 150), chunks, default));

        (await store.ReadAsync(UserId, ResumeId, Model, default)).Single().Text.ShouldBe("old");
        (await store.ReplaceAsync(Index(revision: 2, 150), chunks, default)).ShouldBeTrue();
        qdrant.Payloads(collection.Name).Count.ShouldBe(150);
        (await store.ReadAsync(UserId, ResumeId, Model, default)).Count.ShouldBe(150);
        qdrant.NotAsDescribed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Vectors_that_Qdrant_has_lost_are_said_to_be_missing_so_that_they_are_made_again()
    {
        await PutAsync(revision: 1, Chunk(0, "text", 1, 0, 0), Chunk(1, "text", 1, 0, 0));
        await stores.Client.DeleteAsync(stores.Collection.Name, Conditions.Match("resume", ResumeId) & Conditions.Match("number", 1));

        (await SearchAsync(UserId, ResumeId, Model, top: 5)).ShouldBeEmpty();

        (await Store.FindAsync(UserId, ResumeId, default)).ShouldBeNull();
        (await Store.ReplaceAsync(Index(revision: 1, 2), [Chunk(0, "text", 1, 0, 0), Chunk(1, "text", 1, 0, 0)], default)).ShouldBeTrue();
        (await SearchAsync(UserId, ResumeId, Model, top: 5)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_collection_that_is_new_holds_nothing_and_says_so()
    {
        await using var database = await stores.AnotherAsync();
        await using var qdrant = new QdrantDouble();
        await qdrant.StartAsync();
        var (store, collection) = await database.OpenAsync(qdrant);
        (await store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
        qdrant.Wipe();

        await collection.EnsureAsync(default);

        (await store.FindAsync(UserId, ResumeId, default)).ShouldBeNull();
        (await store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Moving_between_the_stores_leaves_each_resume_in_one_of_them()
    {
        var postgres = new PostgresChunkStore(stores.Source, stores.Outbox, new ChunkCache(maxBytes: 1_000_000));
        (await postgres.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
        (await Store.FindAsync(UserId, ResumeId, default)).ShouldBeNull();

        (await Store.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
        (await stores.CountAsync("SELECT count(*)::int FROM chunks WHERE resume_id = $1", ResumeId)).ShouldBe(0);
        (await postgres.FindAsync(UserId, ResumeId, default)).ShouldBeNull();

        (await postgres.ReplaceAsync(Index(revision: 1, 1), [Chunk(0, "text", 1, 0, 0)], default)).ShouldBeTrue();
        (await Store.FindAsync(UserId, ResumeId, default)).ShouldBeNull();
        await stores.Store.ClearLeftoversAsync(UserId, default);
        stores.Points(ResumeId).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Qdrant_holds_is_not_forgotten_when_it_is_erased_without_it()
    {
        await PutAsync(revision: 1, Chunk(0, "text", 1, 0, 0));
        var postgres = new PostgresChunkStore(stores.Source, stores.Outbox, new ChunkCache(maxBytes: 1_000_000));

        await postgres.EraseUserAsync(UserId, Now, default);

        (await LeftoversAsync()).ShouldBe(1);
        await stores.Store.ClearLeftoversAsync(UserId, default);
        stores.Points(ResumeId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Equal_scores_at_the_end_of_a_list_are_settled_by_the_order_of_the_resume()
    {
        await PutAsync(
            revision: 1, [Chunk(0, "best", 2, 0, 0), .. Enumerable.Range(1, 30).Select(number => Chunk(number, "equal", 1, 0, 0)), Chunk(31, "worst", 0, 1, 0)]);

        (await SearchAsync(UserId, ResumeId, Model, top: 3)).Select(hit => hit.Number).ShouldBe([0, 1, 2]);
    }

    private Task<int> LeftoversAsync() => stores.CountAsync("SELECT count(*)::int FROM qdrant_leftovers WHERE user_id = $1", UserId);

    private async Task NoteAsync(ResumeIndexed index)
    {
        await using var connection = await stores.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("INSERT INTO qdrant_leftovers (user_id, resume_id, revision, model) VALUES (@UserId, @ResumeId, @Revision, @Model)", index);
    }

    public sealed class Stores(PostgresServer postgres) : StoreDatabase(postgres)
    {
        private readonly PostgresServer _postgres = postgres;
        private readonly List<QdrantClient> _clients = [];

        internal QdrantDouble Qdrant { get; } = new(apiKey: "key");

        internal QdrantClient Client => _clients[0];

        internal QdrantCollection Collection { get; private set; } = null!;

        internal QdrantChunkStore Store { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await Qdrant.StartAsync();
            (Store, Collection) = await OpenAsync(Qdrant);
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var client in _clients)
                client.Dispose();
            await Qdrant.DisposeAsync();
            await base.DisposeAsync();
        }

        /// <summary>A store on another database.</summary>
        internal async Task<Stores> AnotherAsync()
        {
            var another = new Stores(_postgres);
            await another.InitializeAsync();
            return another;
        }

        /// <summary>A store on this database and another Qdrant.</summary>
        internal async Task<(QdrantChunkStore Store, QdrantCollection Collection)> OpenAsync(QdrantDouble qdrant)
        {
            var (address, key) = ChunkStoreSetup.Read(qdrant.ConnectionString);
            var client = new QdrantClient(address, key, TimeSpan.FromSeconds(10));
            _clients.Add(client);
            var collection = new QdrantCollection(client, "resume_chunks", 3, Source, NullLogger<QdrantCollection>.Instance);
            await collection.EnsureAsync(default);
            return (new QdrantChunkStore(client, collection, Source, Outbox, NullLogger<QdrantChunkStore>.Instance), collection);
        }

        /// <summary>Texts of the points that Qdrant has of a resume.</summary>
        internal IReadOnlyList<string> Points(long resumeId) => [.. Qdrant.Payloads(Collection.Name)
            .Where(payload => payload["resume"]!.GetValue<long>() == resumeId)
            .Select(payload => payload["text"]!.GetValue<string>())];
    }
}
