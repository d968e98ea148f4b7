using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class ChunkCacheTests
{
    private static readonly ChunkBlock Block = ChunkBlock.Of([new EmbeddedChunk(0, "text", new float[384])]);

    [Fact]
    public void Only_the_version_that_counts_is_found()
    {
        var cache = new ChunkCache(Block.Bytes * 4);
        cache.Put(1, 7, version: 5, Block);

        cache.Find(1, 7, version: 5).ShouldBeSameAs(Block);
        cache.Find(2, 7, version: 5).ShouldBeNull("another user's");
        cache.Find(1, 7, version: 4).ShouldBeNull();
        cache.Find(1, 7, version: 5).ShouldBeSameAs(Block, "a reader that is behind throws nothing out");
        cache.Find(1, 7, version: 6).ShouldBeNull();
        cache.Contains(1, 7).ShouldBeFalse();
        cache.Bytes.ShouldBe(0);
    }

    [Fact]
    public void An_older_version_never_takes_the_place_of_a_newer_one()
    {
        var cache = new ChunkCache(Block.Bytes * 4);
        cache.Put(1, 7, version: 5, Block);

        cache.Put(1, 7, version: 4, ChunkBlock.Empty);

        cache.Find(1, 7, version: 5).ShouldBeSameAs(Block);
    }

    [Fact]
    public void What_was_used_longest_ago_makes_room()
    {
        var cache = new ChunkCache(Block.Bytes * 3);
        for (var resume = 1; resume <= 3; resume++)
            cache.Put(1, resume, version: 1, Block);
        cache.Find(1, 1, version: 1).ShouldNotBeNull();

        cache.Put(1, 4, version: 1, Block);

        cache.Bytes.ShouldBe(Block.Bytes * 3);
        cache.Contains(1, 2).ShouldBeFalse();
        new long[] { 1, 3, 4 }.ShouldAllBe(resume => cache.Contains(1, resume));
    }

    [Fact]
    public void Memory_stays_within_the_limit_whatever_is_put()
    {
        var random = new Random(3);
        var cache = new ChunkCache(Block.Bytes * 10);
        for (var put = 0; put < 2000; put++)
        {
            var chunks = Enumerable.Range(0, random.Next(1, 15)).Select(number => new EmbeddedChunk(number, new string('x', random.Next(500)), new float[384]));
            cache.Put(random.Next(3), random.Next(40), put, ChunkBlock.Of([.. chunks]));
            cache.Bytes.ShouldBeInRange(0, Block.Bytes * 10);
        }

        for (var user = 0; user < 3; user++)
            cache.RemoveUser(user);
        (cache.Bytes, cache.Count).ShouldBe((0, 0));
    }
}
