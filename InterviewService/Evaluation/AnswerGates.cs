using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>Answers that are none: nothing said, not known, skipped, letters without words, the question given back, key words without sentences.</summary>
internal static partial class AnswerGates
{
    // What may stand beside "I don't know" without being an answer: a few words.
    private const int WordsBesideRefusal = 4;

    // So many when they are of other things: "I have only worked with another product".
    private const int MoreWordsBesideRefusal = 14;

    // A list of key words is so long at least, its items so short at most, and leaves so little of the answer beside it.
    private const int ListItems = 4;
    private const int LongestItem = 4;
    private const double BesideList = 0.35;

    [GeneratedRegex("""
        \b(?:i\s+)?(?:really\s+|honestly\s+|just\s+|simply\s+)?(?:do\s*n['’]?o?t|don['’]t|dunno|cannot|can['’]?t|could\s*n['’]t)\s+(?:really\s+|quite\s+|even\s+)?(?:know|remember|recall|answer|think\s+of|say|tell|explain)\b
        |\bdunno\b|\bidk\b|\bno\s+(?:idea|clue|answer|experience\s+with|knowledge)\b|\b(?:i['’]?\s*a?m\s+)?not\s+(?:really\s+|quite\s+|so\s+|too\s+|at\s+all\s+)?(?:sure|certain|familiar|aware)\b
        |\b(?:i\s+)?(?:have\s*n['’]t|haven['’]t|have\s+not|have\s+never|['’]ve\s+never|never)\s+(?:really\s+|ever\s+|yet\s+)?(?:worked|used|heard|done|seen|learned|studied|come\s+across|tried|touched|dealt|had\s+to)\b
        |\b(?:nothing|none)\s+comes\s+to\s+mind\b|\bunable\s+to\s+answer\b|\bbeats\s+me\b|\bi(?:\s+would|\s*['’]d)\s+(?:have\s+to|need\s+to)\s+(?:look\s+(?:it|that|this)\s+up|google|guess|read)\b|\bi(?:\s+would|\s*['’]d)\s+(?:only\s+)?be\s+guessing\b|\bwould\s*n['’]?o?t\s+(?:really\s+)?know\b|\b(?:was|is)\s+never\s+my\s+(?:thing|area|strength|topic)\b|\b(?:have\s*n['’]t|have\s+not|was\s*n['’]t|never)\s+(?:been\s+)?(?:responsible|involved|in\s+charge)\b|\bmy\s+mind\s+(?:is|went)\s+blank\b|\bi\s+forgot\b|\bnever\s+heard\b
        |不(?:太|是很|怎么)?(?:知道|清楚|了解|会|懂|明白|记得|确定|熟悉)|没(?:有)?(?:了解|接触|学|用|听说|做|遇到|想到)过?|忘(?:了|记)|答不(?:上来|出来)|想不(?:起来|出来)|不好意思
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Refusal { get; }

    [GeneratedRegex("""
        ^\W*(?:(?:can|could|may|shall)\s+(?:we|i)\s+|let['’]?s\s+|i['’]?(?:d|ll)?\s*(?:will|would|want\s+to|like\s+to|rather|prefer\s+to)?\s*(?:like\s+to\s+)?|please\s+|ok(?:ay)?,?\s+)*
          (?:skip|pass|next|move\s+on|go\s+(?:on\s+)?to\s+the\s+next)(?:\s+(?:this|that|it|one|on|please|question|the|to|next|thanks|for|now))*\W*$
        |^\W*(?:n\s*/\s*a|none|nil|null|no\s+answer|no\s+comment|not\s+applicable|tbd|todo|next\s+question(?:\s+please)?)\W*$
        |(?:跳过|下一题|下一个问题|略过|不回答|过吧|^\W*过\W*$|^\W*pass\W*$)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Skip { get; }

    [GeneratedRegex(@"\b(?:sorry|honestly|hmm+|um+|uh+|well|afraid|right now|at the moment|to be honest|frankly|unfortunately|this question|the next question|that question|go to the next|let(?:'|’)?s|question|about (?:that|this|it)|with (?:that|this|it)|anything|the answer|ask me (?:another|something else))\b|这个|问题|抱歉|不好意思|暂时",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Politeness { get; }

    [GeneratedRegex(@"[.!?;,，。！？；\n]|\bbut\b|\bso\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClauseEnd { get; }

    [GeneratedRegex(@"[,;:/|•\n，、；。]|[.!?](?=\s|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ListSeparator { get; }

    /// <summary>The gate that the words alone decide; null for an answer to be graded.</summary>
    public static AnswerGate? Of(string answer, AnswerText text, ExaminedQuestion question)
    {
        if (text.WordCount == 0)
            return AnswerGate.Empty;

        if (text.WordCount <= 60)
        {
            if (Skip.IsMatch(answer.Trim()) && text.WordCount <= 20)
                return AnswerGate.Skipped;
            if (IsRefusal(answer, question))
                return AnswerGate.DontKnow;
        }

        if (IsGibberish(text, question))
            return AnswerGate.Gibberish;
        if (Without(text, question.Text).WordCount < 4 && text.WordCount >= 4)
            return AnswerGate.QuestionCopied;
        return IsKeywordsOnly(text) ? AnswerGate.KeywordsOnly : null;
    }

    /// <summary>The answer without the sentences that only give the question back.</summary>
    public static AnswerText Without(AnswerText text, string question)
    {
        var asked = Words.Of(question).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var negations = Polarity.Count(Words.Of(question));
        var meant = Words.ContentStems($"{question} question ask answer want describe explain tell about");
        return text.Without(sentence =>
            sentence.Words.Count >= 4 && sentence.Words.Count(word => asked.Contains(word.Text)) >= 0.85 * sentence.Words.Count
            || sentence.ContentCount >= 3 && !Words.IsHan(sentence.Words[0].Text[0]) && sentence.Words.All(word => !word.IsContent || meant.Contains(word.Stem)) && Polarity.Count(sentence.Words) <= negations);
    }

    /// <summary>What stands beside the refusal says nothing, or next to nothing of what a good answer holds.</summary>
    private static bool IsRefusal(string answer, ExaminedQuestion question)
    {
        var known = Words.ContentStems($"{question.ReferenceAnswer} {string.Join(' ', question.OtherAnswers)} {string.Join(' ', question.KeyPoints)}");
        known.ExceptWith(Words.ContentStems(question.Text));
        var (refused, rest, onTopic) = (false, 0, 0);
        foreach (var clause in ClauseEnd.Split(answer))
        {
            if (Refusal.IsMatch(clause))
            {
                refused = true;
                continue;
            }

            if (Skip.IsMatch(clause.Trim()))
                continue;
            var words = Words.Of(Politeness.Replace(clause, " ")).Where(word => word.IsContent).ToList();
            rest += words.Count;
            onTopic += words.Count(word => known.Contains(word.Stem));
        }

        return refused && (rest <= WordsBesideRefusal || known.Count > 0 && rest <= MoreWordsBesideRefusal && onTopic <= 1);
    }

    /// <summary>Most "words" cannot be pronounced, or one character goes on and on.</summary>
    private static bool IsGibberish(AnswerText text, ExaminedQuestion question)
    {
        var known = Words.ContentStems($"{question.Text} {question.ReferenceAnswer} {string.Join(' ', question.KeyPoints)}");
        var (odd, all) = (0, 0);
        foreach (var word in text.Words)
        {
            all++;
            if (word.IsContent && char.IsAsciiLetter(word.Text[0]) && !known.Contains(word.Stem) && IsUnpronounceable(word.Text))
                odd++;
        }

        var letters = text.Words.SelectMany(word => word.Text).ToList();
        return all > 0 && odd >= 0.5 * all && !(all <= 2 && letters.Count <= 6)
            || letters.Count >= 6 && letters.Distinct().Count() <= 2;
    }

    /// <summary>How many words stand in rows of short items that nothing joins.</summary>
    private static int InLists(AnswerText text)
    {
        var inLists = 0;
        foreach (var sentence in text.Sentences)
        {
            var (items, words) = (0, 0);
            foreach (var part in ItemSeparator.Split(sentence.Plain).Select(part => Words.Of(part)).Where(part => part.Count > 0).Append([]))
            {
                if (part.Count is > 0 and <= LongestItem && part.TrueForAll(word => word.IsContent || word.Text is "and" or "of"))
                {
                    items++;
                    words += part.Count;
                    continue;
                }

                inLists += items >= ListItems ? words : 0;
                (items, words) = (0, 0);
            }
        }

        return inLists;
    }

    [GeneratedRegex(@"[,;:/|•，、；：]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ItemSeparator { get; }

    private static bool IsUnpronounceable(string word)
    {
        if (word.Any(char.IsDigit) || word.Length < 4)
            return false;
        var (consonants, longest, same, longestSame) = (0, 0, 1, 1);
        for (var at = 0; at < word.Length; at++)
        {
            consonants = "aeiouy'".Contains(word[at]) ? 0 : consonants + 1;
            longest = Math.Max(longest, consonants);
            same = at > 0 && word[at] == word[at - 1] ? same + 1 : 1;
            longestSame = Math.Max(longestSame, same);
        }

        var vowels = word.Count(letter => "aeiouy".Contains(letter));
        return vowels == 0 || longest >= 5 || longestSame >= 4 || vowels < 0.15 * word.Length;
    }

    /// <summary>Terms in a row with next to nothing that joins them.</summary>
    public static bool IsKeywordsOnly(AnswerText text)
    {
        if (text.WordCount < 3)
            return false;
        var parts = ListSeparator.Split(string.Join('\n', text.Sentences.Select(sentence => sentence.Text))).Select(part => Words.Of(part)).Where(part => part.Count > 0).ToList();
        if (text.IsChinese)
            return parts.Count >= 4 && parts.Average(part => part.Count) <= 4;

        if (InLists(text) >= (1 - BesideList) * text.WordCount)
            return true;
        var joining = text.Words.Count(word => !word.IsContent && word.Text is not ("and" or "etc" or "get" or "put" or "go" or "let" or "make" or "take"));
        var share = joining / (double)text.WordCount;
        return share < 0.07 && (parts.Average(part => part.Count) <= 3.2 || share == 0 && text.WordCount >= 6 && parts.Count <= 2);
    }
}
