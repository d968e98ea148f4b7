using ResumeService.Profiles;

namespace ResumeService.Gap;

/// <summary>Cuts the line or sentence around a mention out of a text.</summary>
internal static class Quotes
{
    public const int MaxLength = 240;

    // A line that reaches this far and goes on in lower case was broken by the page's width, not by its writer.
    private const int WrappedFrom = 40;

    // "Inc. " and "No. " end no sentence.
    private const int ShortestLastWord = 4;

    /// <summary>
    /// The mention's whole line without the space around it. A line that the page's width broke is put together again; of
    /// such a passage, and of one longer than <see cref="MaxLength"/>, the sentence is quoted, cut at words to at most
    /// <see cref="MaxLength"/> characters around the mention. The text is the document's own, line breaks included.
    /// </summary>
    public static Quote Around(string text, TextSpan mention)
    {
        var matchStart = Math.Clamp(mention.Start, 0, text.Length);
        var matchEnd = Math.Clamp(mention.Start + mention.Length, matchStart, text.Length);
        var start = LineStart(text, matchStart);
        var end = LineEnd(text, matchEnd);
        var line = end - start;
        while (matchStart - start < MaxLength && start > 0 && IsWrapped(text, start - 1))
            start = LineStart(text, start - 1);
        while (end - matchEnd < MaxLength && end < text.Length && IsWrapped(text, end))
            end = LineEnd(text, end + 1);

        if (end - start > Math.Min(line, MaxLength))
        {
            start = SentenceStart(text, start, matchStart);
            end = SentenceEnd(text, matchEnd, end);
        }

        if (end - start > MaxLength)
        {
            var room = Math.Max(0, MaxLength - (matchEnd - matchStart)) / 2;
            start = Math.Max(start, NextWord(text, matchStart - room, matchStart));
            end = Math.Min(end, LastWord(text, Math.Min(text.Length, matchEnd + room), matchEnd));
        }

        while (start < matchStart && char.IsWhiteSpace(text[start]))
            start++;
        while (end > matchEnd && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new Quote(text[start..end], start, end, matchStart, matchEnd);
    }

    /// <summary>The text with a blank in place of each line break that only the page's width made; every offset stays what it was.</summary>
    public static string Unwrapped(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        source.CopyTo(target);
        for (var at = source.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = source.IndexOf('\n', at + 1))
        {
            if (IsWrapped(source, at))
                target[at] = ' ';
        }
    });

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    private static bool IsWrapped(string text, int lineBreak)
    {
        var start = LineStart(text, lineBreak);
        return lineBreak - start >= WrappedFrom
            && lineBreak + 1 < text.Length
            && char.IsLower(text[lineBreak + 1])
            && text[lineBreak - 1] is not ('.' or ':' or ';' or '!' or '?');
    }

    private static int SentenceStart(string text, int from, int match)
    {
        for (var i = match - 1; i > from; i--)
        {
            if (EndsSentence(text, i - 1))
                return i + 1;
        }
        return from;
    }

    private static int SentenceEnd(string text, int match, int to)
    {
        for (var i = match; i < to; i++)
        {
            if (EndsSentence(text, i))
                return i + 1;
        }
        return to;
    }

    private static bool EndsSentence(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?') || at + 2 >= text.Length || !char.IsWhiteSpace(text[at + 1]) || char.IsLower(text[at + 2]))
            return false;
        var word = at;
        while (word > 0 && char.IsLetter(text[word - 1]))
            word--;
        return at - word == 0 || at - word >= ShortestLastWord;
    }

    private static int NextWord(string text, int from, int limit)
    {
        from = Math.Max(0, from);
        if (from == 0 || char.IsWhiteSpace(text[from - 1]))
            return from;
        for (var i = from; i < limit; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                return i + 1;
        }

        // No space at all, as in Chinese: never split a surrogate pair.
        return from < limit && char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    private static int LastWord(string text, int to, int limit)
    {
        if (to >= text.Length || char.IsWhiteSpace(text[to]))
            return to;
        for (var i = to; i > limit; i--)
        {
            if (char.IsWhiteSpace(text[i - 1]))
                return i - 1;
        }

        return to > limit && char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }
}
