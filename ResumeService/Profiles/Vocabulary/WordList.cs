using System.Collections.Frozen;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>Vocabularies are written as words between spaces or lines of phrases, which is how they are read and extended.</summary>
internal static class WordList
{
    public static FrozenSet<string> Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Phrases(string phrases) =>
        phrases.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
