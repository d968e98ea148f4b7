namespace UglyToad.PdfPig.Exceptions;

/// <summary>The document is encrypted and none of the given passwords opens it.</summary>
public class PdfDocumentEncryptedException : Exception
{
    public PdfDocumentEncryptedException()
    {
    }

    public PdfDocumentEncryptedException(string message)
        : base(message)
    {
    }

    public PdfDocumentEncryptedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
