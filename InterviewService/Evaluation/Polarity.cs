using System.Buffers;
using System.Collections.Frozen;

namespace InterviewService.Evaluation;

/// <summary>Which words of a text are denied: "never store passwords", "a salt is not needed", "密码不能明文".</summary>
internal static class Polarity
{
    // How far a negation reaches at most: words of meaning ahead, words back.
    private const int ReachAhead = 3;
    private const int ReachBack = 5;

    private static readonly FrozenSet<string> Negators = new[]
    {
        "not", "never", "no", "without", "cannot", "can't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "won't", "wouldn't", "couldn't", "shouldn't", "haven't", "hasn't",
        "hadn't", "mustn't", "needn't", "neither", "nor", "nobody", "nothing", "none", "avoid", "avoids", "avoided", "avoiding", "instead", "forbids", "forbid", "prevents", "prevent", "refuse", "non",
    }.ToFrozenSet(StringComparer.Ordinal);

    // "X is not needed" denies X, which stands before.
    private static readonly FrozenSet<string> DeniedPredicates = new[]
    {
        "needed", "necessary", "required", "important", "useful", "possible", "enough", "allowed", "helpful", "help", "helps", "work", "works", "matter", "matters", "concern", "useless", "pointless",
        "need", "worth", "relevant", "exist", "exists", "count", "counts",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dismissals = new[] { "avoided", "forbidden", "useless", "pointless", "unnecessary", "unneeded", "impossible", "irrelevant", "harmful" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Breaks = new[] { "but", "because", "so", "then", "since", "while", "whereas", "which", "if", "when", "otherwise" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:.()");
    private static readonly SearchValues<char> HanClauseMarks = SearchValues.Create("，、。；：,;");
    private static readonly string[] HanNegators = ["不", "没", "无", "未", "别", "勿", "避免", "防止", "禁止"];

    /// <summary>For each word, whether it is denied. The punctuation between words ends a negation's reach.</summary>
    /// <param name="words">Words of one sentence.</param>
    /// <param name="text">The sentence's text.</param>
    /// <param name="offset">Offset of <paramref name="text"/> in the words' numbering.</param>
    public static bool[] Denied(IReadOnlyList<Word> words, string text, int offset)
    {
        var denied = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            if (Words.IsHan(words[at].Text[0]))
            {
                denied[at] = HanDenied(text, words[at].Offset - offset);
                continue;
            }

            if (Dismissals.Contains(words[at].Text))
                MarkBefore(words, text, offset, denied, at);
            if (!Negators.Contains(words[at].Text))
                continue;

            var tail = words[at].Text is "no" or "without" or "instead" ? [] : words.Skip(at + 1).TakeWhile((_, next) => !IsBreak(words, text, offset, at + 1 + next)).Take(3).ToList();
            // "GET is idempotent, POST is not": the denied part stands before, as in "is not needed".
            if (words[at].Text is not ("no" or "without" or "instead") && (tail.Count == 0 || tail.Exists(next => DeniedPredicates.Contains(next.Text))))
                MarkBefore(words, text, offset, denied, at);

            var content = 0;
            var reach = words[at].Text == "non" ? 1 : ReachAhead;
            for (var ahead = at + 1; ahead < words.Count && content < reach && !IsBreak(words, text, offset, ahead); ahead++)
            {
                // "Do not peek and stop early" denies both; after more words "and" begins something new.
                if (words[ahead].Text == "and" && content > 1 || ahead > at + 1 && words[ahead].Text is "i" or "we" or "you" or "they" or "he" or "she")
                    break;
                denied[ahead] = !denied[ahead];
                content += words[ahead].IsContent ? 1 : 0;
            }
        }

        return denied;
    }

    /// <summary>For each word, whether it is called needless, useless or impossible, or is never to be done: stronger than denied.</summary>
    public static bool[] Dismissed(IReadOnlyList<Word> words, string text, int offset)
    {
        var dismissed = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at].Text;
            if (Dismissals.Contains(word))
                MarkBefore(words, text, offset, dismissed, at);
            if (!Negators.Contains(word))
                continue;
            if (word is "no" && at + 1 < words.Count && words[at + 1].Text is "concern" or "use" or "reason" or "point" or "purpose")
                MarkBefore(words, text, offset, dismissed, at);
            else if (word is not ("no" or "without" or "instead") && at + 1 < words.Count && DeniedPredicates.Contains(words[at + 1].Text) && words[at + 1].Text is not ("need" or "help" or "helps" or "work" or "works" or "enough"))
                MarkBefore(words, text, offset, dismissed, at);

            if (word is "never" || word is "no" && at + 1 < words.Count && words[at + 1].Text == "need")
            {
                var content = 0;
                for (var ahead = at + 1; ahead < words.Count && content < ReachAhead && !IsBreak(words, text, offset, ahead); ahead++)
                {
                    dismissed[ahead] = true;
                    content += words[ahead].IsContent ? 1 : 0;
                }
            }
        }

        return dismissed;
    }

    /// <summary>How many negations a sentence holds.</summary>
    public static int Count(IReadOnlyList<Word> words) =>
        words.Count(word => Words.IsHan(word.Text[0]) ? HanNegators.Any(negator => word.Text.StartsWith(negator, StringComparison.Ordinal)) : Negators.Contains(word.Text));

    private static void MarkBefore(IReadOnlyList<Word> words, string text, int offset, bool[] denied, int at)
    {
        for (var back = at - 1; back >= 0 && back >= at - ReachBack; back--)
        {
            denied[back] = true;
            if (IsBreak(words, text, offset, back))
                break;
        }
    }

    /// <summary>A clause begins at this word.</summary>
    private static bool IsBreak(IReadOnlyList<Word> words, string text, int offset, int at)
    {
        if (Breaks.Contains(words[at].Text))
            return true;
        if (at == 0)
            return false;
        var from = words[at - 1].End - offset;
        var to = words[at].Offset - offset;
        return from >= 0 && to > from && to <= text.Length && text.AsSpan(from, to - from).IndexOfAny(ClauseMarks) >= 0;
    }

    private static bool HanDenied(string text, int at)
    {
        var from = Math.Max(0, at - 4);
        var before = text.AsSpan(from, Math.Max(0, Math.Min(at + 1, text.Length) - from));
        var clause = before.LastIndexOfAny(HanClauseMarks) is var mark and >= 0 ? before[(mark + 1)..] : before;
        var count = 0;
        foreach (var negator in HanNegators)
        {
            if (clause.IndexOf(negator, StringComparison.Ordinal) >= 0)
                count++;
        }

        return count % 2 == 1;
    }
}
