using ResumeService.Extraction;
using ResumeService.Skills;

namespace ResumeService.Profiles;

/// <summary>Gathers the mentions of each skill; "no experience with PHP" is none of PHP.</summary>
internal static class SkillReader
{
    public static List<ProfileSkill> Read(DocumentText document, SkillMatcher skills) =>
        [.. skills.Find(document.Text)
            .Where(mention => !mention.Negated)
            .GroupBy(mention => mention.Skill.Id, StringComparer.Ordinal)
            .Select(mentions => new ProfileSkill(mentions.Key, mentions.First().Skill.Name, mentions.First().Skill.Category, [.. mentions.Select(mention => new TextSpan(mention.Start, mention.Length))]))];
}
