using EmbeddingService.Chunks;
using Shouldly;
using Testing;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class PostgresChunkStoreTests(PostgresChunkStoreTests.Stores stores) : ChunkStoreConformance, IClassFixture<PostgresChunkStoreTests.Stores>
{
    protected override IChunkStore Store => stores.Store;

    protected override Task<int> CountAnnouncedAsync(long resumeId) => stores.CountAnnouncedAsync(resumeId);

    [Fact]
    public async Task A_replica_sees_what_another_one_has_changed_though_nobody_told_it()
    {
        await PutAsync(revision: 1, Chunk(0, "first", 1, 0, 0));
        (await SearchAsync(UserId, ResumeId, Model, top: 1)).Single().Text.ShouldBe("first");
        stores.Cache.Contains(UserId, ResumeId).ShouldBeTrue();

        (await stores.Replica.ReplaceAsync(Index(revision: 2, 1), [Chunk(0, "second", 1, 0, 0)], default)).ShouldBeTrue();
        (await SearchAsync(UserId, ResumeId, Model, top: 1)).Single().Text.ShouldBe("second");

        await stores.Replica.EraseUserAsync(UserId, Now, default);
        (await SearchAsync(UserId, ResumeId, Model, top: 1)).ShouldBeEmpty();
        stores.Cache.Contains(UserId, ResumeId).ShouldBeFalse();
    }

    [Fact]
    public async Task A_store_without_memory_searches_all_the_same()
    {
        var forgetful = new PostgresChunkStore(stores.Source, stores.Outbox, new ChunkCache(maxBytes: 0));
        await PutAsync(revision: 1, Chunk(0, "text", 1, 0, 0));

        for (var search = 0; search < 2; search++)
            (await forgetful.SearchAsync(UserId, ResumeId, Model, [Vector(1, 0, 0)], top: 1, default)).Single().Single().Text.ShouldBe("text");
    }

    public sealed class Stores(PostgresServer postgres) : StoreDatabase(postgres)
    {
        internal ChunkCache Cache { get; } = new(maxBytes: 8 * 1024 * 1024);

        internal IChunkStore Store { get; private set; } = null!;

        internal IChunkStore Replica { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Store = new PostgresChunkStore(Source, Outbox, Cache);
            Replica = new PostgresChunkStore(Source, Outbox, new ChunkCache(maxBytes: 8 * 1024 * 1024));
        }
    }
}
