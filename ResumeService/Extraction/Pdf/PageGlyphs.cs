using UglyToad.PdfPig.Content;

namespace ResumeService.Extraction.Pdf;

/// <summary>PdfPig's letters -> glyphs, in the order of the page's content.</summary>
internal static class PageGlyphs
{
    public static List<Glyph> Of(Page page)
    {
        var letters = page.Letters;
        var glyphs = new List<Glyph>(letters.Count);
        foreach (var letter in letters)
        {
            var (x, y) = (letter.StartBaseLine.X, letter.StartBaseLine.Y);
            var size = letter.PointSize;
            if (!double.IsFinite(x + y + size + letter.Width))
                continue;
            glyphs.Add(letter.TextOrientation switch
            {
                TextOrientation.Rotate90 => new Glyph(letter.Value, -y, x, letter.Width, size, WritingDirection.Down),
                TextOrientation.Rotate180 => new Glyph(letter.Value, -x, -y, letter.Width, size, WritingDirection.UpsideDown),
                TextOrientation.Rotate270 => new Glyph(letter.Value, y, -x, letter.Width, size, WritingDirection.Up),
                _ => new Glyph(letter.Value, x, y, letter.Width, size, WritingDirection.Right),
            });
        }

        return glyphs;
    }
}
