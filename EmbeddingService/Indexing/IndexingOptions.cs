namespace EmbeddingService.Indexing;

/// <summary>Section <c>Embedding:Indexing</c>.</summary>
internal sealed class IndexingOptions
{
    public const string Section = "Embedding:Indexing";

    /// <summary>How often an event's resume is tried before it is given up: 1 to 10, with growing pauses between 1 and 30 seconds.</summary>
    public int Attempts { get; set; } = 7;

    /// <summary>Resumes that one replica takes on at a time when vectors of another model, or in another store, are to be made anew: 1 to 1,000.</summary>
    public int Batch { get; set; } = 16;
}
