using System.Collections.Frozen;
using System.Text;

namespace EmbeddingService.Models.Onnx;

/// <summary>
/// BERT's uncased WordPiece tokenizer (Devlin et al. 2018, Wu et al. 2016) as the publisher of all-MiniLM-L6-v2 runs it: words without accents and in lower
/// case, split at spaces, punctuation and ideographs; each word as the longest pieces of the vocabulary from left to right. Safe for use by several threads.
/// </summary>
internal sealed class WordPieceTokenizer
{
    /// <summary>Tokens of a text, the two around it included; what is beyond is not read.</summary>
    public const int MaxTokens = 256;

    /// <summary>Characters of a word that is looked up; a longer one is unknown.</summary>
    private const int MaxWordLength = 100;

    private const string Continuation = "##";
    private static readonly string[] SpecialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    private readonly FrozenDictionary<string, int> _starts;
    private readonly FrozenDictionary<string, int> _continuations;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _findStart;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _findContinuation;
    private readonly int _longestPiece;
    private readonly int _unknown;
    private readonly int _first;
    private readonly int _last;

    /// <param name="vocabulary">One piece a line; a piece's id is its line's number from 0.</param>
    /// <exception cref="InvalidDataException">It is no such vocabulary.</exception>
    public WordPieceTokenizer(IReadOnlyList<string> vocabulary)
    {
        var starts = new Dictionary<string, int>(vocabulary.Count, StringComparer.Ordinal);
        var continuations = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var piece = vocabulary[id];
            if (piece.Length > Continuation.Length && piece.StartsWith(Continuation, StringComparison.Ordinal))
                continuations[piece[Continuation.Length..]] = id;
            else
                starts[piece] = id;
        }

        int Required(string token) => starts.TryGetValue(token, out var id) ? id : throw new InvalidDataException($"The vocabulary has no {token}.");
        _unknown = Required("[UNK]");
        _first = Required("[CLS]");
        _last = Required("[SEP]");
        PadId = Required("[PAD]");
        Size = vocabulary.Count;
        _starts = starts.ToFrozenDictionary(StringComparer.Ordinal);
        _continuations = continuations.ToFrozenDictionary(StringComparer.Ordinal);
        _findStart = _starts.GetAlternateLookup<ReadOnlySpan<char>>();
        _findContinuation = _continuations.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestPiece = vocabulary.Max(piece => piece.Length);
    }

    /// <summary>Fills a batch up behind shorter texts.</summary>
    public int PadId { get; }

    /// <summary>Ids are below it.</summary>
    public int Size { get; }

    /// <exception cref="InvalidDataException">The file is no vocabulary of this kind.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WordPieceTokenizer Read(string file) => new(File.ReadAllLines(file, Encoding.UTF8));

    /// <summary>The ids of a text, [CLS] first and [SEP] last, at most <see cref="MaxTokens"/>.</summary>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>(64) { _first };
        var word = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.Length > 0 && ids.Count < MaxTokens)
        {
            var (start, special) = FindSpecialToken(rest);
            AddWords(rest[..start], word, ids);
            if (special is null)
                break;
            ids.Add(_starts.TryGetValue(special, out var id) ? id : _unknown);
            rest = rest[(start + special.Length)..];
        }

        if (ids.Count >= MaxTokens)
            ids.RemoveRange(MaxTokens - 1, ids.Count - MaxTokens + 1);
        ids.Add(_last);
        return [.. ids];
    }

    // Names of special tokens inside a text are those tokens, as the publisher's tokenizer has it; only in this spelling.
    private static (int Start, string? Token) FindSpecialToken(ReadOnlySpan<char> text)
    {
        for (var start = text.IndexOf('['); start >= 0;)
        {
            foreach (var token in SpecialTokens)
            {
                if (text[start..].StartsWith(token, StringComparison.Ordinal))
                    return (start, token);
            }

            var next = text[(start + 1)..].IndexOf('[');
            start = next < 0 ? next : start + 1 + next;
        }

        return (text.Length, null);
    }

    private void AddWords(ReadOnlySpan<char> text, StringBuilder word, List<int> ids)
    {
        var characters = TokenizerCharacters.Table;
        foreach (var rune in text.EnumerateRunes())
        {
            // A text may be far longer than what is read of it.
            if (ids.Count >= MaxTokens)
                return;

            var kind = characters.KindOf(rune);
            if (kind == CharacterKind.Removed)
                continue;
            if (kind == CharacterKind.Word && !characters.IsIdeograph(rune))
            {
                characters.Append(word, rune);
                continue;
            }

            AddWord(word, ids);
            if (kind == CharacterKind.Space)
                continue;
            characters.Append(word, rune);
            AddWord(word, ids);
        }

        AddWord(word, ids);
    }

    /// <summary>Adds the pieces of <paramref name="word"/> and empties it.</summary>
    private void AddWord(StringBuilder word, List<int> ids)
    {
        if (word.Length == 0)
            return;

        // A character outside the first plane counts once.
        var text = word.ToString();
        word.Clear();
        if (text.Length > MaxWordLength && text.Count(unit => !char.IsLowSurrogate(unit)) > MaxWordLength)
        {
            ids.Add(_unknown);
            return;
        }

        var before = ids.Count;
        for (var start = 0; start < text.Length;)
        {
            var find = start == 0 ? _findStart : _findContinuation;
            var length = Math.Min(text.Length - start, _longestPiece);
            var id = 0;
            while (length > 0 && !find.TryGetValue(text.AsSpan(start, length), out id))
                length--;
            if (length == 0)
            {
                // One part that is unknown makes the whole word unknown.
                ids.RemoveRange(before, ids.Count - before);
                ids.Add(_unknown);
                return;
            }

            ids.Add(id);
            start += length;
        }
    }
}
