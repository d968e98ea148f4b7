namespace ResumeService.Extraction.Pdf;

/// <summary>
/// Dates and places at the right margin that the file writes as a column of their own, far behind the lines they belong to -> each beside its line.
/// </summary>
internal static class SideNotes
{
    private const int LongestNote = 40;
    private const double Margin = 3;

    /// <summary>The segments with each note beside its line; the same list when the page has no such notes.</summary>
    public static List<PageSegment> Reunite(List<PageSegment> segments)
    {
        var level = segments.Where(segment => segment.First.Direction == WritingDirection.Right).ToList();
        if (level.Count < 6)
            return segments;
        var middle = (level.Min(segment => segment.Left) + level.Max(segment => segment.Right)) / 2;

        // The edge that most of them share; a page number may stand farther out.
        var rightMargin = level.Where(segment => segment.Left > middle)
            .GroupBy(segment => Math.Round(segment.Right / Margin))
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key)
            .Select(group => group.Max(segment => segment.Right))
            .FirstOrDefault();

        // The column must be nothing but notes: text that only happens to reach the margin has neighbours that do not.
        var rightHalf = level.Where(segment => segment.Left > middle).ToList();
        var notes = rightHalf.Where(segment => Math.Abs(segment.Right - rightMargin) <= Margin && segment.Length <= LongestNote).ToList();
        if (notes.Count < 2 || notes.Count < 0.65 * rightHalf.Count)
            return segments;

        var groups = Groups(notes);
        if (groups.Count(group => group.Exists(note => HasYear(note.Text))) < 0.6 * groups.Count)
            return segments;

        // Where lines of text reach below the notes, their left edge is the column's: what stands left of it is a sidebar, level with a note by chance.
        var notesStart = notes.Min(note => note.Left);
        var edges = level.Where(segment => segment.Right > notesStart && segment.Left < notesStart).Select(segment => segment.Left).Order().ToList();
        var column = edges.Count == 0 ? double.NegativeInfinity : edges[edges.Count / 4] - Margin;
        var ordered = new List<PageSegment>(segments);
        foreach (var group in groups)
            MoveBesideItsLine(ordered, group, column);
        return ordered;
    }

    /// <summary>Notes that stand close below each other: a place and a date. The next entry's may follow not much farther down.</summary>
    private static List<List<PageSegment>> Groups(List<PageSegment> notes)
    {
        var fromTop = notes.OrderByDescending(note => note.Y).ToList();
        var steps = fromTop.Zip(fromTop.Skip(1), (above, below) => above.Y - below.Y).Where(step => step > 0).Order().ToList();
        var close = steps.Count == 0 ? 0 : Math.Min(1.25 * steps[steps.Count / 5], 1.9 * notes[0].Size);
        var groups = new List<List<PageSegment>>();
        foreach (var note in fromTop)
        {
            if (groups.Count > 0 && groups[^1][^1].Y - note.Y <= close)
                groups[^1].Add(note);
            else
                groups.Add([note]);
        }

        return groups;
    }

    private static void MoveBesideItsLine(List<PageSegment> ordered, List<PageSegment> group, double column)
    {
        var first = group[0];
        var line = ordered.FindLastIndex(segment => segment.Left >= column && segment.Right <= first.Left && segment.First.IsLevelWith(first.First));
        if (line < 0 || (line + 1 < ordered.Count && ordered[line + 1] == first))
            return;
        var beside = ordered[line];
        ordered.RemoveAll(group.Contains);
        ordered.InsertRange(ordered.IndexOf(beside) + 1, group);
    }

    /// <summary>2019, '19 and 03/19.</summary>
    private static bool HasYear(string text)
    {
        for (var i = 0; i + 3 <= text.Length; i++)
        {
            if (text[i] is '\'' or '’' or '/' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
                return true;
        }

        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (text.AsSpan(i, 2) is "19" or "20" && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
                return true;
        }

        return false;
    }
}
