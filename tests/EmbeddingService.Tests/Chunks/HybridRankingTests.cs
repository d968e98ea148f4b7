using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class HybridRankingTests
{
    [Fact]
    public void A_chunk_that_both_place_well_comes_before_one_that_either_places_first()
    {
        ScoredChunk[] nearest = [new(0, "cloud", 0.9f), new(1, "kafka brokers", 0.8f), new(2, "garden", 0.7f), new(3, "kafka kafka kafka", 0.1f)];

        Rank("kafka", nearest, top: 4).Select(chunk => chunk.Number).ShouldBe([1, 3, 0, 2]);
    }

    [Fact]
    public void Without_shared_words_the_order_is_that_of_the_meaning()
    {
        ScoredChunk[] nearest = [new(3, "a", 0.9f), new(1, "b", 0.5f), new(0, "c", 0.5f), new(2, "d", -0.1f)];

        Rank("nothing of it", nearest, top: 4).ShouldBe(nearest);
    }

    [Fact]
    public void A_query_without_meaning_goes_by_its_words()
    {
        ScoredChunk[] nearest = [new(0, "one", 0), new(1, "two", 0), new(2, "three", 0)];

        Rank("three", nearest, top: 3).Select(chunk => chunk.Number).ShouldBe([2, 0, 1]);
    }

    [Fact]
    public void No_more_than_asked_for_are_given_and_their_scores_are_unchanged()
    {
        ScoredChunk[] nearest = [new(0, "one", 0.4f), new(1, "two", 0.3f), new(2, "three", 0.2f)];

        Rank("three", nearest, top: 2).ShouldBe([nearest[2], nearest[0]]);
    }

    [Fact]
    public void Nothing_to_rank_gives_nothing() => Rank("query", [], top: 3).ShouldBeEmpty();

    private static IReadOnlyList<ScoredChunk> Rank(string query, ScoredChunk[] nearest, int top) => HybridRanking.Rank([query], [nearest], top).Single();
}
