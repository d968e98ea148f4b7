using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>A set of words and phrases, compared without case.</summary>
internal static class WordList
{
    private static readonly char[] Separators = [',', '\n'];

    public static FrozenSet<string> Of(string words) =>
        words.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
