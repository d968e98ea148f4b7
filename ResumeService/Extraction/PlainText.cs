namespace ResumeService.Extraction;

/// <summary>Text as people paste it -> <see cref="DocumentText"/>.</summary>
internal static class PlainText
{
    /// <summary>An empty line of <paramref name="text"/> starts a new block; blank text gives no lines.</summary>
    public static DocumentText Read(string text)
    {
        var lines = new List<RawLine>();
        var startsBlock = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                startsBlock = true;
                continue;
            }

            lines.Add(new RawLine(line, Page: 1, FontSize: 0, Left: 0, IsHeading: false, startsBlock));
            startsBlock = false;
        }

        return DocumentTextBuilder.Build(lines, pageCount: 1);
    }
}
