using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Jobs;

/// <summary>Finds title and employer in the lines of an entry's head, whatever their order and separators.</summary>
/// <remarks>
/// The lines are cut into parts; every pair of parts is scored as (title, employer) by its words, its place and what it leaves over, and
/// the best pair is taken. Commas may belong to a name ("Manager, Sales and Marketing", "Acme, Inc."), so neighbours may be taken together.
/// </remarks>
internal sealed class HeadReader
{
    private const int MostParts = 12;
    private const int LongestRun = 3;
    private const double WrapPenalty = 0.05;

    private readonly Dictionary<string, double> _titleScores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _companyScores = new(StringComparer.Ordinal);

    /// <summary>Reads the head as it stands, and with each line that fills its column joined to the next; the better reading counts.</summary>
    public JobHead Read(IReadOnlyList<(string Text, bool IsFull)> lines, HeadOrder order)
    {
        var texts = lines.Select(line => line.Text).ToList();
        var best = ReadLines(texts, order);
        for (var at = 0; at + 1 < lines.Count; at++)
        {
            if (!lines[at].IsFull)
                continue;

            var joined = ReadLines([.. texts.Take(at), $"{texts[at]} {texts[at + 1]}", .. texts.Skip(at + 2)], order);
            if (joined.Score - WrapPenalty > best.Score)
                best = joined with { Score = joined.Score - WrapPenalty };
        }

        return best;
    }

    private JobHead ReadLines(IReadOnlyList<string> lines, HeadOrder order)
    {
        var parts = Parts(lines);
        if (parts.Count == 0)
            return JobHead.Empty;

        var runs = Runs(parts);
        var best = JobHead.Empty;
        foreach (var title in runs.Append(null))
        {
            var titleScore = title is null ? -0.8 : TitleScore(title);
            if (title is not null && titleScore < -0.5)
                continue;

            foreach (var company in runs.Append(null))
            {
                if ((title is null && company is null) || (title is not null && company is not null && title.Overlaps(company)))
                    continue;

                var score = titleScore + (company is null ? -0.4 : CompanyScore(company, parts)) + Together(title, company, order) - Leftover(parts, title, company);
                if (score > best.Score)
                    best = Head(title, company, score, parts);
            }
        }

        return best;
    }

    private static JobHead Head(Run? title, Run? company, double score, List<Part> parts)
    {
        var isSure = title is not null && company is not null && TitleWords.Score(title.Text) >= 1.9 && TitleWords.Score(company.Text) < 1.2;
        return new JobHead(
            title?.Text,
            company is null ? null : WithoutPlace(company.Text),
            score,
            !isSure ? HeadOrder.Unknown : title!.First < company!.First ? HeadOrder.TitleFirst : HeadOrder.CompanyFirst,
            company is not null && parts[company.First].Line != (title is null ? -1 : parts[title.First].Line));
    }

    private double TitleScore(Run run)
    {
        if (!_titleScores.TryGetValue(run.Text, out var score))
        {
            score = TitleWords.Score(run.Text);
            if (PlaceWords.IsPlace(run.Text) || IsLink(run.Text))
                score -= 3;

            if (score < 1.9 && OrganisationWords.Score(run.Text) >= 1.2)
                score -= OrganisationWords.Score(run.Text) >= 2 ? 2 : 0.8;

            if (run.Text.Split(' ').Length > 9)
                score -= 1;

            _titleScores[run.Text] = score;
        }

        return score - (0.3 * (run.Count - 1));
    }

    private double CompanyScore(Run run, List<Part> parts)
    {
        if (!_companyScores.TryGetValue(run.Text, out var score))
        {
            score = OrganisationWords.Score(run.Text);
            if (PlaceWords.IsMode(run.Text) || IsLink(run.Text))
                score -= 3;
            else if (PlaceWords.IsPlace(run.Text))
                score -= 2;

            if (TitleWords.Score(run.Text) >= 1.5 && score < 2)
                score -= 1.4;

            _companyScores[run.Text] = score;
        }

        // "Springfield, IL": what stands in front of a region is its town, whether the list knows it or not.
        var isTown = run.Last + 1 < parts.Count && parts[run.Last + 1] is { Glue: Glue.Comma } next && PlaceWords.IsRegion(next.Text) && PlaceWords.IsKnown(next.Text);
        return score - (isTown && score < 1.2 ? 0.9 : 0) - (0.2 * (run.Count - 1));
    }

    private static double Together(Run? title, Run? company, HeadOrder order)
    {
        if (title is null || company is null)
            return 0;

        var titleFirst = title.First < company.First;
        var score = order switch
        {
            HeadOrder.TitleFirst => titleFirst ? 0.6 : -0.6,
            HeadOrder.CompanyFirst => titleFirst ? -0.6 : 0.6,
            _ => 0,
        };
        return titleFirst && company.First == title.Last + 1 && company.Glue == Glue.At ? score + 1.5 : score;
    }

    private static double Leftover(List<Part> parts, Run? title, Run? company)
    {
        var penalty = 0.0;
        for (var at = 0; at < parts.Count; at++)
        {
            if (title?.Holds(at) == true || company?.Holds(at) == true || PlaceWords.IsPlace(parts[at].Text))
                continue;

            var isTown = at + 1 < parts.Count && parts[at + 1].Glue == Glue.Comma && PlaceWords.IsKnown(parts[at + 1].Text);
            var isDescription = company is not null && at > company.Last && parts[at].Line == parts[company.Last].Line;

            // "Acme - tools for builders": the name leads its line, what the firm does follows.
            var leads = company is not null && at < company.First && parts[at].Line == parts[company.First].Line && title?.Holds(at) != true;
            penalty += isTown || IsLink(parts[at].Text) ? 0.1 : leads ? 1.1 : isDescription ? 0.2 : parts[at].Glue == Glue.Comma ? 0.4 : 0.45;
        }

        return penalty;
    }

    /// <summary>All stretches of neighbouring parts that commas hold together.</summary>
    private static List<Run> Runs(List<Part> parts)
    {
        var runs = new List<Run>();
        for (var first = 0; first < parts.Count; first++)
        {
            var text = parts[first].Text;
            runs.Add(new Run(first, first, text, parts[first].Glue));
            for (var last = first + 1; last < parts.Count && last < first + LongestRun && parts[last].Glue == Glue.Comma; last++)
            {
                text = $"{text}, {parts[last].Text}";
                runs.Add(new Run(first, last, text, parts[first].Glue));
            }
        }

        return runs;
    }

    private static List<Part> Parts(IReadOnlyList<string> lines)
    {
        var parts = new List<Part>();
        for (var line = 0; line < lines.Count; line++)
        {
            var glue = Glue.Line;
            foreach (var strong in Separators.Parts(lines[line]).SelectMany(Separators.AtCjkBlanks))
            {
                foreach (var (around, isAt) in AtEmployer(strong))
                {
                    var inner = isAt ? Glue.At : glue;
                    foreach (var piece in AtCommas(around))
                    {
                        if (parts.Count == MostParts)
                            return parts;

                        parts.Add(new Part(piece, line, inner));
                        inner = Glue.Comma;
                    }
                }

                glue = Glue.Strong;
            }
        }

        return parts;
    }

    /// <summary>"Nurse at St. Mary's" in two, when what stands in front can be a position.</summary>
    private static IEnumerable<(string Text, bool IsAt)> AtEmployer(string text)
    {
        foreach (var at in (string[])[" at ", " AT ", " @ ", " bei ", " chez ", " @"])
        {
            var index = text.IndexOf(at, StringComparison.Ordinal);
            if (index > 2 && index + at.Length + 1 < text.Length && TitleWords.Score(text[..index].Split(',')[0]) > -0.5 && char.IsLetterOrDigit(text[index + at.Length]))
                return [(text[..index].Trim(), false), (text[(index + at.Length)..].Trim(), true)];
        }

        return [(text, false)];
    }

    /// <summary>Parts between commas; a legal form stays with its name, brackets stay whole.</summary>
    private static List<string> AtCommas(string text)
    {
        var pieces = new List<string>();
        var depth = 0;
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is '(')
                depth++;
            else if (at < text.Length && text[at] is ')')
                depth--;

            if (at < text.Length && (text[at] is not (',' or '，' or ';') || depth > 0))
                continue;

            var piece = Separators.Trim(text[from..at]);
            from = at + 1;
            if (piece.Length == 0)
                continue;

            if (pieces.Count > 0 && OrganisationWords.IsLegalForm(piece))
                pieces[^1] = $"{pieces[^1]}, {piece}";
            else
                pieces.Add(piece);
        }

        return pieces;
    }

    /// <summary>"Acme (Berlin, Germany)" without the place.</summary>
    private static string WithoutPlace(string company)
    {
        var open = company.LastIndexOf('(');
        if (open <= 1 || company[^1] != ')')
            return company;

        var inside = company[(open + 1)..^1];
        return PlaceWords.IsPlace(inside) ? company[..open].TrimEnd() : company;
    }

    private static bool IsLink(string text) => text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal);

    private enum Glue
    {
        Line,
        Strong,
        Comma,
        At,
    }

    private sealed record Part(string Text, int Line, Glue Glue);

    private sealed record Run(int First, int Last, string Text, Glue Glue)
    {
        public int Count => Last - First + 1;

        public bool Holds(int part) => part >= First && part <= Last;

        public bool Overlaps(Run other) => First <= other.Last && other.First <= Last;
    }
}
