using System.Globalization;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Dates;

internal enum DateTokenKind
{
    Number,
    Word,
    Symbol,
}

/// <summary>A number, a word (lower case, without accents; one CJK character) or a symbol of a line; joined when no white space parts it from the token before.</summary>
internal readonly record struct DateToken(DateTokenKind Kind, string Text, int Number, int Start, int Length, bool Joined)
{
    public int End => Start + Length;

    public bool Is(char symbol) => Kind == DateTokenKind.Symbol && Text[0] == symbol;
}

internal static class DateTokens
{
    public static List<DateToken> Read(string line)
    {
        var tokens = new List<DateToken>();
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            var end = End(line, at);
            var joined = at > 0 && !char.IsWhiteSpace(line[at - 1]);
            var text = line[at..end];
            if (NumberIn(text) is { } number)
                tokens.Add(new DateToken(DateTokenKind.Number, text, number, at, end - at, joined));
            else if (char.IsLetter(text[0]))
                tokens.Add(new DateToken(DateTokenKind.Word, TextShape.Fold(text), 0, at, end - at, joined));
            else
                tokens.Add(new DateToken(DateTokenKind.Symbol, text, 0, at, end - at, joined));

            at = end;
        }

        return tokens;
    }

    private static int End(string line, int at)
    {
        if (TextShape.IsCjk(line[at]) || !char.IsLetterOrDigit(line[at]))
            return at + 1;

        // "2O19" and "0l" come out of OCR: a run that starts like a number may hold letters that look like digits.
        var end = at;
        if (char.IsAsciiDigit(line[at]))
        {
            while (end < line.Length && (char.IsAsciiDigit(line[end]) || (LooksLikeDigit(line[end]) && !FollowedByLetter(line, end))))
                end++;

            return end;
        }

        while (end < line.Length && (char.IsLetter(line[end]) || line[end] is '\u0301') && !TextShape.IsCjk(line[end]))
            end++;

        return Math.Max(end, at + 1);
    }

    private static bool LooksLikeDigit(char c) => c is 'O' or 'o' or 'l' or 'I';

    private static bool FollowedByLetter(string line, int at) => at + 1 < line.Length && char.IsLetter(line[at + 1]) && !LooksLikeDigit(line[at + 1]);

    private static int? NumberIn(string text)
    {
        if (!char.IsAsciiDigit(text[0]) || text.Length > 8)
            return null;

        var digits = text.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
