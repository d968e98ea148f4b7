using EmbeddingService.Contracts;

namespace InterviewService.Questions;

/// <summary>A chunk of the resume that a search found relevant.</summary>
/// <param name="Number">0-based number in the resume.</param>
/// <param name="Text">The chunk's text.</param>
/// <param name="Relevance">To the query it answers best, 0 to 1.</param>
internal sealed record RelevantChunk(int Number, string Text, double Relevance);

/// <summary>What the semantic search found: the chunks that questions are built on.</summary>
internal sealed class ResumeEvidence
{
    /// <summary>Most chunks that questions are built on.</summary>
    public const int MaxChunks = 12;

    // The scale of the embedding service: from here on a query and a chunk are about the same.
    private const double Relevant = 0.5;

    private readonly (string Comparable, double Relevance)[] _texts;

    private ResumeEvidence(IReadOnlyList<RelevantChunk> chunks)
    {
        Chunks = chunks;
        _texts = [.. chunks.Select(chunk => (Text.Comparable(chunk.Text), chunk.Relevance))];
    }

    public static ResumeEvidence None { get; } = new([]);

    /// <summary>Distinct, most relevant first.</summary>
    public IReadOnlyList<RelevantChunk> Chunks { get; }

    /// <summary>The relevant ones of all hits, each chunk once with its best score.</summary>
    public static ResumeEvidence Of(ChunkSearchResponse found) => new([.. found.Hits
        .SelectMany(hits => hits)
        .Where(hit => hit.Relevance >= Relevant)
        .GroupBy(hit => hit.ChunkNumber)
        .Select(hits => new RelevantChunk(hits.Key, hits.First().Text, hits.Max(hit => hit.Relevance)))
        .OrderByDescending(chunk => chunk.Relevance)
        .ThenBy(chunk => chunk.Number)
        .Take(MaxChunks)]);

    /// <summary>Relevance of the chunk that holds this line of the resume, 0 when none does. A chunk may end within the line: its beginning decides.</summary>
    public double RelevanceOf(string line)
    {
        const int beginning = 40;
        var sought = Text.Comparable(line);
        if (sought.Length == 0)
            return 0;

        sought = sought[..Math.Min(beginning, sought.Length)];
        return _texts.Where(text => text.Comparable.Contains(sought, StringComparison.Ordinal)).Select(text => text.Relevance).DefaultIfEmpty().Max();
    }
}
