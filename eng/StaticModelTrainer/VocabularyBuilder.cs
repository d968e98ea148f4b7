using System.Text;
using System.Text.RegularExpressions;
using EmbeddingService.Models.Static;

namespace StaticModelTrainer;

/// <summary>Chooses the words that get a row: the most frequent ones of the texts and all whole words of the teacher, and the teacher's word pieces.</summary>
internal static partial class VocabularyBuilder
{
    private const int Words = 45_000;

    // The teacher knows how its own words are meant, also those that the texts hardly hold: they rank as if seen this often.
    private const int CountOfTeacherWord = 12;

    /// <summary>The entries of the table, most frequent word first, pieces behind the words.</summary>
    public static StaticVocabulary Build(IEnumerable<string> texts, IReadOnlyList<string> teacherVocabulary)
    {
        var counts = Count(texts);
        var teacherWords = teacherVocabulary.Where(entry => WholeWord().IsMatch(entry)).ToHashSet(StringComparer.Ordinal);
        foreach (var word in teacherWords)
            counts.TryAdd(word, 0);
        var words = counts
            .OrderByDescending(pair => teacherWords.Contains(pair.Key) ? Math.Max(pair.Value, CountOfTeacherWord) : pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(Words)
            .Select(pair => pair.Key);
        return new StaticVocabulary([.. words, .. teacherVocabulary.Where(entry => Piece().IsMatch(entry))]);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            foreach (var word in StaticTokens.Of(text))
            {
                // Words of other scripts are read by their spelling alone.
                if (Ascii.IsValid(word))
                    lookup[word] = lookup.TryGetValue(word, out var count) ? count + 1 : 1;
            }
        }

        return counts;
    }

    [GeneratedRegex("^[a-z]{2,}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WholeWord();

    [GeneratedRegex("^##[a-z0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
