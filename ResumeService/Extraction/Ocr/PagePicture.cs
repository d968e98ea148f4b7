using System.Globalization;

namespace ResumeService.Extraction.Ocr;

/// <summary>Draws pages of a PDF in grey with <c>pdftoppm</c>. Nothing is written to disk.</summary>
internal static class PagePicture
{
    public static bool IsInstalled => ChildProgram.IsInstalled("pdftoppm");

    /// <summary>The page as PGM, or as PNG; empty when there is no such page, or none that can be drawn.</summary>
    /// <param name="pdf">The document.</param>
    /// <param name="number">1-based.</param>
    /// <param name="longSide">Pixels of the longer side, however large the page claims to be.</param>
    /// <param name="asPng">PNG, which more programs read, in place of PGM, which is made faster.</param>
    /// <param name="timeIsUp">Ends the drawing.</param>
    public static async Task<byte[]> DrawAsync(ReadOnlyMemory<byte> pdf, int number, int longSide, bool asPng, CancellationToken timeIsUp)
    {
        var page = number.ToString(CultureInfo.InvariantCulture);
        string[] format = asPng ? ["-png"] : [];
        return await ChildProgram.RunAsync("pdftoppm", ["-q", "-gray", .. format, "-scale-to", longSide.ToString(CultureInfo.InvariantCulture), "-f", page, "-l", page, "-"], pdf, timeIsUp);
    }
}
