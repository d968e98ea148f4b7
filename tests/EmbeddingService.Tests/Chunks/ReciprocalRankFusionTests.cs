using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class ReciprocalRankFusionTests
{
    private const double None = double.NegativeInfinity;

    [Fact]
    public void A_candidate_gets_one_over_sixty_and_its_place_from_each_ranking()
    {
        var sums = ReciprocalRankFusion.Fuse([0.1, 0.9, 0.5], [7, 3, 5]);

        sums.ShouldBe([(1 / 63.0) + (1 / 61.0), (1 / 61.0) + (1 / 63.0), 2 / 62.0], tolerance: 1e-12);
    }

    [Fact]
    public void How_far_scores_lie_apart_does_not_count() =>
        ReciprocalRankFusion.Fuse([0.1, 0.9, 0.5], [-7, -3, -5]).ShouldBe(ReciprocalRankFusion.Fuse([1, 1_000, 2], [0, 2, 1]));

    [Fact]
    public void Equal_scores_share_the_better_place() =>
        ReciprocalRankFusion.Fuse([5, 9, 5, 5, 1]).ShouldBe([1 / 62.0, 1 / 61.0, 1 / 62.0, 1 / 62.0, 1 / 65.0], tolerance: 1e-12);

    [Fact]
    public void What_a_ranking_does_not_have_gets_nothing_from_it() =>
        ReciprocalRankFusion.Fuse([None, 2, 1], [None, None, 3]).ShouldBe([0, 1 / 61.0, (1 / 62.0) + (1 / 61.0)], tolerance: 1e-12);

    [Fact]
    public void Without_candidates_or_rankings_there_is_nothing()
    {
        ReciprocalRankFusion.Fuse().ShouldBeEmpty();
        ReciprocalRankFusion.Fuse([], []).ShouldBeEmpty();
    }

    [Fact]
    public void Rankings_of_different_candidates_are_refused() => Should.Throw<ArgumentException>(() => ReciprocalRankFusion.Fuse([1, 2], [1]));
}
