using System.Buffers;

namespace InterviewService.Evaluation;

/// <summary>Takes the usual endings off English words. Two forms of a word should meet; the result need not be a word.</summary>
internal static class Stemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    // Longest first. The number is how many letters must remain.
    private static readonly (string Ending, int Remain)[] Endings =
    [
        ("ization", 4), ("isation", 4), ("ational", 4), ("fulness", 3), ("ability", 4), ("ibility", 4), ("ations", 4), ("ically", 4), ("ation", 4), ("ising", 4), ("izing", 4),
        ("ments", 4), ("ment", 4), ("ingly", 4), ("iness", 3), ("ness", 4), ("ised", 4), ("ized", 4), ("ises", 4), ("izes", 4), ("able", 4), ("ible", 4), ("ally", 4), ("ance", 4), ("ence", 4), ("ancy", 4), ("ency", 4),
        ("ions", 4), ("ings", 3), ("ing", 3), ("ion", 4), ("ity", 4), ("ive", 4), ("ful", 4), ("ise", 4), ("ize", 4), ("ies", 3), ("ied", 3), ("ers", 4), ("est", 4), ("ed", 3), ("er", 4), ("or", 5),
        ("ly", 4), ("al", 5), ("ic", 5), ("ent", 5), ("ant", 5), ("es", 3), ("s", 3), ("y", 3), ("e", 3),
    ];

    public static string Stem(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetter(word[0]))
            return word;

        var stem = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        // Two rounds: "migrations" loses its plural, then its noun ending.
        for (var round = 0; round < 2; round++)
            stem = WithoutEnding(stem);
        return stem;
    }

    private static string WithoutEnding(string word)
    {
        if (word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal))
            return word;

        foreach (var (ending, remain) in Endings)
        {
            if (word.Length - ending.Length >= remain && word.EndsWith(ending, StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - ending.Length)))
                return Undouble(word[..^ending.Length]);
        }

        return word;
    }

    private static string Undouble(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    private static bool HasVowel(ReadOnlySpan<char> text) => text.IndexOfAny(Vowels) >= 0;
}
