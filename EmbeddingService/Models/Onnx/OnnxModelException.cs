namespace EmbeddingService.Models.Onnx;

/// <summary>A model folder cannot be used; the message says why, for the log and the operators' page.</summary>
internal sealed class OnnxModelException : Exception
{
    public OnnxModelException(string message)
        : base(message)
    {
    }

    public OnnxModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
