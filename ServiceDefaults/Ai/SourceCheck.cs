using System.Text.RegularExpressions;

namespace ServiceDefaults.Ai;

/// <summary>
/// Holds a text of the model against what it may be made from: a number, or a name within a sentence, that none of the sources has was invented. Names are told
/// by their capitals, so a text without them (Chinese) is held to its numbers and its Latin names; at the beginning of a sentence every word has one, and <see cref="Openers"/>
/// tells them apart.
/// </summary>
public sealed partial class SourceCheck
{
    private const int Longest = 200_000;

    // Written-out numbers that say how much; smaller ones are words like any other ("two sentences").
    private static readonly Dictionary<string, string> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eleven"] = "11", ["twelve"] = "12", ["thirteen"] = "13", ["fourteen"] = "14", ["fifteen"] = "15", ["sixteen"] = "16", ["seventeen"] = "17", ["eighteen"] = "18", ["nineteen"] = "19",
        ["twenty"] = "20", ["thirty"] = "30", ["forty"] = "40", ["fifty"] = "50", ["sixty"] = "60", ["seventy"] = "70", ["eighty"] = "80", ["ninety"] = "90",
        ["hundred"] = "100", ["hundreds"] = "100", ["thousand"] = "1000", ["thousands"] = "1000", ["million"] = "1000000", ["millions"] = "1000000", ["billion"] = "1000000000",
    };

    // Capitals that name nothing.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase) { "I", "I'm", "I've", "I'd", "I'll", "A", "OK", "CV", "STAR", "Situation", "Task", "Action", "Result" };

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public SourceCheck(params IEnumerable<string?> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        foreach (var source in sources.OfType<string>())
            Add(source.Length > Longest ? source[..Longest] : source);
    }

    /// <summary>Words, in lower case, that may begin a sentence without being in a source; another one is a name there too. Null: every word may.</summary>
    public IReadOnlySet<string>? Openers { get; init; }

    /// <summary>Numbers and names of the text that no source has, in their order.</summary>
    public IReadOnlyList<string> Invented(string text)
    {
        var invented = new List<string>();
        foreach (Match match in Number().Matches(text))
        {
            if (!_numbers.Contains(Plainly(match.Value)))
                invented.Add(match.Value);
        }

        foreach (Match match in Word().Matches(text))
        {
            var word = Bare(match.Value);
            if (NumberWords.TryGetValue(word, out var number) ? !_words.Contains(word) && !_numbers.Contains(number) : IsName(text, match) && !IsKnown(word))
                invented.Add(word);
        }

        return [.. invented.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>One sentence for the model about what it invented at a place of its answer; none when it invented nothing.</summary>
    public IEnumerable<string> ProblemsOf(string place, string text)
    {
        if (Invented(text) is { Count: > 0 } invented)
            yield return $"{place} names what the data does not: {string.Join(", ", invented.Take(8))}";
    }

    private void Add(string source)
    {
        foreach (Match match in Number().Matches(source))
            _numbers.Add(Plainly(match.Value));
        foreach (Match match in Word().Matches(source))
        {
            var word = Bare(match.Value);
            _words.Add(word);
            if (NumberWords.TryGetValue(word, out var number))
                _numbers.Add(number);
            foreach (var part in word.Split(Joints, StringSplitOptions.RemoveEmptyEntries))
                _words.Add(part);
        }
    }

    private static readonly char[] Joints = ['-', '/', '.', '\'', '’', '&'];

    // "PostgreSQL's" and "Django-based" are made of what is known.
    private bool IsKnown(string word) =>
        Plain.Contains(word) || _words.Contains(word)
        || (word.Split(Joints, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.All(part => !part.Any(char.IsUpper) || Plain.Contains(part) || _words.Contains(part)))
        || (word.EndsWith('s') && _words.Contains(word[..^1]))
        || _words.Contains(word + "s");

    // A capital inside a sentence, or one that no sentence begins with.
    private bool IsName(string text, Match word)
    {
        var bare = Bare(word.Value);
        if (!bare.Any(char.IsUpper))
            return false;
        if (bare.Skip(1).Any(char.IsUpper))
            return true;
        return !StartsSentence(text, word.Index) || (Openers is { } openers && !IsOpener(bare.ToLowerInvariant(), openers));
    }

    // Adverbs, and verbs in the forms that begin a clause, are too many to list.
    private static bool IsOpener(string word, IReadOnlySet<string> openers) =>
        openers.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)
        || (word.Split(Joints, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && openers.Contains(parts[0]));

    private static bool StartsSentence(string text, int index)
    {
        var at = index - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '“' or '”' or '‘' or '\'' or '(' or '-' or '*' or '•' or '–' or '—'))
        {
            if (text[at] == '\n')
                return true;
            at--;
        }

        return at < 0 || text[at] is '.' or '!' or '?' or ':' or ';' or '…' or '。' or '！' or '？' or '：' or '；';
    }

    // 40,000 and 40000 are one number; 3.50 and 3.5 are not worth telling apart from others.
    private static string Plainly(string number) => Grouping().Replace(number.TrimEnd('.', ',', ':'), "");

    private static string Bare(string word)
    {
        var bare = word.Trim('\'', '’', '.', '-', '/', '&');
        return bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    [GeneratedRegex(@"\d+(?:[.,:]\d+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\d)[,](?=\d{3}(?:\D|$))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"(?=[\p{Lu}\p{Ll}\p{Lt}])[\p{Lu}\p{Ll}\p{Lt}\p{M}\p{Nd}][\p{Lu}\p{Ll}\p{Lt}\p{M}\p{Nd}'’.+#&/-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
