using ServiceDefaults.Pdf;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Pdf;

public sealed class PageFitTests
{
    [Theory]
    [InlineData(0, new[] { 0.9, 0.85, 0.8, 0.75, 0.7, 0.65 })]
    [InlineData(2, new[] { 1.1, 1.05, 1.0, 0.95, 0.9, 0.85 })]
    [InlineData(5, new[] { 1.3, 1.25, 1.2, 1.1, 1.05, 0.99 })]
    public void One_page_is_taken_when_any_density_fits_and_of_those_the_roomiest(int taken, double[] pages) => PageFit.Order(pages)[0].ShouldBe(taken);

    [Theory]
    [InlineData(new[] { 1.4, 1.3, 1.2, 1.15, 1.1, 1.05 })]
    [InlineData(new[] { 2.3, 2.2, 2.1, 2.02, 1.98, 1.9 })]
    [InlineData(new[] { 3.05, 2.9, 2.8, 2.6, 2.4, 2.3 })]
    public void A_last_page_with_a_few_lines_is_not_taken_while_another_density_fills_it(double[] pages)
    {
        var last = pages[PageFit.Order(pages)[0]] % 1;

        (last is 0 or >= 0.22).ShouldBeTrue();
    }

    [Fact]
    public void When_every_density_leaves_a_nearly_empty_page_the_fullest_of_them_is_taken() => PageFit.Order([1.20, 1.16, 1.12, 1.08, 1.05, 1.02])[0].ShouldBe(0);

    [Fact]
    public void On_several_pages_the_usual_density_reads_best() => PageFit.Order([2.9, 2.8, 2.7, 2.6, 2.5, 2.4])[0].ShouldBe(3);

    [Fact]
    public void Every_density_stays_a_choice() => PageFit.Order([1.4, 0.9, 2.0, 1.1]).Order().ShouldBe([0, 1, 2, 3]);

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(1.0, 1)]
    [InlineData(1.01, 2)]
    [InlineData(2.5, 3)]
    public void A_started_page_is_a_page(double pages, int expected) => PageFit.Expected(pages).ShouldBe(expected);
}
