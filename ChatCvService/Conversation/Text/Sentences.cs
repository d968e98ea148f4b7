using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatCvService.Conversation.Text;

/// <summary>Cuts a message into lines, a line into sentences, a sentence into clauses that each say one thing.</summary>
internal static partial class Sentences
{
    /// <summary>A sentence without an end in sight is cut here: patterns stay fast on any input.</summary>
    private const int Longest = 600;

    /// <summary>Typographic quotes, dashes and spaces as plain ones, emoji as spaces, slips of the keyboard mended. Doing it twice changes nothing.</summary>
    public static string Normalize(string message) => Spelling.Mend(Plain(message));

    private static string Plain(string message) => string.Create(message.Length, message, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (IsPicture(source, i))
            {
                target[i] = ' ';
                if (char.IsHighSurrogate(source[i]) && i + 1 < source.Length)
                    target[++i] = ' ';
                continue;
            }

            target[i] = source[i] switch
            {
                // Halves of characters and controls say nothing, and comparing without accents would throw on them.
                var c when char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]) => c,
                var c when char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(source[i - 1]) => c,
                var c when char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or (< ' ' and not ('\n' or '\r' or '\t')) => ' ',
                '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`' => '\'',
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2212' => '-',
                '\t' or '\u00A0' or '\u202F' or '\u2009' or '\u200B' or '\uFEFF' or Passage.Taken or Passage.Date => ' ',
                '\r' or '\u2028' or '\u2029' => '\n',
                var c => c,
            };
        }
    });

    // Emoji and what joins and colours them: said beside the words, never in them.
    private static bool IsPicture(string text, int index) =>
        text[index] is '\u200D' or '\uFE0F' or '\u20E3'
        || CharUnicodeInfo.GetUnicodeCategory(text, index) == UnicodeCategory.OtherSymbol && text[index] is not ('°' or '©' or '®' or '►' or '▪')
        || (char.IsHighSurrogate(text[index]) && CharUnicodeInfo.GetUnicodeCategory(text, index) == UnicodeCategory.ModifierSymbol);

    public static IEnumerable<Passage> Lines(Passage message)
    {
        var start = 0;
        while (start <= message.Text.Length)
        {
            var end = message.Text.IndexOf('\n', start);
            if (end < 0)
                end = message.Text.Length;
            if (Trim(message.Slice(start, end - start)) is { } line)
                yield return line;
            start = end + 1;
        }
    }

    public static IEnumerable<Passage> Split(Passage line)
    {
        var start = 0;
        foreach (Match end in Ends().Matches(line.Text))
        {
            if (IsAbbreviation(line.Text, end.Index))
                continue;
            foreach (var sentence in Cut(line.Slice(start, end.Index + 1 - start)))
                yield return sentence;
            start = end.Index + end.Length;
        }

        foreach (var sentence in Cut(line.From(start)))
            yield return sentence;
    }

    /// <summary>"I work at A and I studied at B" says two things; "where I build B" belongs to what stands before it.</summary>
    public static IEnumerable<Passage> Clauses(Passage sentence)
    {
        var start = 0;
        foreach (Match joint in Joints().Matches(sentence.Text))
        {
            // "From 2015 to 2019, I was …": the time belongs to what follows it.
            if (Introduction().IsMatch(sentence.Text[start..joint.Index]))
                continue;
            if (Trim(sentence.Slice(start, joint.Index - start)) is { } clause)
                yield return clause;
            start = joint.Index + joint.Length;
        }

        if (Trim(sentence.From(start)) is { } last)
            yield return last;
    }

    /// <summary>Without the white space around it; null when nothing is left.</summary>
    public static Passage? Trim(Passage passage)
    {
        var start = 0;
        var end = passage.Text.Length;
        while (start < end && char.IsWhiteSpace(passage.Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(passage.Text[end - 1]))
            end--;
        return start == end ? null : passage.Slice(start, end - start);
    }

    private static IEnumerable<Passage> Cut(Passage sentence)
    {
        var rest = sentence;
        while (rest.Text.Length > Longest)
        {
            var at = rest.Text.LastIndexOfAny([',', ';', ' '], Longest);
            if (at <= 0)
                at = Longest;
            if (Trim(rest.Slice(0, at)) is { } piece)
                yield return piece;
            rest = rest.From(at + (at < Longest ? 1 : 0));
        }

        if (Trim(rest) is { } last)
            yield return last;
    }

    private static bool IsAbbreviation(string text, int end)
    {
        if (text[end] != '.')
            return false;
        var start = end;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or ','))
            start--;
        var word = text[start..end].ToLowerInvariant();
        // Initials and dotted letters: J., B.Sc., U.S.
        if (word.Length == 1 && char.IsLetter(word[0]) && char.IsUpper(text[start]) && text[start] != 'I')
            return true;
        return word is "dr" or "mr" or "mrs" or "ms" or "st" or "prof" or "jr" or "sr" or "e.g" or "i.e" or "etc" or "approx" or "no" or "vs" or "dept"
                or "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sep" or "sept" or "oct" or "nov" or "dec"
            || (word is "inc" or "ltd" or "co" or "corp" or "bros" or "ph.d" or "b.sc" or "m.sc" or "b.a" or "m.a" or "b.s" or "m.s" or "b.eng" or "m.eng" or "b.tech" && NextIsLower(text, end));
    }

    private static bool NextIsLower(string text, int end)
    {
        var next = end + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next < text.Length && (char.IsLower(text[next]) || text[next] is '(' or ',' || Passage.Date == text[next]);
    }

    [GeneratedRegex(@"^(?!.*\b(?:i|i'm|i've|my)\b)\s*(?:(?:before|earlier|previously|prior|after|then|later|currently|right\s+now|from|in|since|between|during|until|at\s+the\s+moment|for)\b)[^@]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"[.!?…]+(?=\s|$)\s*|[。！？]", RegexOptions.None, 10_000)]
    private static partial Regex Ends();

    [GeneratedRegex(
        """
        \s*(?:[,;:]|\s-)?\s+(?:(?:and|but|so|plus|also|while|because|although)\s+)+(?=(?:i|i'm|im|i've|ive|i'd|i'll|my|me|before|prior|previously|then|now|currently|at\s+\p{L}+\s+i)\b)
        | \s*[,;]\s*(?:(?:and|but)\s+)?(?=(?:i'm|im|i've|ive|i|my)\s|(?:before|prior\s+to|after)\s+(?:that|this|then)\b|previously\b|then\s+i\b|earlier\b|currently\b|(?:living|based|located|residing)\s+in\s)
        | \s+(?=(?:my\s+(?:e-?mail|phone|number|mobile|cell|telephone|name|address|linkedin|website)|i\s+live\s+in|i'?m\s+based|i\s+speak)\b)
        | \s*;\s+
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Joints();
}
