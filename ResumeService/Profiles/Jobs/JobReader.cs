using ResumeService.Profiles.Dates;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Jobs;

/// <summary>Reads the jobs of a section. Dates anchor the entries; how many lines of head stand in front of and behind them is learned from the section itself.</summary>
/// <remarks>
/// Resumes are regular: whatever order the writer chose for title, employer and dates, it is the same for every job. So each possible
/// shape (lines before the dates, lines after them) is tried on the whole section, and the one whose heads read best is used for all.
/// </remarks>
internal static class JobReader
{
    private const int MostAnchors = 80;
    private const int MostLinesBefore = 3;
    private const int MostLinesAfter = 3;

    /// <summary>Dates under the text are rare: the shape must read clearly better than dates in the head.</summary>
    private const double BelowPenalty = 0.5;

    public static List<Job> Read(IReadOnlyList<ResumeLine> section)
    {
        // A link stands between an employer and a title as if it were not there.
        var lines = section.Where(line => !Labels.IsLink(line.Text)).ToList();
        var anchors = Anchors(lines);
        if (anchors.Count == 0)
            return WithoutDates(lines);

        if (FloatingDates(lines, anchors) is { } floating)
            return floating;

        var heads = new HeadReader();
        var order = HeadOrder.Unknown;
        var entries = BestShape(lines, anchors, heads, order);
        order = OrderOf(entries);
        if (order != HeadOrder.Unknown)
            entries = BestShape(lines, anchors, heads, order);

        return Jobs(lines, entries);
    }

    /// <summary>
    /// Dates set afloat beside the text may come to stand anywhere under the title they belong to. Then there are as many lines with nothing but a
    /// range as titles alone in their line, in the same order, and at least one range has no title near it.
    /// </summary>
    private static List<Job>? FloatingDates(List<ResumeLine> lines, List<int> anchors)
    {
        if (anchors.Exists(at => lines[at].WithoutDates.Length > 0))
            return null;

        var titles = Enumerable.Range(0, lines.Count).Where(at => IsLoneTitle(lines[at])).ToList();
        var isNear = anchors.TrueForAll(at => Enumerable.Range(Math.Max(0, at - 3), 7).Any(near => near < lines.Count && titles.Contains(near) && Enumerable.Range(Math.Min(at, near), Math.Abs(at - near)).All(between => lines[between].IsHead)));
        if (isNear || titles.Count != anchors.Count || !Alternate(titles, anchors))
            return null;

        return [.. titles.Zip(anchors, (title, anchor) => (title, anchor)).Select((pair, index) =>
        {
            var to = index + 1 < titles.Count ? titles[index + 1] : lines.Count;
            return Dated(new Job { Title = lines[pair.title].Text, IsInternship = TitleWords.IsInternship(lines[pair.title].Text), Highlights = Highlights.Read([.. lines.Where((_, at) => !anchors.Contains(at) || at <= pair.title)], pair.title + 1 - anchors.Count(at => at < pair.title), to - anchors.Count(at => at < to)) }, DatesOf(lines[pair.anchor]));
        })];
    }

    /// <summary>Each range stands between the title before and the title behind its own.</summary>
    private static bool Alternate(List<int> titles, List<int> ranges) =>
        Enumerable.Range(0, titles.Count).All(at => (at == 0 || ranges[at] > titles[at - 1]) && (at + 1 == titles.Count || ranges[at] < titles[at + 1]));

    /// <summary>A title that fills its line.</summary>
    internal static bool IsLoneTitle(ResumeLine line) => CanBeHead(line) && line.Dates.Count == 0 && line.Text.Length <= 70 && TitleWords.Score(line.Text) >= 1.9;

    /// <summary>Lines whose dates open an entry: a range in a short line, or a single date beside a title where the section has few ranges.</summary>
    private static List<int> Anchors(IReadOnlyList<ResumeLine> lines)
    {
        var anchors = new List<int>();
        for (var at = 0; at < lines.Count && anchors.Count < MostAnchors; at++)
        {
            if (IsAnchor(lines, at))
                anchors.Add(at);
        }

        return anchors;
    }

    private static bool IsAnchor(IReadOnlyList<ResumeLine> lines, int at)
    {
        var line = lines[at];
        if (line.Dates.Count == 0 || line.Text.Length > 200)
            return false;

        if (line.Range is { } range)
            return !line.IsProse && (!line.IsBullet || range.Start == 0 || range.End >= line.Text.Length - 2);

        // A single date ("Summer 2019", "2016") counts when it closes or opens a line that is about a position.
        if (line.IsBullet || line.IsProse || line.Dates.Count > 1)
            return false;

        var date = line.Dates[0];
        var isAtEdge = date.Start == 0 || date.End >= line.Text.Length - 1;
        if (!isAtEdge)
            return false;

        if (line.WithoutDates.Length == 0)
            return (at > 0 && lines[at - 1].IsHead && BestTitle(lines[at - 1].Text) >= 1.5 && lines[at - 1].Dates.Count == 0) || (at + 1 < lines.Count && lines[at + 1].IsHead && BestTitle(lines[at + 1].Text) >= 1.5 && lines[at + 1].Dates.Count == 0);

        return BestTitle(line.WithoutDates) >= 1.5;
    }

    private static double BestTitle(string text) => Separators.Parts(text).SelectMany(part => part.Split(',')).Select(part => TitleWords.Score(part.Trim())).DefaultIfEmpty(-1).Max();

    private static List<Entry> BestShape(IReadOnlyList<ResumeLine> lines, List<int> anchors, HeadReader heads, HeadOrder order)
    {
        List<Entry> best = [];
        var bestScore = double.MinValue;
        for (var before = 0; before <= MostLinesBefore; before++)
        {
            for (var after = 0; after <= MostLinesAfter - Math.Min(before, 2); after++)
            {
                var entries = Entries(lines, anchors, before, after, heads, order);
                var score = entries.Sum(entry => entry.Score) - (0.05 * (before + after) * anchors.Count);
                if (score > bestScore + 1e-9)
                    (best, bestScore) = (entries, score);
            }
        }

        for (var height = 1; height <= MostLinesBefore; height++)
        {
            var entries = DatedBelow(lines, anchors, height, heads, order);
            var score = entries.Sum(entry => entry.Score) - (0.05 * height * anchors.Count) - BelowPenalty;
            if (score > bestScore + 1e-9)
                (best, bestScore) = (entries, score);
        }

        return best;
    }

    /// <summary>Entries whose dates, set beside the text, come to stand under it: the head opens the lines between the dates before and their own.</summary>
    private static List<Entry> DatedBelow(IReadOnlyList<ResumeLine> lines, List<int> anchors, int height, HeadReader heads, HeadOrder order)
    {
        var entries = new List<Entry>(anchors.Count);
        var first = 0;
        foreach (var anchor in anchors)
        {
            var end = first;
            while (end < anchor && end - first < height && CanBeHead(lines[end]))
                end++;

            var head = heads.Read([.. Enumerable.Range(first, end - first).Append(anchor).Where(at => lines[at].WithoutDates.Length > 0).Select(at => (lines[at].WithoutDates, lines[at].IsFull))], order);
            entries.Add(new Entry(anchor, first, end, head, head.Score) { BodyEnd = anchor });
            first = anchor + 1;
        }

        return entries;
    }

    private static List<Entry> Entries(IReadOnlyList<ResumeLine> lines, List<int> anchors, int before, int after, HeadReader heads, HeadOrder order)
    {
        var entries = new List<Entry>(anchors.Count);
        var free = 0;
        for (var index = 0; index < anchors.Count; index++)
        {
            var anchor = anchors[index];
            var first = anchor;
            while (first > free && anchor - first < before && CanBeHead(lines[first - 1]))
                first--;

            // The head of the next entry is its own.
            var limit = index + 1 < anchors.Count ? Math.Max(anchor + 1, anchors[index + 1] - before) : lines.Count;
            var end = anchor + 1;
            while (end < limit && end - anchor - 1 < after && CanBeHead(lines[end]) && lines[end].Range is null)
                end++;

            var texts = new List<(string, bool)>(end - first);
            for (var at = first; at < end; at++)
            {
                if (lines[at].WithoutDates.Length > 0)
                    texts.Add((lines[at].WithoutDates, lines[at].IsFull));
            }

            var head = heads.Read(texts, order);
            var missed = MissedTitles(lines, free, first) * 0.6;
            entries.Add(new Entry(anchor, first, end, head, head.Score - missed));
            free = end;
        }

        return entries;
    }

    /// <summary>Lines right above an entry that read like a title and were left out of its head.</summary>
    private static int MissedTitles(IReadOnlyList<ResumeLine> lines, int free, int first)
    {
        var missed = 0;
        for (var at = first - 1; at >= free && first - at <= 3 && CanBeHead(lines[at]); at--)
            missed += BestTitle(lines[at].Text) >= 1.9 ? 1 : 0;

        return missed;
    }

    private static bool CanBeHead(ResumeLine line) => line.IsHead && line.Text.Length <= 120 && !IsLabel(line.Text);

    /// <summary>"Highlights", "Responsibilities:", "Tech stack: ..." and links stand inside an entry.</summary>
    private static bool IsLabel(string text) => Labels.StandsInside(text);

    private static HeadOrder OrderOf(List<Entry> entries)
    {
        var titleFirst = entries.Count(entry => entry.Head.Order == HeadOrder.TitleFirst);
        var companyFirst = entries.Count(entry => entry.Head.Order == HeadOrder.CompanyFirst);
        return titleFirst > companyFirst ? HeadOrder.TitleFirst : companyFirst > titleFirst ? HeadOrder.CompanyFirst : HeadOrder.Unknown;
    }

    private static List<Job> Jobs(List<ResumeLine> lines, List<Entry> entries)
    {
        var jobs = new List<Job>();
        string? company = null;
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var bodyEnd = entry.BodyEnd ?? (index + 1 < entries.Count ? entries[index + 1].First : lines.Count);
            var body = Highlights.Read(lines, entry.End, bodyEnd);
            var head = entry.Head;

            // One employer with the whole time, then a title and a time for each position there.
            if (head.Title is null && head.Company is not null && body.Count == 0 && index + 1 < entries.Count && entries[index + 1].Head is { Title: not null, Company: null })
            {
                company = head.Company;
                continue;
            }

            if (head.Title is null && head.Company is null)
                continue;

            var carried = head.Company is null && head.Title is not null ? company : null;
            if (head.Company is not null)
                company = head.CompanyAlone ? head.Company : null;

            var job = new Job { Title = head.Title, Company = head.Company ?? carried, IsInternship = head.Title is not null && TitleWords.IsInternship(head.Title), Highlights = body };
            jobs.Add(Dated(job, DatesOf(lines[entry.Anchor])));
        }

        return jobs;
    }

    private static Job Dated(Job job, DateSpan dates) => job with { Start = dates.From.FirstMonth, End = dates.LastMonth, IsCurrent = dates.IsCurrent };

    private static DateSpan DatesOf(ResumeLine line) => line.Range ?? line.Dates[0];

    /// <summary>Jobs that print no dates: each line with a title opens one.</summary>
    private static List<Job> WithoutDates(IReadOnlyList<ResumeLine> lines)
    {
        var heads = new HeadReader();
        var starts = new List<int>();
        for (var at = 0; at < lines.Count && starts.Count < MostAnchors; at++)
        {
            if (CanBeHead(lines[at]) && lines[at].Text.Length <= 100 && BestTitle(lines[at].Text) >= 1.9)
                starts.Add(at);
        }

        var jobs = new List<Job>();
        for (var index = 0; index < starts.Count; index++)
        {
            var at = starts[index];
            var alone = heads.Read([(lines[at].Text, false)], HeadOrder.Unknown);
            var withNext = at + 1 < lines.Count && CanBeHead(lines[at + 1]) && !starts.Contains(at + 1) ? heads.Read([(lines[at].Text, lines[at].IsFull), (lines[at + 1].Text, false)], HeadOrder.Unknown) : alone;
            var head = alone.Company is not null ? alone : withNext;
            var bodyEnd = index + 1 < starts.Count ? starts[index + 1] : lines.Count;
            if (head.Title is not null)
                jobs.Add(new Job { Title = head.Title, Company = head.Company, IsInternship = TitleWords.IsInternship(head.Title), Highlights = Highlights.Read(lines, at + (ReferenceEquals(head, alone) ? 1 : 2), bodyEnd) });
        }

        return jobs;
    }

    /// <param name="Anchor">Line with the dates.</param>
    /// <param name="First">First line of the head.</param>
    /// <param name="End">Line behind the head.</param>
    /// <param name="Head">What the head says.</param>
    /// <param name="Score">How well it reads, less what it leaves out.</param>
    private sealed record Entry(int Anchor, int First, int End, JobHead Head, double Score)
    {
        /// <summary>Line behind the body, when the next entry's head does not say.</summary>
        public int? BodyEnd { get; init; }
    }
}
