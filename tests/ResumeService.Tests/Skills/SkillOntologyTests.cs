using ResumeService.Skills;

using Shouldly;

using Xunit;

namespace ResumeService.Tests.Skills;

public class SkillOntologyTests
{
    private static readonly SkillOntology Ontology = SkillOntology.Load();

    [Fact]
    public void The_ontology_names_its_version_and_holds_more_than_a_thousand_skills()
    {
        System.Version.TryParse(Ontology.Version, out _).ShouldBeTrue(Ontology.Version);
        Ontology.Skills.Count.ShouldBeGreaterThan(1_300);
        Ontology.Skills.Select(skill => skill.Category).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(25);
    }

    [Fact]
    public void No_spelling_belongs_to_two_skills() => new SkillMatcher(Ontology).Conflicts.ShouldBeEmpty();

    [Fact]
    public void No_two_skills_share_a_name() =>
        Ontology.Skills.GroupBy(skill => skill.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Ids_are_lower_case_with_hyphens_and_names_and_aliases_are_trimmed()
    {
        foreach (var skill in Ontology.Skills)
        {
            skill.Id.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
            foreach (var spelling in skill.Aliases.Append(skill.Name))
            {
                spelling.ShouldBe(spelling.Trim());
                spelling.Length.ShouldBeInRange(1, 60, skill.Id);
                spelling.ShouldNotContain("  ");
            }

            skill.Aliases.ShouldBeUnique();
            skill.Aliases.ShouldNotContain(skill.Name);
        }
    }

    [Fact]
    public void Implied_and_related_skills_exist_and_no_skill_names_itself_or_one_twice()
    {
        foreach (var skill in Ontology.Skills)
        {
            var others = skill.Implies.Concat(skill.Related).ToList();
            others.ShouldBeUnique($"{skill.Id} names a skill twice");
            others.ShouldNotContain(skill.Id);
            others.ShouldAllBe(id => Ontology.Find(id) != null, skill.Id);
        }
    }

    [Fact]
    public void No_skill_implies_itself_through_others()
    {
        foreach (var skill in Ontology.Skills)
        {
            foreach (var implied in Ontology.ImpliedBy(skill.Id))
                Ontology.ImpliedBy(implied.Id).ShouldNotContain(skill, $"{skill.Id} and {implied.Id} imply each other");
        }
    }

    [Fact]
    public void The_file_is_sorted_by_category_and_id()
    {
        var order = Ontology.Skills.Select(skill => (skill.Category, skill.Id)).ToList();
        order.ShouldBe(order.OrderBy(key => key.Category, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_skill_is_found_where_a_list_of_skills_spells_it()
    {
        var matcher = new SkillMatcher(Ontology);

        var lost =
            from skill in Ontology.Skills
            from spelling in skill.Aliases.Prepend(skill.Name)
            where !matcher.Find($"Skills: Kubernetes, {spelling}, PostgreSQL").Any(mention => mention.Skill == skill && mention.Length == spelling.Length)
            select $"{skill.Id}: {spelling}";

        lost.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("postgresql", "sql", "relational-databases", "databases")]
    [InlineData("spring-boot", "spring", "java")]
    [InlineData("amazon-eks", "kubernetes", "aws", "containers")]
    [InlineData("nextjs", "react", "javascript")]
    public void Implications_reach_through_others(string id, params string[] broader) =>
        broader.ShouldBeSubsetOf(Ontology.ImpliedBy(id).Select(skill => skill.Id));

    [Theory]
    [InlineData("version 1.0.0\nsql | SQL", "before the first category")]
    [InlineData("version 1.0.0\n[A]\nsql", "expected id | name")]
    [InlineData("version 1.0.0\n[A]\nsql | SQL\nsql | Sequel", "used twice")]
    [InlineData("version 1.0.0\n[A]\nsql | SQL | | unknown", "does not exist")]
    [InlineData("[A]\nsql | SQL", "no version")]
    public void A_malformed_file_is_refused_with_a_reason(string text, string reason) =>
        Should.Throw<FormatException>(() => SkillOntology.Parse(new StringReader(text))).Message.ShouldContain(reason);

    [Fact]
    public void A_spelling_claimed_twice_is_reported()
    {
        var ontology = SkillOntology.Parse(new StringReader("version 1\n[A]\none | One | shared name\ntwo | Two | shared-name"));

        new SkillMatcher(ontology).Conflicts.ShouldHaveSingleItem().ShouldContain("one and two");
    }
}
