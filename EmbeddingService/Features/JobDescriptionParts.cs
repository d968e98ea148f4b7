using System.Text.RegularExpressions;

namespace EmbeddingService.Features;

/// <summary>A job description in pieces that each ask for one thing: its lines, and the sentences of long ones.</summary>
internal static partial class JobDescriptionParts
{
    /// <summary>Parts that are compared; what a longer text says behind them has been said before.</summary>
    public const int MaxParts = 256;

    /// <summary>Longest part in UTF-16 units; the rest of a longer sentence is a part of its own.</summary>
    public const int MaxPartLength = 400;

    // Headings ("Requirements") and lone words ask for nothing by themselves.
    private const int MinWords = 3;

    /// <summary>The parts of <paramref name="text"/> in order; of a text without a whole sentence, the text itself. A blank text has none.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            foreach (var sentence in SentenceEnd().EnumerateSplits(line))
            {
                AddPieces(parts, line[sentence].TrimStart(" \t-–—*•·‣▪#>|").Trim());
                if (parts.Count >= MaxParts)
                    return parts;
            }
        }

        var whole = text.AsSpan().Trim();
        return parts.Count > 0 ? parts : whole.IsEmpty ? [] : [whole[..Math.Min(whole.Length, MaxPartLength)].ToString()];
    }

    private static void AddPieces(List<string> parts, ReadOnlySpan<char> sentence)
    {
        while (!sentence.IsEmpty && parts.Count < MaxParts)
        {
            var piece = sentence[..Math.Min(sentence.Length, MaxPartLength)];
            if (piece.Length < sentence.Length && piece.LastIndexOf(' ') is > 0 and var space)
                piece = piece[..space];
            if (Word().Count(piece) >= MinWords)
                parts.Add(piece.ToString());
            sentence = sentence[piece.Length..].TrimStart();
        }
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+|(?<=[。！？；])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SentenceEnd();

    // A Chinese or Japanese character counts as a word, a run of other letters as one.
    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF]|[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF]]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();
}
