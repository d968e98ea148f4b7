namespace ResumeService.Extraction;

/// <summary>What the first bytes of an upload say it is.</summary>
public enum DocumentKind
{
    /// <summary><c>%PDF</c> within the first 1,024 bytes.</summary>
    Pdf,

    /// <summary>A zip archive (<c>PK\x03\x04</c>) whose content is a Word document.</summary>
    Docx,
}

/// <summary>Why a document gave no text.</summary>
public enum ExtractionFailure
{
    /// <summary>The bytes are no document of the kind they claim to be, or too damaged to open.</summary>
    Damaged,

    /// <summary>A PDF that needs a password to open.</summary>
    PasswordProtected,

    /// <summary>The document opened and holds no text, also after OCR.</summary>
    NoText,

    /// <summary>A limit on pages, expanded size, entries or memory was reached.</summary>
    TooLarge,

    /// <summary>The time limit was reached and the worker was replaced.</summary>
    TimedOut,

    /// <summary>No worker was free in time: nothing is wrong with the document, it may be sent again.</summary>
    Busy,
}

/// <summary>Text, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record ExtractionResult
{
    public DocumentText? Document { get; init; }

    public ExtractionFailure? Failure { get; init; }

    public static ExtractionResult Success(DocumentText document) => new() { Document = document };

    public static ExtractionResult Failed(ExtractionFailure failure) => new() { Failure = failure };
}

/// <summary>Reads a document's text. Expected failures are results; nothing about the document is logged.</summary>
public interface IDocumentReader
{
    /// <summary>Reads <paramref name="content"/>, bounded in time and memory whatever it holds.</summary>
    Task<ExtractionResult> ReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken);
}
