namespace ResumeService.Extraction.Pdf;

/// <summary>
/// Arabic and Hebrew: pages draw such a line from left to right as it looks. Its words are put in the order in which they are read and each word's letters are turned
/// round; numbers and words of other scripts in between keep their own direction.
/// </summary>
internal static class RightToLeft
{
    /// <summary>The words of one line from left to right -> in reading order. A line without such letters comes back as it is.</summary>
    public static IReadOnlyList<PageWord> Order(IReadOnlyList<PageWord> words)
    {
        if (!words.Any(word => HasLetters(word.Text)) || words.Count(word => HasLetters(word.Text)) < words.Count(word => word.Text.Any(char.IsAsciiLetter)))
            return words;
        var ordered = new List<PageWord>(words.Count);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (!words[i].Text.Any(char.IsAsciiLetter))
            {
                ordered.Add(HasLetters(words[i].Text) ? words[i] with { Text = Turn(words[i].Text) } : words[i]);
                continue;
            }

            // Words of a left-to-right script that follow each other are read in their own order.
            var first = i;
            while (first > 0 && words[first - 1].Text.Any(char.IsAsciiLetter))
                first--;
            for (var other = first; other <= i; other++)
                ordered.Add(words[other]);
            i = first;
        }

        return ordered;
    }

    public static bool HasLetters(string text) => text.Any(IsRightToLeft);

    private static bool IsRightToLeft(char c) => c is >= '\u0590' and <= '\u08ff' or >= '\ufb1d' and <= '\ufdff' or >= '\ufe70' and <= '\ufefc';

    /// <summary>Turns a word round by what people see as letters, so that marks stay with theirs; digits inside keep their order.</summary>
    private static string Turn(string text)
    {
        var elements = new List<string>();
        var walk = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
        {
            var element = walk.GetTextElement();
            if (elements.Count > 0 && char.IsDigit(element[0]) && char.IsDigit(elements[^1][^1]))
                elements[^1] += element;
            else
                elements.Add(element);
        }

        elements.Reverse();
        return string.Concat(elements);
    }
}
