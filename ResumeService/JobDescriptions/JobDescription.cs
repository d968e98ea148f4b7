using ResumeService.Profiles;
using ResumeService.Skills;

namespace ResumeService.JobDescriptions;

/// <summary>Reads job descriptions.</summary>
public static class JobDescription
{
    /// <summary>What a job description asks for. Any text is accepted; one that asks for nothing gives empty requirements.</summary>
    public static JobRequirements Parse(string text, SkillMatcher matcher)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(matcher);

        var sentences = JobSentences.Split(text);
        var title = Titles.Find(text);
        var certifications = Asked(text, sentences, CertificationCatalogue.Matcher.Find(text));
        return new JobRequirements
        {
            Text = text,
            Title = title is { } span ? text.Substring(span.Start, span.Length) : null,
            TitleSpan = title,
            Seniority = ReadSeniority(text, title, sentences),
            Skills = ReadSkills(text, sentences, matcher, certifications),
            Experience = ExperienceYears.Find(text, sentences),
            Certifications = ReadCertifications(text, certifications),
            Degree = Degrees.Find(text, sentences),
        };
    }

    private static SeniorityRequirement? ReadSeniority(string text, TextSpan? title, List<JobSentence> sentences)
    {
        if (title is { } span && Titles.LevelIn(text.Substring(span.Start, span.Length)) is { } level)
            return new SeniorityRequirement(level.Level, new TextSpan(span.Start + level.Index, level.Length));
        // Without a title the first sentence stands for it: "… a senior nurse for our ward".
        if (title is null && sentences.Count > 0 && Titles.LevelIn(text.Substring(sentences[0].Start, sentences[0].Length)) is { } said)
            return new SeniorityRequirement(said.Level, new TextSpan(sentences[0].Start + said.Index, said.Length));
        return null;
    }

    private static List<SkillRequirement> ReadSkills(string text, List<JobSentence> sentences, SkillMatcher matcher, List<AskedMention> certifications)
    {
        var studies = sentences.Where(sentence => sentence.Asks).SelectMany(sentence => Degrees.FieldsOfStudy(text, sentence)).ToList();
        var covered = certifications.Select(asked => new TextSpan(asked.Mention.Start, asked.Mention.Length)).Concat(studies).OrderBy(span => span.Start).ToList();
        var mentions = Outside(covered, matcher.Find(text));
        var asked = Asked(text, sentences, mentions);
        // A text that only speaks of the company still names its trade.
        if (asked.Count == 0)
            asked = [.. mentions.Where(mention => !mention.Negated).Select(mention => new AskedMention(mention, Preferred: false))];

        var groups = Alternatives.Group(text, asked.ConvertAll(mention => mention.Mention));
        var members = MembersOf(groups, asked);
        return [.. asked
            .Select((mention, index) => (mention.Mention, mention.Preferred, Group: groups[index]))
            .GroupBy(mention => mention.Mention.Skill.Id, StringComparer.Ordinal)
            .Select(same => new SkillRequirement(
                same.First().Mention.Skill,
                same.All(mention => mention.Preferred),
                AlternativesTo(same.Key, [.. same.Select(mention => mention.Group)], members),
                [.. same.Select(mention => new TextSpan(mention.Mention.Start, mention.Mention.Length))]))];
    }

    private static List<CertificationRequirement> ReadCertifications(string text, List<AskedMention> asked)
    {
        var groups = Alternatives.Group(text, asked.ConvertAll(mention => mention.Mention));
        var members = MembersOf(groups, asked);
        var found = asked
            .Select((mention, index) => (mention.Mention, mention.Preferred, Group: groups[index]))
            .GroupBy(mention => mention.Mention.Skill.Id, StringComparer.Ordinal)
            .Select(same => new CertificationRequirement(
                same.First().Mention.Skill,
                same.All(mention => mention.Preferred),
                AlternativesTo(same.Key, [.. same.Select(mention => mention.Group)], members),
                new TextSpan(same.First().Mention.Start, same.First().Mention.Length)))
            .ToList();
        // "AWS certification (Solutions Architect …)": the narrower one says it all.
        return found.FindAll(one => !found.Exists(other => CertificationCatalogue.Entries.ImpliedBy(other.Certification.Id).Contains(one.Certification) && !other.Preferred && other.Alternatives.Count == 0));
    }

    private static string[] AlternativesTo(string id, HashSet<int> ownGroups, ILookup<int, string> members) =>
        ownGroups.Contains(-1) ? [] : [.. ownGroups.SelectMany(group => members[group]).Where(other => other != id).Distinct(StringComparer.Ordinal)];

    private static ILookup<int, string> MembersOf(int[] groups, List<AskedMention> asked) =>
        asked.Select((mention, index) => (Group: groups[index], mention.Mention.Skill.Id)).Distinct().ToLookup(member => member.Group, member => member.Id);

    /// <summary>The mentions that ask something of the candidate.</summary>
    private static List<AskedMention> Asked(string text, List<JobSentence> sentences, IReadOnlyList<SkillMention> mentions)
    {
        var asked = new List<AskedMention>();
        var next = 0;
        (int Sentence, Preference Preference)? read = null;
        foreach (var mention in mentions)
        {
            if (mention.Negated)
                continue;
            while (next < sentences.Count && sentences[next].End <= mention.Start)
                next++;
            var isInside = next < sentences.Count && sentences[next].Start <= mention.Start;
            // What stands in a heading ("Python requirements:") or a title counts as asked for.
            if (!isInside)
                asked.Add(new AskedMention(mention, Preferred: false));
            else if (sentences[next].Asks)
            {
                if (read?.Sentence != next)
                    read = (next, new Preference(text, sentences[next]));
                asked.Add(new AskedMention(mention, read.Value.Preference.At(mention.Start)));
            }
        }

        return asked;
    }

    private static List<SkillMention> Outside(List<TextSpan> covered, IReadOnlyList<SkillMention> mentions)
    {
        var outside = new List<SkillMention>(mentions.Count);
        var next = 0;
        foreach (var mention in mentions)
        {
            while (next < covered.Count && covered[next].Start + covered[next].Length <= mention.Start)
                next++;
            if (next >= covered.Count || covered[next].Start >= mention.End)
                outside.Add(mention);
        }

        return outside;
    }

    /// <summary>A mention that asks for something.</summary>
    private sealed record AskedMention(SkillMention Mention, bool Preferred);
}
