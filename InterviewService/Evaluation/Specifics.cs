using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>What makes a statement more than a slogan.</summary>
[Flags]
internal enum Specific
{
    None = 0,
    Number = 1,
    Cause = 2,
    TradeOff = 4,
    Example = 8,
    Condition = 16,
    Experience = 32,
}

/// <summary>Finds numbers, causes, trade-offs, examples, conditions and experience of one's own in a sentence.</summary>
internal static partial class Specifics
{
    [GeneratedRegex(@"(?<![\p{L}\d])\d+(?:[.,]\d+)*\s*(?:%|percent|k\b|ms\b|[smh]\b|seconds?|minutes?|hours?|days?|weeks?|months?|years?|people|users?|customers?|GB|MB|TB|times|x\b|€|\$)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half)\b|[一二两三四五六七八九十百千万]+(?:个|次|天|周|月|年|分钟|小时|秒|人|倍|倍|毫秒)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\b(?:because|since|so that|therefore|thus|hence|otherwise|which (?:means|is why|makes|gives|lets|saves?)|that(?:'|’)?s why|that is why|due to|thanks to|leads? to|caus(?:e|es|ed)|as a result|in order to|the reason|result(?:s|ed)? in|so (?:the|we|i|it|that|you|they|nobody|one|people|a|an|there|equal|getting))\b|因为|所以|因此|由于|导致|这样|从而|为了|以免|否则|原来",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Cause { get; }

    [GeneratedRegex(@"\b(?:trade[- ]?offs?|however|on the other hand|whereas|although|though|downside|drawback|disadvantage|price|the cost|costs?|instead of|rather than|depends?|at the expense|too (?:much|many|tight|slow|expensive|aggressive)|worse|better than|overhead|while|but|compromise|in contrast|alternatively|the other way)\b|但是|不过|代价|缺点|取舍|权衡|相比|而不是|取决于|反之|虽然|高了|低了",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TradeOff { get; }

    [GeneratedRegex(@"\b(?:for example|for instance|e\.?g|such as|say|like (?:a|an|the|in|when|crops|support|setting)|imagine|suppose|namely|a typical|the classic|think of)\b|例如|比如|譬如|举个例子|像",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example { get; }

    [GeneratedRegex(@"\b(?:if|when|unless|until|as soon as|in case|once (?:we|i|the|it)|before|after|first)\b|如果|当|除非|的时候|一旦|先",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Condition { get; }

    [GeneratedRegex(@"\b(?:(?:i|we)(?:'ve|’ve| have)? (?:once|had|used|built|wrote|did|saw|found|moved|brought|took|lost|got|ran|made|removed|dropped|learned|measured|\p{L}{2,}ed)|(?:i|we)(?:'ve|’ve) \p{L}+|in (?:one|my|our) (?:last |previous |former |current )?(?:project|team|job|company|case|role|service)|at my (?:last|previous|former|current)|happened to us)\b|我们(?:上次|曾|之前|上线|一般|用|做|加)|我(?:曾|做过|用过|遇到过|之前)|上次|有一次|项目中",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Experience { get; }

    public static Specific Of(string sentence)
    {
        var found = Specific.None;
        if (Number.IsMatch(sentence))
            found |= Specific.Number;
        if (Cause.IsMatch(sentence))
            found |= Specific.Cause;
        if (TradeOff.IsMatch(sentence))
            found |= Specific.TradeOff;
        if (Example.IsMatch(sentence))
            found |= Specific.Example;
        if (Condition.IsMatch(sentence))
            found |= Specific.Condition;
        if (Experience.IsMatch(sentence))
            found |= Specific.Experience;
        return found;
    }
}
