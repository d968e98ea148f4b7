namespace EmbeddingService.Models.Static;

/// <summary>The words and word pieces that have a row, and the rows of any word: its own, or those of the pieces it is put together from.</summary>
internal sealed class StaticVocabulary
{
    private const string PieceMark = "##";
    private const int ShortestStart = 2;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordLookup;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _pieceLookup;
    private readonly int _longestPiece;

    /// <param name="entries">One a row, in the order of the rows; <c>##</c> in front marks a piece that continues a word.</param>
    /// <exception cref="InvalidDataException">An entry is empty or stands twice.</exception>
    public StaticVocabulary(IReadOnlyList<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Entries = entries;
        for (var row = 0; row < entries.Count; row++)
        {
            var isPiece = entries[row].StartsWith(PieceMark, StringComparison.Ordinal) && entries[row].Length > PieceMark.Length;
            var name = isPiece ? entries[row][PieceMark.Length..] : entries[row];
            if (name.Length == 0 || !(isPiece ? _pieces : _words).TryAdd(name, row))
                throw new InvalidDataException($"The vocabulary of a static model has an empty or repeated entry in row {row}.");
            if (isPiece)
                _longestPiece = Math.Max(_longestPiece, name.Length);
        }

        _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _pieceLookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> Entries { get; }

    /// <summary>Writes the rows of a word, first piece first.</summary>
    /// <param name="word">One of <see cref="StaticTokens"/>.</param>
    /// <param name="rows">Room for <see cref="StaticTokens.MaxLength"/> rows.</param>
    /// <returns>How many there are; 0 for a word that has none and cannot be put together either.</returns>
    public int RowsOf(ReadOnlySpan<char> word, Span<int> rows)
    {
        if (_wordLookup.TryGetValue(word, out rows[0]))
            return 1;

        // Longest match first, as the teacher's own tokenizer cuts a word.
        var start = word.Length - 1;
        while (start >= ShortestStart && !_wordLookup.TryGetValue(word[..start], out rows[0]))
            start--;
        if (start < ShortestStart)
            return 0;

        var count = 1;
        for (var rest = word[start..]; !rest.IsEmpty; count++)
        {
            var length = Math.Min(rest.Length, _longestPiece);
            while (length > 0 && !_pieceLookup.TryGetValue(rest[..length], out rows[count]))
                length--;
            if (length == 0)
                return 0;
            rest = rest[length..];
        }

        return count;
    }
}
