namespace UglyToad.PdfPig.Core;

/// <summary>The bytes are no PDF, or one too damaged to open.</summary>
public class PdfDocumentFormatException : Exception
{
    public PdfDocumentFormatException()
    {
    }

    public PdfDocumentFormatException(string message)
        : base(message)
    {
    }

    public PdfDocumentFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
