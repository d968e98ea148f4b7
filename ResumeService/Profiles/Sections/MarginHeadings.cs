using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Sections;

/// <summary>Parts headings that stand in the margin from the first line beside them ("Education | Example University", "Work Data Analyst").</summary>
internal static class MarginHeadings
{
    private const int MostWords = 4;

    /// <summary>Points between the heading's left edge and that of the text beside it.</summary>
    private const double Margin = 24;

    public static List<ResumeLine> Part(IReadOnlyList<ResumeLine> lines)
    {
        var cuts = new Dictionary<int, (string Heading, string Content)>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (Cut(lines, at) is { } cut)
                cuts[at] = cut;
        }

        // One such line may be chance; a layout has several, or other headings alone in the same margin.
        var alone = Enumerable.Range(0, lines.Count).Where(at => !cuts.ContainsKey(at) && StandsInMargin(lines, at) && IsHeading(lines[at].Text)).Select(at => lines[at].Text);
        var isLayout = cuts.Values.Select(cut => cut.Heading).Concat(alone).Select(heading => HeadingReader.Read(heading)?.Kind).Distinct().Count() >= 2;
        var parted = new List<ResumeLine>(lines.Count + cuts.Count);
        for (var at = 0; at < lines.Count; at++)
        {
            if (!isLayout || !cuts.TryGetValue(at, out var cut))
            {
                parted.Add(lines[at]);
                continue;
            }

            parted.Add(LineReader.Described(lines[at] with { Text = cut.Heading, IsHeading = true, StartsBlock = true }));
            parted.Add(LineReader.Described(lines[at] with { Text = cut.Content, IsHeading = false, StartsBlock = false, IsBullet = false }));
        }

        return parted;
    }

    private static (string Heading, string Content)? Cut(IReadOnlyList<ResumeLine> lines, int at)
    {
        var text = lines[at].Text;
        var bar = text.IndexOf(" | ", StringComparison.Ordinal);
        if (bar > 2)
            return IsHeading(text[..bar]) ? (text[..bar], text[(bar + 3)..]) : null;

        // Without a gap in the line, the lines below show where the text column begins.
        if (!StandsInMargin(lines, at))
            return null;

        var words = text.Split(' ');
        for (var count = Math.Min(MostWords, words.Length - 1); count > 0; count--)
        {
            var heading = string.Join(' ', words[..count]);
            if (char.IsUpper(words[count][0]) && IsHeading(heading))
                return (heading, string.Join(' ', words[count..]));
        }

        return null;
    }

    private static bool StandsInMargin(IReadOnlyList<ResumeLine> lines, int at) =>
        at + 1 < lines.Count && lines[at].Left > 0 && lines[at + 1].Page == lines[at].Page && lines[at + 1].Left - lines[at].Left >= Margin;

    private static bool IsHeading(string text) => text.Length > 0 && char.IsUpper(text[0]) && HeadingReader.Read(text) is { Certainty: >= HeadingCertainty.Everyday };
}
