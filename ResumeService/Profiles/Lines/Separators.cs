namespace ResumeService.Profiles.Lines;

/// <summary>The signs resumes put between the parts of a line.</summary>
internal static class Separators
{
    private static readonly char[] Around = [' ', '|', ',', ';', ':', '-', '–', '—', '−', '·', '•', '/', '~', '*', '_', '=', '#', '>', '<', '\\'];

    /// <summary>Without the separators at both ends and without brackets that hold nothing.</summary>
    public static string Trim(string text)
    {
        var trimmed = text.Replace("()", "", StringComparison.Ordinal).Replace("( )", "", StringComparison.Ordinal).Replace("[]", "", StringComparison.Ordinal).Trim(Around);
        while (trimmed.Length > 0 && Unmatched(trimmed) is { } rest)
            trimmed = rest.Trim(Around);

        return trimmed.Length == 1 && !char.IsLetterOrDigit(trimmed[0]) ? "" : trimmed;
    }

    /// <summary>" | " once between parts, never at an end, never inside empty brackets.</summary>
    public static string DropEmpty(string text)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join(" | ", parts);
        return joined.Contains("( | )", StringComparison.Ordinal) || joined.Contains("( |", StringComparison.Ordinal) || joined.Contains("| )", StringComparison.Ordinal)
            ? DropEmpty(joined.Replace("( | )", "|", StringComparison.Ordinal).Replace("( |", "|", StringComparison.Ordinal).Replace("| )", "|", StringComparison.Ordinal))
            : joined;
    }

    /// <summary>The parts between strong separators: bar, dot, tab, or a dash with space around it.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        var from = 0;
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            var isSpaced = at > 0 && at + 1 < text.Length && text[at - 1] == ' ' && text[at + 1] == ' ';
            var separates = text[at] is '|' or '•' or '·' or '●' or '∙' or '»' || (depth <= 0 && isSpaced && text[at] is '-' or '–' or '—' or '−' or '~' or '/' or '@' or '\\' && isSpaced && depth <= 0);
            if (!separates)
                continue;

            if (Trim(text[from..at]) is { Length: > 0 } part)
                yield return part;

            from = at + 1;
        }

        if (Trim(text[from..]) is { Length: > 0 } last)
            yield return last;
    }

    /// <summary>The pieces between blanks that stand between two Chinese, Japanese or Korean characters: such lines use the blank as others use a comma.</summary>
    public static IEnumerable<string> AtCjkBlanks(string text)
    {
        var from = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at] != ' ' || !TextShape.IsCjk(text[at - 1]) || !TextShape.IsCjk(text[at + 1]))
                continue;

            yield return text[from..at];
            from = at + 1;
        }

        yield return text[from..];
    }

    private static string? Unmatched(string text)
    {
        if (text[0] is ')' or ']' || (text[0] is '(' && !text.Contains(')', StringComparison.Ordinal)) || (text[0] is '[' && !text.Contains(']', StringComparison.Ordinal)))
            return text[1..];

        if (text[^1] is '(' or '[' || (text[^1] is ')' && !text.Contains('(', StringComparison.Ordinal)) || (text[^1] is ']' && !text.Contains('[', StringComparison.Ordinal)))
            return text[..^1];

        return text[0] is '(' && text[^1] is ')' && text.IndexOf(')', StringComparison.Ordinal) == text.Length - 1 ? text[1..^1] : null;
    }
}
