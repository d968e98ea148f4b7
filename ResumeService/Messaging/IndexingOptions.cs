namespace ResumeService.Messaging;

/// <summary>Section <c>Indexing</c>.</summary>
public sealed record IndexingOptions
{
    /// <summary>How long an upload waits for its index before it answers <c>faiss_indexed: false</c>.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>First wait before a missing index is asked for again; doubled each time, up to <see cref="MaxCatchUpDelay"/>.</summary>
    public TimeSpan CatchUpDelay { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan MaxCatchUpDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often missing indexes are looked for.</summary>
    public TimeSpan CatchUpInterval { get; init; } = TimeSpan.FromSeconds(10);
}
