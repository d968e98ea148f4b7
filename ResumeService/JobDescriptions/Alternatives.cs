using System.Text.RegularExpressions;
using ResumeService.Skills;

namespace ResumeService.JobDescriptions;

/// <summary>Finds the groups of which one is enough: "React, Angular or Vue", "one of Java, Kotlin, Scala".</summary>
internal static partial class Alternatives
{
    private const int PatternTimeLimit = 10_000;
    private const int LongestLink = 40;
    private const int LeadReach = 60;

    /// <summary>For each mention the number of its group, or -1.</summary>
    public static int[] Group(string text, IReadOnlyList<SkillMention> mentions)
    {
        var groups = new int[mentions.Count];
        Array.Fill(groups, -1);
        var next = 0;
        for (var first = 0; first < mentions.Count;)
        {
            var last = first;
            var firstOr = -1;
            while (last + 1 < mentions.Count && LinkOf(text, mentions[last].End, mentions[last + 1].Start) is { } isOr)
            {
                if (isOr && firstOr < 0)
                    firstOr = last;
                last++;
            }

            if (last > first && OneOf().IsMatch(text[Math.Max(0, mentions[first].Start - LeadReach)..mentions[first].Start]))
                Mark(first, last);
            else if (firstOr >= 0)
                Mark(StartOfChoice(mentions, first, firstOr), last);
            first = last + 1;
        }

        return groups;

        void Mark(int from, int to)
        {
            for (var i = from; i <= to; i++)
                groups[i] = next;
            next++;
        }
    }

    /// <summary>"Docker, Java, Kotlin or Scala" is a choice of three: what stands before the commas belongs to it while it is of their kind.</summary>
    private static int StartOfChoice(IReadOnlyList<SkillMention> mentions, int first, int or)
    {
        var start = or;
        while (start > first && mentions[start - 1].Skill.Category == mentions[or].Skill.Category)
            start--;
        return start;
    }

    /// <summary>True for "or", false for a comma; null when the two mentions belong to no common list.</summary>
    private static bool? LinkOf(string text, int end, int start)
    {
        if (start - end > LongestLink)
            return null;
        var between = text[end..start];
        return Or().IsMatch(between) ? true : Comma().IsMatch(between) ? false : null;
    }

    [GeneratedRegex(@"^[\s,]*(\b(and/or|or|oder|either)\b|或者?|或是)[\s,]*((another|similar|other|experience (in|with)|knowledge of)\s+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Or();

    [GeneratedRegex(@"^\s*[,，、]\s*$", RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\b(one( or more)? of( the)?( following)?|any of( the)?( following)?|either|e\.g\.?,?|for example,?|for instance,?|at least one( of)?( the)?( following)?)\b?[\s:.(,]*((technologies|languages|frameworks|tools|databases|platforms)[\s:(]*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeLimit)]
    private static partial Regex OneOf();
}
