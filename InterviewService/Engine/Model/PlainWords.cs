using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InterviewService.Questions.Knowledge;
using ServiceDefaults.Ai;

namespace InterviewService.Engine.Model;

/// <summary>Words that name nothing: those that the question bank writes in lower case, and some that begin sentences elsewhere.</summary>
internal static partial class PlainWords
{
    private static readonly string[] Further =
    [
        "imagine", "suppose", "great", "nice", "thanks", "however", "moreover", "furthermore", "consider", "despite", "unlike", "here", "perhaps", "maybe", "solid", "mention", "excellent", "afterwards",
        "meanwhile", "nevertheless", "therefore", "thus", "whenever", "wherever", "regardless", "indeed",
    ];

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    /// <summary>A check that tells names also where they begin a sentence.</summary>
    public static SourceCheck Check(params IEnumerable<string?> sources) => new(sources) { Openers = All.Value };

    private static FrozenSet<string> Read() => KnowledgeBase.Read().Topics
        .SelectMany(topic => topic.Questions)
        .SelectMany(question => question.KeyPoints.Concat([question.Text, question.Intention, question.Answer, question.FollowUp]))
        .SelectMany(text => Word().Matches(text).Select(match => match.Value))
        .Where(word => word.All(char.IsAsciiLetterLower))
        .Concat(Further)
        .ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
