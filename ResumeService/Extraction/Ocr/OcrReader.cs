using System.Globalization;
using ResumeService.Extraction.Pdf;

namespace ResumeService.Extraction.Ocr;

/// <summary>PDF pages without text -> lines: <c>pdftoppm</c> draws them in grey, <c>tesseract</c> reads the pictures. Nothing is written to disk.</summary>
internal static class OcrReader
{
    // The longer side in pixels: 200 dots an inch for a letter page, and never more however large the page claims to be.
    private const int LongSide = 2200;
    private const double PointsPerPixel = 842.0 / LongSide;

    // Words that tesseract itself hardly believes in are specks and ruling lines.
    private const double LowestConfidence = 25;

    private static readonly Lazy<string?> Languages = new(FindLanguages);

    public static bool IsInstalled => PagePicture.IsInstalled && ChildProgram.IsInstalled("tesseract") && Languages.Value is not null;

    /// <summary>The first pages' lines, as many as could be read before <paramref name="timeIsUp"/>.</summary>
    public static async Task<List<RawLine>> ReadAsync(ReadOnlyMemory<byte> pdf, int maxPages, CancellationToken timeIsUp)
    {
        var pages = new List<Task<PdfPage>>();
        using var atATime = new SemaphoreSlim(Math.Clamp(Environment.ProcessorCount, 1, 4));
        try
        {
            for (var number = 1; number <= maxPages; number++)
            {
                var picture = await PagePicture.DrawAsync(pdf, number, LongSide, asPng: false, timeIsUp);
                if (picture.Length == 0)
                    break;
                await atATime.WaitAsync(timeIsUp);
                pages.Add(RecognizeAsync(picture, number, atATime, timeIsUp));
            }
        }
        catch (OperationCanceledException)
        {
            // The pages begun so far are what there is.
        }

        return PdfReader.Join([.. await Task.WhenAll(pages)]);
    }

    private static async Task<PdfPage> RecognizeAsync(byte[] picture, int number, SemaphoreSlim atATime, CancellationToken timeIsUp)
    {
        try
        {
            var table = await ChildProgram.RunAsync("tesseract", ["stdin", "stdout", "-l", Languages.Value!, "tsv"], picture, timeIsUp);
            var (words, pageHeight) = Words(System.Text.Encoding.UTF8.GetString(table));
            return new PdfPage(PdfReader.Lines(words, number), pageHeight);
        }
        catch (OperationCanceledException)
        {
            return new PdfPage([], 0);
        }
        finally
        {
            atATime.Release();
        }
    }

    /// <summary>
    /// tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text; level 1 is the page, 4 a line, 5 a word.
    /// A line's box gives its words one height, whatever letters they have.
    /// </summary>
    internal static (List<PageWord> Words, double PageHeight) Words(string table)
    {
        var words = new List<PageWord>();
        var (pageHeight, baseline, size) = (0.0, 0.0, 0.0);
        foreach (var row in table.AsSpan().EnumerateLines())
        {
            var cells = row.ToString().Split('\t');
            if (cells.Length < 12 || !TryRead(cells, 6, out var left) || !TryRead(cells, 7, out var top) || !TryRead(cells, 8, out var width) || !TryRead(cells, 9, out var height))
                continue;
            if (cells[0] == "1")
            {
                pageHeight = height * PointsPerPixel;
            }
            else if (cells[0] == "4")
            {
                size = height * PointsPerPixel;
                baseline = pageHeight - (top * PointsPerPixel) - (0.8 * size);
            }
            else if (cells[0] == "5" && size > 0 && !string.IsNullOrWhiteSpace(cells[11]) && TryRead(cells, 10, out var confidence) && confidence >= LowestConfidence)
            {
                words.Add(new PageWord(cells[11], left * PointsPerPixel, (left + width) * PointsPerPixel, baseline, size, WritingDirection.Right));
            }
        }

        return (words, pageHeight);
    }

    private static bool TryRead(string[] cells, int index, out double value) => double.TryParse(cells[index], NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>All languages installed, English first; the entry for page orientation is none.</summary>
    private static string? FindLanguages()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            var list = ChildProgram.RunAsync("tesseract", ["--list-langs"], ReadOnlyMemory<byte>.Empty, limit.Token).GetAwaiter().GetResult();
            var languages = System.Text.Encoding.UTF8.GetString(list).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Where(name => name is not ("osd" or "equ") && !name.Contains('/', StringComparison.Ordinal))
                .OrderBy(name => name != "eng")
                .Take(4)
                .ToList();
            return languages.Count == 0 ? null : string.Join('+', languages);
        }
        catch (Exception exception) when (exception is OperationCanceledException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
