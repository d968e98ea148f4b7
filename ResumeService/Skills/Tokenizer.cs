using System.Buffers;
using System.Globalization;

namespace ResumeService.Skills;

/// <summary>Splits a text into words and signs in one pass.</summary>
internal static class Tokenizer
{
    private const string Bullets = "•·●▪◦‣■□▶►➢✓✔★☆–—|;,()[]{}，、；（）【】《》「」\"“”";
    private static readonly SearchValues<string> WebEndings = SearchValues.Create([".com", ".org", ".edu", ".gov", ".github.io", ".dev/", ".me/", ".co/"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Tokens of <paramref name="text"/>, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">Gives words their ids; a word it does not know has the id -1.</param>
    /// <param name="tokens">Cleared, then filled.</param>
    public static void Tokenize(ReadOnlySpan<char> text, Vocabulary vocabulary, List<Token> tokens)
    {
        tokens.Clear();
        var previousEnd = 0;
        var hyphen = false;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '\n' or '\r')
            {
                i = AddBreak(text, i, tokens);
                hyphen = false;
            }
            else if (char.IsWhiteSpace(c))
            {
                i = AddGap(text, i, tokens);
                hyphen = false;
            }
            else if (IsLinkStart(text, i) && LinkLength(text[i..]) is var link and > 0)
            {
                Add(TokenKind.Other, link);
                hyphen = false;
            }
            else if (IsWordChar(c) || IsDotNet(text, i))
            {
                AddWord(text, ref i);
                hyphen = false;
            }
            else
            {
                hyphen = AddSign(text, ref i);
            }
        }

        void Add(TokenKind kind, int length)
        {
            tokens.Add(new Token { Start = i, Length = length, Kind = kind, Adjacent = previousEnd == i && tokens.Count > 0, Word = -1, Singular = -1 });
            i += length;
            previousEnd = i;
        }

        void AddWord(ReadOnlySpan<char> text, ref int i)
        {
            var length = WordLength(text, i);
            var word = text.Slice(i, length);
            var (id, roles) = vocabulary.Find(word);
            var singular = -1;
            if (length > 3 && word[^1] is 's' or 'S' && word[^2] is not ('s' or 'S'))
            {
                singular = vocabulary.Find(word[..^1]).Id;
                if (singular < 0 && word.EndsWith("ies", StringComparison.OrdinalIgnoreCase))
                    singular = vocabulary.Find($"{word[..^3]}y").Id;
            }

            tokens.Add(new Token
            {
                Start = i,
                Length = length,
                Kind = TokenKind.Word,
                Hyphenated = hyphen,
                Adjacent = previousEnd == i && tokens.Count > 0,
                Roles = roles,
                Word = id,
                Singular = singular,
            });
            i += length;
            if (IsPossessive(text, i))
                i += 2;
            previousEnd = i;
        }

        // True when the sign ties two words together.
        bool AddSign(ReadOnlySpan<char> text, ref int i)
        {
            var c = text[i];
            var betweenWords = i > 0 && i + 1 < text.Length && (IsWordChar(text[i - 1]) || text[i - 1] is '+' or '#') && IsWordChar(text[i + 1]);
            if (betweenWords && c is '-' or '_' or '\u2010' or '\u2011')
            {
                i++;
                return true;
            }

            if (betweenWords && c == '.')
            {
                i++;
                return false;
            }

            Add(KindOf(text, i), 1);
            return false;
        }
    }

    private static TokenKind KindOf(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '/' or '\\' => TokenKind.Slash,
        '&' => TokenKind.Ampersand,
        ':' or '：' => TokenKind.Colon,
        '-' or '‐' or '−' when i > 0 && i + 1 < text.Length && char.IsWhiteSpace(text[i - 1]) && char.IsWhiteSpace(text[i + 1]) => TokenKind.Dash,
        '-' or '*' or '+' or '~' or '#' or '>' => TokenKind.Separator,
        '.' or '!' or '?' or '。' or '！' or '？' => TokenKind.SentenceEnd,
        var c when Bullets.Contains(c, StringComparison.Ordinal) => TokenKind.Separator,
        _ => TokenKind.Other,
    };

    private static int AddBreak(ReadOnlySpan<char> text, int i, List<Token> tokens)
    {
        var start = i;
        var lines = 0;
        for (; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
                lines++;
        }

        tokens.Add(new Token { Start = start, Length = i - start, Kind = lines > 1 ? TokenKind.BlankLine : TokenKind.LineBreak, Word = -1, Singular = -1 });
        return i;
    }

    // A tab or three spaces stand between columns or items, not between the words of a name.
    private static int AddGap(ReadOnlySpan<char> text, int i, List<Token> tokens)
    {
        var start = i;
        var tab = false;
        for (; i < text.Length && text[i] is not ('\n' or '\r') && char.IsWhiteSpace(text[i]); i++)
            tab |= text[i] == '\t';
        if ((tab || i - start > 2) && i < text.Length && text[i] is not ('\n' or '\r') && tokens.Count > 0 && tokens[^1].Kind == TokenKind.Word)
            tokens.Add(new Token { Start = start, Length = i - start, Kind = TokenKind.Separator, Word = -1, Singular = -1 });
        return i;
    }

    private static int WordLength(ReadOnlySpan<char> text, int start)
    {
        if (IsCjk(text[start]))
            return 1;

        var i = text[start] == '.' ? start + 1 : start;
        while (i < text.Length && IsWordChar(text[i]) && !IsCjk(text[i]))
            i++;
        // don't, l'application: one word; but "React's" is React.
        if (i + 1 < text.Length && text[i] is '\'' or '’' && !IsPossessive(text, i) && IsWordChar(text[i + 1]) && !IsCjk(text[i + 1]))
        {
            i++;
            while (i < text.Length && IsWordChar(text[i]) && !IsCjk(text[i]))
                i++;
            return i - start;
        }

        var signs = i;
        while (signs < text.Length && text[signs] == '+')
            signs++;
        if (signs - i > 1 || (signs - i == 1 && (signs == text.Length || !IsWordChar(text[signs]) || IsCjk(text[signs]))))
            return signs - start;
        if (i - start == 1 && i < text.Length && text[i] is '#' or '♯' && (i + 1 == text.Length || !char.IsAsciiLetter(text[i + 1])))
            return 2;
        return i - start;
    }

    // ".NET", but neither the end of a host name nor "ASP.NET", which is two words.
    private static bool IsDotNet(ReadOnlySpan<char> text, int i) =>
        text[i] == '.'
        && (i == 0 || !IsWordChar(text[i - 1]) || IsCjk(text[i - 1]))
        && text[(i + 1)..].StartsWith("net", StringComparison.OrdinalIgnoreCase)
        && (i + 4 == text.Length || !IsWordChar(text[i + 4]) || IsCjk(text[i + 4]) || text[(i + 4)..].StartsWith("core", StringComparison.OrdinalIgnoreCase));

    private static bool IsPossessive(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && text[i] is '\'' or '’' && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !IsWordChar(text[i + 2]));

    private static bool IsLinkStart(ReadOnlySpan<char> text, int i) => char.IsAsciiLetterOrDigit(text[i]) && (i == 0 || !IsLinkChar(text[i - 1]));

    // A name in an address (github.com/someone, someone@java.example) says nothing about skills.
    private static int LinkLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsLinkChar(text[length]))
            length++;
        var run = text[..length];
        var isLink = run.Contains("://", StringComparison.Ordinal)
            || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (run.IndexOf('@') is var at and > 0 && run[at..].Contains('.'))
            || (run.Contains('/') && run.ContainsAny(WebEndings));
        return isLink ? length : 0;
    }

    private static bool IsLinkChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '~' or ':' or '/' or '?' or '=' or '%' or '@' or '#' or '+';

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private static bool IsCjk(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';
}
