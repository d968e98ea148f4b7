using System.Collections.Frozen;

namespace InterviewService.Evaluation;

/// <summary>Tells sentences from shuffled words by pairs that hardly ever stand together in English, such as "the of" or "a is".</summary>
internal static class WordOrder
{
    private static readonly FrozenSet<string> Determiners = Set("a an the my our your their its every");
    private static readonly FrozenSet<string> NotAfterDeterminer =
        Set("a an the of in on at by for with to from and or but is are was were be been am do does did have has had i we you he she they it if because so as than that this which can could will would should not");
    private static readonly FrozenSet<string> Prepositions = Set("of for with from into by");
    private static readonly FrozenSet<string> NotAfterPreposition = Set("of and or but is are was were do does did i we he she they if because so then can could will would should");
    private static readonly FrozenSet<string> Subjects = Set("i we he she they");
    private static readonly FrozenSet<string> NotAfterSubject = Set("a an the of in with from for is's my our i we he she they you and or because if so");

    /// <summary>1 for sentences, down to about 0.4 for words in random order.</summary>
    public static double Plausibility(IReadOnlyList<Sentence> sentences)
    {
        var (odd, pairs) = (0, 0);
        foreach (var sentence in sentences)
        {
            for (var at = 0; at + 1 < sentence.Words.Count; at++)
            {
                pairs++;
                var (first, second) = (sentence.Words[at].Text, sentence.Words[at + 1].Text);
                if (Determiners.Contains(first) && NotAfterDeterminer.Contains(second)
                    || Prepositions.Contains(first) && NotAfterPreposition.Contains(second)
                    || Subjects.Contains(first) && NotAfterSubject.Contains(second)
                    || first == second)
                    odd++;
            }

            // A sentence does not end in an article or a preposition of this kind.
            if (sentence.Words.Count > 3 && (Determiners.Contains(sentence.Words[^1].Text) || sentence.Words[^1].Text is "and" or "or" or "because"))
                odd++;
        }

        return pairs < 6 ? 1 : 1 - 0.6 * Scale.Ramp(odd / (double)pairs, 0.01, 0.06);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
