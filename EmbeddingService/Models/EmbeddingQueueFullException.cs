namespace EmbeddingService.Models;

/// <summary>More texts wait for the model than may; nothing of the request was done. It may be sent again after <see cref="RetryAfter"/>.</summary>
public sealed class EmbeddingQueueFullException : Exception
{
    private const string Reason = "Too many texts wait for the embedding model.";

    public EmbeddingQueueFullException()
        : base(Reason)
    {
    }

    public EmbeddingQueueFullException(string message)
        : base(message)
    {
    }

    public EmbeddingQueueFullException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public EmbeddingQueueFullException(TimeSpan retryAfter)
        : base(Reason) => RetryAfter = retryAfter;

    /// <summary>About how long the texts that wait will take.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
