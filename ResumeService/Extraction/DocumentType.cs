using ResumeService.Extraction.Docx;

namespace ResumeService.Extraction;

/// <summary>What a file is by its content; its name and its declared type are not asked.</summary>
public static class DocumentType
{
    private const int PdfHeaderWithin = 1024;

    /// <summary>A PDF, a Word document, or null for everything else (a spreadsheet and a plain zip archive included).</summary>
    public static DocumentKind? Detect(ReadOnlySpan<byte> content)
    {
        // First: an archive that stores a PDF as its first entry has the PDF's signature near its start as well.
        if (content.StartsWith("PK\x03\x04"u8))
            return ZipDirectory.Read(content, int.MaxValue) is { } directory && WordPackage.HasMainPart(content, directory) ? DocumentKind.Docx : null;
        return content[..Math.Min(content.Length, PdfHeaderWithin)].IndexOf("%PDF"u8) >= 0 ? DocumentKind.Pdf : null;
    }
}
