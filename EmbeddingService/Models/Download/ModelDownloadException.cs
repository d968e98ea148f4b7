namespace EmbeddingService.Models.Download;

/// <summary>The model could not be fetched; the message says why, for the log and the operators' page.</summary>
internal sealed class ModelDownloadException : Exception
{
    public ModelDownloadException(string message)
        : base(message)
    {
    }

    public ModelDownloadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
