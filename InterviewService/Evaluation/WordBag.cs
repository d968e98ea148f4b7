namespace InterviewService.Evaluation;

/// <summary>The words of a text that carry meaning, each once, and whether they are denied there.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, bool> denied = new(StringComparer.Ordinal);
    private readonly HashSet<string> dismissed = new(StringComparer.Ordinal);
    private readonly HashSet<string> plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> acronyms = new(StringComparer.Ordinal);
    private readonly HashSet<string> directions = new(StringComparer.Ordinal);

    private WordBag(IReadOnlyList<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var deniedWords = Polarity.Denied(sentence.Words, sentence.Text, sentence.Offset);
            var dismissedWords = Polarity.Dismissed(sentence.Words, sentence.Text, sentence.Offset);
            for (var at = 0; at < sentence.Words.Count; at++)
            {
                var word = sentence.Words[at];
                if (Synonyms.TellsDirection(word.Text))
                    directions.Add(word.Text);
                if (!word.IsContent)
                    continue;
                // Said plainly somewhere counts as said plainly.
                denied[word.Stem] = denied.GetValueOrDefault(word.Stem, true) && deniedWords[at];
                if (dismissedWords[at])
                    dismissed.Add(word.Stem);
                else
                    plain.Add(word.Stem);
            }
            AddAcronyms(sentence.Words);
        }

        dismissed.ExceptWith(plain);
    }

    /// <summary>Words that the text calls needless, impossible or never to be done, and nothing else.</summary>
    public IReadOnlySet<string> Dismissed => dismissed;

    public IReadOnlyCollection<string> Stems => denied.Keys;

    /// <summary>Words such as before and after, which carry no meaning alone and turn a sentence round.</summary>
    public IReadOnlyCollection<string> Directions => directions;

    public static WordBag Of(params IReadOnlyList<Sentence> sentences) => new(sentences);

    public static WordBag Of(string text) => new([new Sentence(text, 0, Words.Of(text))]);

    public bool Contains(string stem) => denied.ContainsKey(stem);

    /// <summary>The other text has the initials of a name that this word is part of: "CSP" for "Content Security Policy".</summary>
    public bool IsShort(string stem, WordBag other) => acronyms.Any(acronym => acronym.Value.Contains(stem) && other.Contains(acronym.Key));

    public bool IsDenied(string stem) => denied.GetValueOrDefault(stem);

    public string? OppositeOf(string stem) => Synonyms.HasOpposite(stem) ? denied.Keys.FirstOrDefault(other => Synonyms.AreOpposite(stem, other)) : null;

    /// <summary>The text has the opposite of this direction, and not the direction itself.</summary>
    public bool TurnsRound(string direction) => !directions.Contains(direction) && directions.Any(other => Synonyms.AreOpposite(direction, other));

    /// <summary>1 for the stem itself, less for a near spelling (a typing error, a longer form), else 0.</summary>
    public double Likeness(string stem)
    {
        if (denied.ContainsKey(stem) || acronyms.ContainsKey(stem))
            return 1;
        if (stem.Length < 5 || Words.IsHan(stem[0]))
            return 0;
        foreach (var other in denied.Keys)
        {
            if (other.Length < 5)
                continue;
            var common = CommonPrefix(stem, other);
            if (common >= 5 && common >= 0.7 * Math.Max(stem.Length, other.Length))
                return 0.85;
            if (stem.Length > 5 && IsOneSlip(stem, other))
                return 0.85;
        }

        return 0;
    }

    private void AddAcronyms(IReadOnlyList<Word> words)
    {
        const int Shortest = 3, Longest = 4;
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = Shortest; length <= Longest && start + length <= words.Count; length++)
            {
                var name = words.Skip(start).Take(length).ToList();
                if (!name.TrueForAll(word => word.IsContent && char.IsAsciiLetter(word.Text[0])))
                    break;
                acronyms.TryAdd(string.Concat(name.Select(word => word.Text[0])), [.. name.Select(word => word.Stem)]);
            }
        }
    }

    private static int CommonPrefix(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        var at = 0;
        while (at < length && left[at] == right[at])
            at++;
        return at;
    }

    /// <summary>One letter changed, left out or added, or two swapped.</summary>
    private static bool IsOneSlip(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;
        var start = CommonPrefix(left, right);
        var (leftEnd, rightEnd) = (left.Length, right.Length);
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1])
        {
            leftEnd--;
            rightEnd--;
        }

        var (leftRest, rightRest) = (leftEnd - start, rightEnd - start);
        return leftRest <= 1 && rightRest <= 1
            || leftRest == 2 && rightRest == 2 && left[start] == right[start + 1] && left[start + 1] == right[start];
    }
}
