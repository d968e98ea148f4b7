namespace ServiceDefaults.Pdf;

/// <summary>No PDF can be made right now, whatever the document. Routes turn it into 503 in their own error shape.</summary>
public sealed class PdfUnavailableException : Exception
{
    public PdfUnavailableException()
        : this("PDFs cannot be made right now.")
    {
    }

    public PdfUnavailableException(string message)
        : base(message)
    {
    }

    public PdfUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
