using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>Cuts a sentence where one statement ends and another begins, so that "it is quick, but it loses data" is two.</summary>
internal static partial class Clauses
{
    // With fewer words of meaning it states nothing that could be right or wrong.
    public const int LeastContent = 3;

    [GeneratedRegex(@"[,;:()，；：]|\s[-–—]\s|(?<=\s)(?=(?:and|but|so|because|while|whereas|which|since|as|when|if)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Joint { get; }

    /// <summary>The parts of a sentence, each with its place in the answer. What is too short to state something stays with its neighbour.</summary>
    public static IReadOnlyList<Sentence> Of(Sentence sentence)
    {
        var clauses = new List<Sentence>();
        var (from, firstWord) = (0, 0);
        foreach (Match joint in Joint.Matches(sentence.Text))
        {
            var at = joint.Index + joint.Length;
            var nextWord = firstWord;
            while (nextWord < sentence.Words.Count && sentence.Words[nextWord].Offset < sentence.Offset + at)
                nextWord++;
            if (Content(sentence, firstWord, nextWord) < LeastContent || Content(sentence, nextWord, sentence.Words.Count) < LeastContent)
                continue;
            clauses.Add(Part(sentence, from, at, firstWord, nextWord));
            (from, firstWord) = (at, nextWord);
        }

        if (from == 0)
            return [sentence];
        clauses.Add(Part(sentence, from, sentence.Text.Length, firstWord, sentence.Words.Count));
        return clauses;
    }

    private static int Content(Sentence sentence, int from, int to)
    {
        var count = 0;
        for (var at = from; at < to; at++)
            count += sentence.Words[at].IsContent ? 1 : 0;
        return count;
    }

    private static Sentence Part(Sentence sentence, int from, int to, int firstWord, int nextWord) =>
        new(sentence.Text[from..to], sentence.Offset + from, [.. sentence.Words.Skip(firstWord).Take(nextWord - firstWord)]);
}
