using InterviewService.Questions;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions;

public sealed class SeededRandomTests
{
    [Fact]
    public void A_seed_gives_these_numbers_on_every_machine()
    {
        var random = new SeededRandom("1", "71", "focus_projects");

        Enumerable.Range(0, 8).Select(_ => random.Below(1000)).ShouldBe([869, 14, 845, 868, 101, 810, 734, 374]);
    }

    [Fact]
    public void Parts_of_a_seed_are_told_apart() => First("ab", "c").ShouldNotBe(First("a", "bc"));

    [Fact]
    public void Every_number_below_the_bound_comes_about_as_often()
    {
        var random = new SeededRandom("fair");
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[random.Below(7)]++;

        counts.ShouldAllBe(count => count > 9_500 && count < 10_500);
    }

    [Fact]
    public void A_shuffle_keeps_every_item() => new SeededRandom("cards").Shuffle(Enumerable.Range(0, 52)).Order().ShouldBe(Enumerable.Range(0, 52));

    private static int[] First(params string[] seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, 5).Select(_ => random.Below(int.MaxValue))];
    }
}
