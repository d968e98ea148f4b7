using System.Globalization;

namespace ResumeService.Chunking;

/// <summary>One searchable piece of a resume.</summary>
/// <param name="Number">0-based position among the resume's chunks.</param>
/// <param name="Start">UTF-16 offset of the first character in the split text.</param>
/// <param name="Length">Length in UTF-16 units, 1 to <see cref="TextChunker.ChunkSize"/>.</param>
/// <param name="Text">Exactly the substring at <paramref name="Start"/>; it neither starts nor ends with white space.</param>
public sealed record TextChunk(int Number, int Start, int Length, string Text)
{
    /// <summary>Offset just behind the chunk's last character.</summary>
    public int End => Start + Length;
}

/// <summary>Recursive character splitting as seed 0 asks: 500 characters, overlap 50, separators <c>\n\n</c>, <c>\n</c>, space, then characters.</summary>
/// <remarks>
/// A text is cut in front of each occurrence of the coarsest separator it holds. Pieces shorter than a chunk are joined as long as they fit, and
/// a new chunk starts with the last pieces of the one before as far as these are within the overlap. A piece that is too long is split by the
/// next finer separator. Pieces stay contiguous, so a chunk is always one stretch of the text.
/// </remarks>
public static class TextChunker
{
    /// <summary>Longest chunk in UTF-16 units.</summary>
    public const int ChunkSize = 500;

    /// <summary>Most that two neighbouring chunks share, in UTF-16 units.</summary>
    public const int Overlap = 50;

    private static readonly string[] Separators = ["\n\n", "\n", " "];

    /// <summary>Splits <paramref name="text"/>; every character that is not white space is in at least one chunk. A blank text has no chunks.</summary>
    public static IReadOnlyList<TextChunk> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var chunks = new List<TextChunk>();
        Split(text, new Piece(0, text.Length), separator: 0, chunks);
        return chunks;
    }

    private static void Split(string text, Piece whole, int separator, List<TextChunk> chunks)
    {
        while (separator < Separators.Length && !whole.In(text).Contains(Separators[separator], StringComparison.Ordinal))
            separator++;

        var pieces = separator < Separators.Length ? CutBefore(Separators[separator], text, whole) : Characters(text, whole);
        var fitting = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (piece.Length < ChunkSize)
            {
                fitting.Add(piece);
                continue;
            }

            Merge(text, fitting, chunks);
            fitting.Clear();
            Split(text, piece, separator + 1, chunks);
        }

        Merge(text, fitting, chunks);
    }

    private static IEnumerable<Piece> CutBefore(string separator, string text, Piece whole)
    {
        var start = whole.Start;
        while (start < whole.End)
        {
            // The separator that opens a piece belongs to it: the next cut is sought behind it.
            var opened = string.CompareOrdinal(text, start, separator, 0, separator.Length) == 0 ? separator.Length : 0;
            var from = Math.Min(start + opened, whole.End);
            var next = text.IndexOf(separator, from, whole.End - from, StringComparison.Ordinal);
            var end = next < 0 ? whole.End : next;
            if (end > start)
                yield return new Piece(start, end - start);

            start = end;
        }
    }

    /// <summary>Text elements, so that neither a surrogate pair nor a letter and its accent are parted, unless one is longer than a chunk.</summary>
    private static IEnumerable<Piece> Characters(string text, Piece whole)
    {
        for (var at = whole.Start; at < whole.End;)
        {
            var length = Math.Min(StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(whole.End - at, ChunkSize))), whole.End - at);
            if (length >= ChunkSize)
                length = char.IsSurrogatePair(text, at) ? 2 : 1;

            yield return new Piece(at, length);
            at += length;
        }
    }

    /// <summary>Joins contiguous pieces into chunks; a chunk starts with those last pieces of the one before that fit the overlap and leave room.</summary>
    private static void Merge(string text, List<Piece> pieces, List<TextChunk> chunks)
    {
        var first = 0;
        var total = 0;
        for (var next = 0; next < pieces.Count; next++)
        {
            if (next > first && total + pieces[next].Length > ChunkSize)
            {
                Add(text, pieces[first].Start, pieces[next - 1].End, chunks);
                while (first < next && (total > Overlap || total + pieces[next].Length > ChunkSize))
                    total -= pieces[first++].Length;
            }

            total += pieces[next].Length;
        }

        if (first < pieces.Count)
            Add(text, pieces[first].Start, pieces[^1].End, chunks);
    }

    private static void Add(string text, int start, int end, List<TextChunk> chunks)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;

        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        if (end > start)
            chunks.Add(new TextChunk(chunks.Count, start, end - start, text[start..end]));
    }

    private readonly record struct Piece(int Start, int Length)
    {
        public int End => Start + Length;

        public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
    }
}
