namespace ResumeService.Profiles.Lines;

/// <summary>The text under an entry's head as items: one per bullet or sentence, wrapped lines joined again.</summary>
internal static class Highlights
{
    private const int MostItems = 60;
    private const int LongestItem = 1500;

    public static List<string> Read(IReadOnlyList<ResumeLine> lines, int from, int to)
    {
        var items = new List<string>();
        for (var at = from; at < to && items.Count < MostItems; at++)
        {
            var text = lines[at].Text;
            var goesOn = items.Count > 0 && !lines[at].IsBullet && GoesOn(items[^1], lines[at - 1], lines[at]);
            // "Managed a" | "team": in lower case the last word of a line, not a label.
            if (Labels.StandsInside(text) && !text.Contains(':', StringComparison.Ordinal) && !(goesOn && char.IsLower(text[0]) && !Labels.IsLink(text)))
                continue;

            if (goesOn && items[^1].Length + text.Length < LongestItem)
                items[^1] = items[^1].EndsWith('-') && text.Length > 0 && char.IsLower(text[0]) ? $"{items[^1]}{text}" : $"{items[^1]} {text}";
            else
                items.Add(text);
        }

        return items;
    }

    private static bool GoesOn(string item, ResumeLine before, ResumeLine line) =>
        !line.StartsBlock
        && (char.IsLower(line.Text[0]) || Prose.EndsOpen(item) || (item[^1] is not ('.' or '!' or '?' or '。' or ';' or ':') && (item.Length > 45 || (before.IsFull && !TextShape.HasCjk(item)))));
}
