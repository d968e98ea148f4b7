using EmbeddingService.Models.Static;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models.Static;

public sealed class SoftRecallTests
{
    private readonly SoftRecall _softRecall = new(StaticTable.ReadBuiltIn());

    [Fact]
    public void Everything_that_is_said_again_is_covered_whatever_else_is_said() =>
        Coverage("an index speeds up reads", "Well, as I said before: an index speeds up reads, and slows down writes.").ShouldBe(1, 1e-5);

    [Fact]
    public void Coverage_asks_what_of_the_left_text_is_in_the_right_one_and_not_the_other_way_round() =>
        Coverage("an index speeds up reads, slows down writes and takes space on the disk", "an index speeds up reads").ShouldBeLessThan(0.8);

    [Fact]
    public void A_word_of_like_meaning_covers_more_than_one_of_another() =>
        Coverage("the physician", "the doctor").ShouldBeGreaterThan(Coverage("the physician", "the staircase") + 0.2);

    [Theory]
    [InlineData("", "an answer")]
    [InlineData("a key point", "")]
    [InlineData("...", "!!!")]
    public void Without_words_nothing_is_covered(string left, string right) => Coverage(left, right).ShouldBe(0);

    [Fact]
    public void Every_pair_gets_its_place()
    {
        string[] left = ["hash table lookup", "garbage collection"];
        string[] right = ["collecting garbage", "cooking", "looking up a key in a hash table"];

        var coverage = _softRecall.Of(left, right, CancellationToken.None);

        coverage.Length.ShouldBe(2);
        coverage.ShouldAllBe(row => row.Length == 3);
        coverage[0][2].ShouldBe(Coverage(left[0], right[2]));
        coverage[1][0].ShouldBe(Coverage(left[1], right[0]));
        coverage[0][2].ShouldBe(coverage[0].Max());
        coverage[1][0].ShouldBe(coverage[1].Max());
    }

    [Fact]
    public void A_caller_that_has_gone_ends_the_work()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => _softRecall.Of(["one"], ["two"], cancelled.Token));
    }

    private double Coverage(string left, string right) => _softRecall.Of([left], [right], CancellationToken.None)[0][0];
}
