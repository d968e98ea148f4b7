using ResumeService.Skills;

namespace ResumeService.JobDescriptions;

/// <summary>The certificates and licences that job descriptions ask for, found in text like skills.</summary>
public static class CertificationCatalogue
{
    private static readonly Lazy<SkillMatcher> Shared = new(() => new SkillMatcher(SkillOntology.LoadResource("certifications.v1.txt"), joinsDashes: true));

    /// <summary>Finds certifications; <see cref="SkillMention.Skill"/> is the entry of the catalogue.</summary>
    public static SkillMatcher Matcher => Shared.Value;

    public static SkillOntology Entries => Shared.Value.Ontology;
}
