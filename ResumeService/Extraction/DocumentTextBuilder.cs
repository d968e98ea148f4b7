using System.Text;

namespace ResumeService.Extraction;

/// <summary>A line as a format's reader found it, before its place in the whole text is known.</summary>
/// <param name="Text">One line; what is not fit for a line of text is normalised away.</param>
/// <param name="Page">1-based.</param>
/// <param name="FontSize">In points, 0 when unknown.</param>
/// <param name="Left">In points, 0 when unknown.</param>
/// <param name="IsHeading">The format itself says so.</param>
/// <param name="StartsBlock">An empty line goes before it.</param>
internal readonly record struct RawLine(string Text, int Page, double FontSize, double Left, bool IsHeading, bool StartsBlock);

/// <summary>Raw lines in reading order -> <see cref="DocumentText"/>.</summary>
internal static class DocumentTextBuilder
{
    // A heading is set clearly larger than the body, and is short.
    private const double HeadingSize = 1.15;
    private const int LongestHeading = 80;

    public static DocumentText Build(IReadOnlyList<RawLine> raw, int pageCount, bool fromOcr = false)
    {
        var bodySize = BodySize(raw);
        var text = new StringBuilder();
        var lines = new List<DocumentLine>(raw.Count);
        var startsBlock = false;
        foreach (var line in raw)
        {
            startsBlock |= line.StartsBlock;
            var clean = TextNormalizer.Line(line.Text);
            if (clean.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append(startsBlock ? "\n\n" : "\n");
            startsBlock = false;

            var isHeading = line.IsHeading || (bodySize > 0 && line.FontSize >= bodySize * HeadingSize && clean.Length <= LongestHeading && clean.Any(char.IsLetter));
            lines.Add(new DocumentLine(text.Length, clean, line.Page, line.FontSize, line.Left, isHeading));
            text.Append(clean);
        }

        return new DocumentText { Text = text.ToString(), Lines = lines, PageCount = pageCount, FromOcr = fromOcr };
    }

    /// <summary>The size in which most characters are set, in steps of half a point; 0 when sizes are unknown.</summary>
    private static double BodySize(IReadOnlyList<RawLine> lines)
    {
        var characters = new Dictionary<int, int>();
        foreach (var line in lines)
        {
            if (line.FontSize > 0)
            {
                var step = (int)Math.Round(Math.Min(line.FontSize, 1000) * 2);
                characters[step] = characters.GetValueOrDefault(step) + line.Text.Length;
            }
        }

        return characters.Count == 0 ? 0 : characters.MaxBy(entry => entry.Value).Key / 2.0;
    }
}
