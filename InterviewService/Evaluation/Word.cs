using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>One word of a text, ready for comparison.</summary>
/// <param name="Text">Lower case.</param>
/// <param name="Stem">Without endings, synonyms folded into one: two words of the same stem say the same.</param>
/// <param name="Offset">Where the word starts in its text, in UTF-16 units.</param>
/// <param name="IsContent">Carries meaning of its own; false for articles, pronouns, auxiliaries and the like.</param>
internal readonly record struct Word(string Text, string Stem, int Offset, bool IsContent)
{
    public int End => Offset + Text.Length;
}

/// <summary>Splits text into words. Chinese, which has no spaces, becomes overlapping pairs of characters.</summary>
internal static partial class Words
{
    private const int LongestWord = 40;

    // A step up the chain of Han characters; kana and Hangul are left to the letters' rule.
    [GeneratedRegex(@"(?<han>[\u3400-\u4DBF\u4E00-\u9FFF]+)|(?<word>(?:(?![\u3400-\u4DBF\u4E00-\u9FFF])\p{L})(?:(?![\u3400-\u4DBF\u4E00-\u9FFF])[\p{L}\p{N}\p{M}])*(?:['’]\p{L}{1,2}(?![\p{L}]))?(?:\+\+|#)?|\p{N}+(?:[.,]\p{N}+)*)",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern { get; }

    public static List<Word> Of(string text, int offset = 0)
    {
        var words = new List<Word>();
        foreach (Match match in Pattern.Matches(text))
        {
            if (match.Groups["han"].Success)
                AddHan(words, match.Value, offset + match.Index);
            else if (match.Length <= LongestWord)
                words.Add(Latin(match.Value, offset + match.Index));
        }

        return words;
    }

    /// <summary>The stems of the words that carry meaning, each once.</summary>
    public static HashSet<string> ContentStems(string text) => [.. Of(text).Where(word => word.IsContent).Select(word => word.Stem)];

    public static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static Word Latin(string value, int offset)
    {
        var lower = value.ToLowerInvariant().Replace('’', '\'');
        var isContent = !FunctionWords.Contains(lower);
        return new Word(lower, isContent ? Synonyms.Fold(Stemmer.Stem(lower)) : lower, offset, isContent);
    }

    private static void AddHan(List<Word> words, string run, int offset)
    {
        if (run.Length == 1)
        {
            words.Add(new Word(run, run, offset, !FunctionWords.ContainsHan(run[0])));
            return;
        }

        for (var at = 0; at + 1 < run.Length; at++)
        {
            // A pair that holds a particle says little of its own.
            var pair = run.Substring(at, 2);
            words.Add(new Word(pair, Synonyms.Fold(pair), offset + at, !FunctionWords.ContainsHan(pair[0]) && !FunctionWords.ContainsHan(pair[1])));
        }
    }
}
