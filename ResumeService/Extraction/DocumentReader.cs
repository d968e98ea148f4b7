using Microsoft.Extensions.Options;
using ResumeService.Extraction.Docx;
using ResumeService.Extraction.Ocr;
using ResumeService.Extraction.Pdf;
using UglyToad.PdfPig.Exceptions;

namespace ResumeService.Extraction;

/// <summary>
/// Reads a document in this process. A parser that hangs cannot be stopped here, so the service uses <see cref="ExtractionPool"/>, whose workers run this.
/// </summary>
public sealed class DocumentReader(IOptions<ExtractionOptions> options) : IDocumentReader
{
    // Fewer letters and digits than this in a whole PDF are a stamp or a page number on scanned pages.
    private const int LeastLetters = 20;

    private readonly ExtractionOptions _limits = options.Value;

    public Task<ExtractionResult> ReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, CancellationToken cancellationToken) =>
        ReadAsync(content, kind, onRecognizing: null, cancellationToken);

    /// <param name="content">The document.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="onRecognizing">Called before OCR starts, which takes longer than reading text.</param>
    /// <param name="cancellationToken">Stops OCR; a document's own text is read to its end.</param>
    internal async Task<ExtractionResult> ReadAsync(ReadOnlyMemory<byte> content, DocumentKind kind, Action? onRecognizing, CancellationToken cancellationToken)
    {
        try
        {
            return kind switch
            {
                DocumentKind.Pdf => await ReadPdfAsync(content, onRecognizing, cancellationToken),
                DocumentKind.Docx => ReadDocx(content),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };
        }
        catch (PdfDocumentEncryptedException)
        {
            return ExtractionResult.Failed(ExtractionFailure.PasswordProtected);
        }
        catch (OutOfMemoryException)
        {
            return ExtractionResult.Failed(ExtractionFailure.TooLarge);
        }
#pragma warning disable CA1031 // Parsers of strangers' files throw anything. What is not the document's fault: the caller left, or a program is not installed.
        catch (Exception exception) when (exception is not (OperationCanceledException or PlatformNotSupportedException))
#pragma warning restore CA1031
        {
            return ExtractionResult.Failed(ExtractionFailure.Damaged);
        }
    }

    private async Task<ExtractionResult> ReadPdfAsync(ReadOnlyMemory<byte> content, Action? onRecognizing, CancellationToken cancellationToken)
    {
        if (PdfReader.Read(content, _limits.MaxPages) is not var (lines, pages))
            return ExtractionResult.Failed(ExtractionFailure.TooLarge);
        var document = DocumentTextBuilder.Build(lines, pages);
        if (HasText(document))
            return ExtractionResult.Success(document);
        if (!OcrReader.IsInstalled)
            return ExtractionResult.Failed(ExtractionFailure.NoText);

        onRecognizing?.Invoke();
        var recognized = await OcrReader.ReadAsync(content, Math.Min(pages, _limits.MaxOcrPages), cancellationToken);
        var fromOcr = DocumentTextBuilder.Build(recognized, pages, fromOcr: true);
        if (HasText(fromOcr))
            return ExtractionResult.Success(fromOcr);

        // A little text of its own is better than none.
        return document.Lines.Count > 0 ? ExtractionResult.Success(document) : ExtractionResult.Failed(ExtractionFailure.NoText);
    }

    private ExtractionResult ReadDocx(ReadOnlyMemory<byte> content)
    {
        if (WordPackage.Refuse(content.Span, _limits) is { } refusal)
            return ExtractionResult.Failed(refusal);
        var document = DocumentTextBuilder.Build(DocxReader.Read(content, _limits), pageCount: 1);
        return document.Lines.Count > 0 ? ExtractionResult.Success(document) : ExtractionResult.Failed(ExtractionFailure.NoText);
    }

    private static bool HasText(DocumentText document) => document.Text.Count(char.IsLetterOrDigit) >= LeastLetters;
}
