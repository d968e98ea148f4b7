using ResumeService.JobDescriptions;

using Shouldly;

using Xunit;

namespace ResumeService.Tests.JobDescriptions;

public class CertificationCatalogueTests
{
    [Fact]
    public void No_spelling_belongs_to_two_certifications() => CertificationCatalogue.Matcher.Conflicts.ShouldBeEmpty();

    [Fact]
    public void The_catalogue_is_sorted_and_holds_the_trades_candidates_have()
    {
        var order = CertificationCatalogue.Entries.Skills.Select(entry => (entry.Category, entry.Id)).ToList();

        order.ShouldBe(order.OrderBy(key => key.Category, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal));
        order.Count.ShouldBeGreaterThan(200);
        order.Select(key => key.Category).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("aws-developer", "aws-certified")]
    [InlineData("top-secret-clearance", "security-clearance")]
    [InlineData("nurse-practitioner", "rn-licence")]
    public void A_narrower_certification_implies_the_broader_one(string id, string broader) =>
        CertificationCatalogue.Entries.ImpliedBy(id).Select(entry => entry.Id).ShouldContain(broader);
}
