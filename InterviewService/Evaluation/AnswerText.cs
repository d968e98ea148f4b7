using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>A sentence of an answer, word for word.</summary>
/// <param name="Text">As the person wrote it, without the white space around.</param>
/// <param name="Offset">Where it starts in the answer, in UTF-16 units.</param>
/// <param name="Words">Its words; their offsets count from the start of the answer.</param>
internal sealed record Sentence(string Text, int Offset, IReadOnlyList<Word> Words)
{
    /// <summary>On one line, without invisible characters: what patterns look at, so that white space changes nothing.</summary>
    public string Plain { get; } = Questions.Text.OneLine(Text);

    public int ContentCount { get; } = Words.Count(word => word.IsContent);
}

/// <summary>
/// An answer cut into sentences. What is said twice stands once: repeating says nothing new. Work on one answer is bounded: of a longer one only the start is read.
/// </summary>
internal sealed partial class AnswerText
{
    /// <summary>As much as a person says in a quarter of an hour.</summary>
    private const int LongestRead = 16_000;
    private const int MostSentences = 80;
    private const int LongSentence = 40;

    private AnswerText(IReadOnlyList<Sentence> sentences, int repeated)
    {
        Sentences = sentences;
        Repeated = repeated;
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>How many sentences were said again.</summary>
    public int Repeated { get; }

    public int WordCount => Sentences.Sum(sentence => sentence.Words.Count);

    public IEnumerable<Word> Words => Sentences.SelectMany(sentence => sentence.Words);

    public bool IsChinese => Words.Count(word => Evaluation.Words.IsHan(word.Text[0])) * 2 > WordCount;

    public static AnswerText Of(string answer)
    {
        var read = answer.Length > LongestRead ? answer[..LongestRead] : answer;
        var kept = new List<Sentence>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = 0;
        foreach (var sentence in Cut(read))
        {
            if (!seen.Add(Key(sentence)) || kept.Exists(earlier => SaysTheSame(earlier, sentence)))
                repeated++;
            else if (kept.Count < MostSentences)
                kept.Add(sentence);
        }

        return new AnswerText(kept, repeated);
    }

    /// <summary>The same answer without the sentences that <paramref name="drop"/> names.</summary>
    public AnswerText Without(Func<Sentence, bool> drop) => new([.. Sentences.Where(sentence => !drop(sentence))], Repeated);

    // A list mark starts a sentence; a bare line break does not, so that wrapped text reads like unwrapped.
    [GeneratedRegex(@"(?:(?<![a-z]\.[a-z]|\be\.?g|\bi\.?e|\betc|\bvs|\bapprox|\bmr|\bms|\bdr|\bno)[.!?]+['""”’)\]]*(?=\s|$|[\u3400-\u9FFF])|[;。！？；…]+|(?:\r?\n[ \t]*){2,}|(?<=^|\s)(?:[-*•–]|\d{1,2}[.)])(?=\s))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Boundary { get; }

    [GeneratedRegex(@"(?:[,，:：]|\s[-–—]\s)|(?<=\s)(?=(?:and|but|so|because|while|whereas|then|which)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Joint { get; }

    private static IEnumerable<Sentence> Cut(string text)
    {
        var start = 0;
        foreach (Match boundary in Boundary.Matches(text))
        {
            // A mark at the start of a list item belongs to nobody; an end mark belongs to its sentence.
            var isListMark = boundary.Value[0] is '-' or '*' or '•' or '–' || char.IsAsciiDigit(boundary.Value[0]);
            var end = isListMark ? boundary.Index : boundary.Index + boundary.Length;
            foreach (var sentence in Pieces(text, start, end))
                yield return sentence;
            start = boundary.Index + boundary.Length;
        }

        foreach (var sentence in Pieces(text, start, text.Length))
            yield return sentence;
    }

    /// <summary>Speech without full stops is cut at its joints, so that one point is looked for in one place.</summary>
    private static IEnumerable<Sentence> Pieces(string text, int start, int end)
    {
        var whole = Trimmed(text, start, end);
        if (whole is null)
            yield break;
        if (whole.Words.Count <= LongSentence)
        {
            yield return whole;
            yield break;
        }

        var from = whole.Offset;
        var wholeEnd = whole.Offset + whole.Text.Length;
        var nextWord = 0;
        var cutWord = 0;
        foreach (Match joint in Joint.Matches(whole.Text))
        {
            var at = whole.Offset + joint.Index + joint.Length;
            while (nextWord < whole.Words.Count && whole.Words[nextWord].Offset < at)
                nextWord++;
            if (nextWord - cutWord < LongSentence / 2)
                continue;
            if (Trimmed(text, from, at) is { } piece)
                yield return piece;
            (from, cutWord) = (at, nextWord);
        }

        if (Trimmed(text, from, wholeEnd) is { } rest)
            yield return rest;
    }

    private static Sentence? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start == end)
            return null;

        var piece = text[start..end];
        var words = Evaluation.Words.Of(piece, start);
        return words.Count == 0 ? null : new Sentence(piece, start, words);
    }

    private static string Key(Sentence sentence) => string.Join(' ', sentence.Words.Select(word => word.Text));

    private static bool SaysTheSame(Sentence earlier, Sentence later)
    {
        if (later.ContentCount < 4 || earlier.ContentCount < 4)
            return false;

        var left = earlier.Words.Where(word => word.IsContent).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var right = later.Words.Where(word => word.IsContent).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var shared = left.Count(right.Contains);
        return shared >= 0.85 * Math.Max(left.Count, right.Count) && Polarity.Count(earlier.Words) == Polarity.Count(later.Words);
    }
}
