using ResumeService.Profiles;

namespace ResumeService.Gap;

/// <summary>Cuts the line around a mention out of a text.</summary>
internal static class Quotes
{
    public const int MaxLength = 240;

    /// <summary>The mention's whole line without the space around it, cut at words to at most <see cref="MaxLength"/> characters around the mention.</summary>
    public static Quote Around(string text, TextSpan mention)
    {
        var matchStart = Math.Clamp(mention.Start, 0, text.Length);
        var matchEnd = Math.Clamp(mention.Start + mention.Length, matchStart, text.Length);
        var start = matchStart == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], matchStart - 1) + 1;
        var end = text.IndexOfAny(['\n', '\r'], matchEnd);
        end = end < 0 ? text.Length : end;

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
