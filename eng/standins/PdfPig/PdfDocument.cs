using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Poppler;

namespace UglyToad.PdfPig;

/// <summary>A PDF read by poppler's <c>pdftotext</c> in a process of its own; pages are read as they are asked for.</summary>
public class PdfDocument : IDisposable
{
    private readonly PdfToText _process;
    private readonly WordBoxReader _words;
    private readonly List<Page> _pages = [];
    private bool _atEnd;
    private bool _disposed;

    private PdfDocument(PdfToText process)
    {
        _process = process;
        _words = new WordBoxReader(process.Output);
    }

    /// <summary>Known only once the last page has been read: asking for it reads the whole document.</summary>
    public int NumberOfPages
    {
        get
        {
            while (ReadNextPage())
            {
            }

            return _pages.Count;
        }
    }

    /// <exception cref="PdfDocumentEncryptedException">It takes a password that <paramref name="options"/> does not have.</exception>
    /// <exception cref="PdfDocumentFormatException">It is no PDF, or damaged beyond reading.</exception>
    public static PdfDocument Open(byte[] fileBytes, ParsingOptions? options = null) => Open(fileBytes.AsMemory(), options);

    /// <inheritdoc cref="Open(byte[], ParsingOptions?)"/>
    public static PdfDocument Open(ReadOnlyMemory<byte> memory, ParsingOptions? options = null)
    {
        foreach (var password in Passwords(options))
        {
            var document = new PdfDocument(PdfToText.Start(memory, password));
            if (document._words.HasOutput())
                return document;
            document.Dispose();
        }

        if (PdfToText.AsksForPassword(memory))
            throw new PdfDocumentEncryptedException("The document was encrypted and none of the provided passwords were the user or owner password.");
        throw new PdfDocumentFormatException("The document could not be opened.");
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    public Page GetPage(int pageNumber)
    {
        while (_pages.Count < pageNumber && ReadNextPage())
        {
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(pageNumber, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageNumber, _pages.Count);
        return _pages[pageNumber - 1];
    }

    /// <summary>Reads page by page: who stops early has not paid for the rest.</summary>
    public IEnumerable<Page> GetPages()
    {
        for (var number = 1; number <= _pages.Count || ReadNextPage(); number++)
            yield return _pages[number - 1];
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;
        _disposed = true;
        _words.Dispose();
        _process.Dispose();
    }

    private static IEnumerable<string> Passwords(ParsingOptions? options) =>
        options is null ? [""] : options.Passwords.Prepend(options.Password).Append("").Distinct(StringComparer.Ordinal);

    private bool ReadNextPage()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_atEnd)
            return false;
        if (_words.ReadPage(_pages.Count + 1) is { } page)
        {
            _pages.Add(page);
            return true;
        }

        _atEnd = true;
        if (!_words.SawEndOfDocument)
            throw new PdfDocumentFormatException("Reading stopped in the middle of the document.");
        return false;
    }
}
