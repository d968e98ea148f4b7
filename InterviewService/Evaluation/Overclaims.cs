using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>
/// Claims that leave no room: something never happens, is not needed, always works, is the best. People who know a matter name conditions and prices; what is made up tends to be absolute.
/// What the reference answer claims as well ("never store a password in plain text") is no overclaim.
/// </summary>
internal static partial class Overclaims
{
    // A single strong word in a short answer says little.
    private const double LeastWords = 40;

    [GeneratedRegex("""
        \b(?:not|n't|never|hardly|no\ longer|aren't|isn't|needn't)\W+(?:\w+\W+){0,2}?(?:necessary|needed|need|required|important|relevant|matters?|worth|useful|influence|affect(?:ed)?|helps?|possible|allowed|care|count|problem|bad|able)\b
        |\bno\ (?:need|reason|point|use|influence|effect|difference|concern|trade-?off)\b|\bun(?:necessary|important|needed)\b|\birrelevant\b|\buseless\b|\bpointless\b|\bcan\ be\ (?:ignored|skipped|left)\b
        |\bdoesn't\ (?:matter|change|affect)\b|\b(?:only|just|merely)\ (?:costs?|wastes?|slows?|makes?|restricts?)\b|\bcosts?\ (?:too\ much\ )?time\b|\bwast(?:es?|ing)\b|\bdon't\ care\b|\bsaves?\ time\b|\bright\ away\b|\bat\ once\b|\bstraight\ away\b|\bbe\ avoided\b
        |不需要|不用|不必|没有?必要|无需|没有?(?:什么)?(?:影响|关系|区别|作用)|无所谓|不重要|没用|浪费
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Dismissal { get; }

    [GeneratedRegex(@"\b(?:always|never|nobody|nothing|none|impossible|guarantee[sd]?|completely|entirely|automatically|perfectly|absolutely|forever|under no circumstances|in any case)\b|完全|永远|任何|从来|绝对|根本|一定(?!的?(?:时间|程度|条件|量))|都不(?:会|能)|不会(?:失败|出错|丢)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Absolute { get; }

    [GeneratedRegex(@"\bthe (?:best|most|fastest|simplest|easiest|safest|cheapest|only|worst|right)\b|\bbest (?:is|practice|solution|way)\b|\bmost (?:effective|robust|important)\b|最(?:大|好|快|简单|安全|重要)的?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Superlative { get; }

    [GeneratedRegex(@"\b(?:you|one|they|it|everyone|people)(?: \w+)? (?:should|must|have to|has to|need to)\b|都应该|必须", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Commandment { get; }

    [GeneratedRegex(@"\b(?:every(?:thing|one|body)?|all|any)\b|所有|一切", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Whole { get; }

    /// <summary>Weighted strong claims to a hundred words on the topic, beyond those of the reference answer; 0 for a measured answer.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="onTopic">Its sentences on the topic: padding does not thin the claims out.</param>
    /// <param name="expected">What the question, its reference answer and its key points say.</param>
    public static double Of(AnswerText text, IReadOnlyList<Sentence> onTopic, string expected)
    {
        var said = string.Join(' ', text.Sentences.Select(sentence => sentence.Plain)).Replace('’', '\'');
        var sum = 0d;
        foreach (var (claim, weight) in (ReadOnlySpan<(Regex, double)>)[(Dismissal, 1), (Absolute, 0.6), (Superlative, 0.5), (Commandment, 0.4), (Whole, 0.25)])
            sum += weight * Math.Max(0, claim.Count(said) - claim.Count(expected));
        var words = onTopic.Sum(sentence => sentence.Words.Count);
        return 100 * sum / Math.Max(LeastWords, text.IsChinese ? words / Clarity.CharactersPerWord : words);
    }
}
