using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;
using ResumeService.Skills;

namespace ResumeService.Profiles.Sections;

/// <summary>Cuts a resume at its headings. Where headings are unusual or missing, what the lines hold decides.</summary>
internal static class SectionSplitter
{
    public static List<Section> Split(IReadOnlyList<ResumeLine> resume, SkillMatcher skills)
    {
        var lines = MarginHeadings.Part(resume);
        var headings = Headings(lines);
        if (!Tell(headings))
            headings = StyledHeadings.Find(lines, skills) ?? headings;

        var sections = new List<Section>();
        var content = new List<ResumeLine>();
        (SectionKind Kind, ResumeLine? Line) open = (SectionKind.Unknown, null);
        for (var at = 0; at < lines.Count; at++)
        {
            if (headings.TryGetValue(at, out var kind))
            {
                Close();
                open = kind is null ? (SectionKind.Unknown, null) : (kind.Value, lines[at]);
            }
            else if (InlineHeading(lines[at], open.Kind) is { } inline)
            {
                Close();
                open = (inline.Kind, lines[at]);
                content.Add(inline.Line);
            }
            else
            {
                content.Add(lines[at]);
            }
        }

        Close();
        SpilledDates.Return(sections);
        var named = sections.Exists(section => section.Kind == SectionKind.Projects);
        return [.. sections.SelectMany(section => ByContent(section, skills)).Select(section => named && section.Kind == SectionKind.Projects && !IsNamed(section) ? section with { Kind = SectionKind.Unknown } : section)];

        bool IsNamed(Section section) => sections.Exists(own => own.Kind == SectionKind.Projects && ReferenceEquals(own.Heading, section.Heading));

        void Close()
        {
            if (content.Count > 0)
                sections.Add(new Section(open.Kind, open.Line, [.. content]));

            content.Clear();
        }
    }

    /// <summary>Headings of at least two kinds that matter were found by their words.</summary>
    private static bool Tell(Dictionary<int, SectionKind?> headings) =>
        headings.Values.Distinct().Count(kind => kind is SectionKind.Experience or SectionKind.Education or SectionKind.Skills or SectionKind.Projects or SectionKind.Internships) >= 2;

    /// <summary>The lines that are headings, each with its kind; null for one that says nothing about the lines under it.</summary>
    private static Dictionary<int, SectionKind?> Headings(List<ResumeLine> lines)
    {
        var matches = new Dictionary<int, HeadingMatch>();
        for (var at = 0; at < lines.Count; at++)
        {
            // Headings do not begin in lower case, broken lines do.
            var goesOn = char.IsLower(lines[at].Text[0]) && !lines[at].StartsBlock && !lines[at].IsHeading;
            if (!goesOn && lines[at].Dates.Count == 0 && HeadingReader.Read(lines[at].Text) is { } match && (!lines[at].IsBullet || match.Certainty >= HeadingCertainty.Everyday))
                matches[at] = match;
        }

        // Where few headings have the usual words, those that the format marks show the style as well.
        var telling = matches.Where(match => match.Value.Certainty == HeadingCertainty.Sure).ToList();
        if (telling.Count < HeadingStyle.Fewest)
            telling = [.. matches.Where(match => match.Value.Certainty == HeadingCertainty.Sure || lines[match.Key].IsHeading)];
        var style = HeadingStyle.Of([.. telling.Select(match => lines[match.Key])], lines);
        var headings = new Dictionary<int, SectionKind?>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (matches.TryGetValue(at, out var match))
            {
                if (Accepts(style, lines, at, match))
                    headings[at] = match.Kind;
            }
            else if (style.IsTelling && at > 0 && style.Fits(lines[at]) && LooksLikeHeading(lines, at) && !matches.ContainsKey(at + 1) && headings.Count > 0)
            {
                headings[at] = SectionKind.Unknown;
            }
        }

        return WithoutIndex(headings, lines);
    }

    private static bool Accepts(HeadingStyle style, List<ResumeLine> lines, int at, HeadingMatch match)
    {
        var line = lines[at];
        var standsOut = style.StandsOut(line);
        var opensBlock = line.StartsBlock && style.BlocksTell;
        return match.Certainty switch
        {
            HeadingCertainty.Sure => !style.IsTelling || style.Fits(line) || standsOut,
            HeadingCertainty.Everyday => style.IsTelling ? style.Fits(line) : standsOut || (opensBlock && !line.IsBullet),
            HeadingCertainty.Likely => char.IsUpper(line.Text[0]) && !line.IsBullet && TitleWords.Score(line.Text) < 1.2 && (style.IsTelling ? style.Fits(line) : standsOut || opensBlock),
            _ => !line.IsBullet && line.Text.Length <= 45 && TitleWords.Score(line.Text) < 1.2 && OrganisationWords.Score(line.Text) < 1.2 && (style.IsTelling ? style.Fits(line) : standsOut && !line.Text.EndsWith(':')),
        };
    }

    /// <summary>A short line in the style of the headings, with something under it that is no heading itself.</summary>
    private static bool LooksLikeHeading(List<ResumeLine> lines, int at)
    {
        var line = lines[at];
        return line.IsHead && line.Dates.Count == 0 && line.Text.Length <= 45 && !line.Text.Contains(',', StringComparison.Ordinal) && !line.Text.Contains('@', StringComparison.Ordinal)
            && TitleWords.Score(line.Text) < 1 && OrganisationWords.Score(line.Text) < 1.2 && !PlaceWords.IsPlace(line.Text) && !DegreeWords.Contains(line.Text)
            && at + 1 < lines.Count;
    }

    /// <summary>Headings that stand one under another are a table of contents, or lost the text they belong to: they say nothing.</summary>
    private static Dictionary<int, SectionKind?> WithoutIndex(Dictionary<int, SectionKind?> headings, List<ResumeLine> lines)
    {
        const int fewest = 3;
        for (var at = 0; at < lines.Count; at++)
        {
            var run = 0;
            while (headings.ContainsKey(at + run))
                run++;

            if (run >= fewest)
            {
                for (var drop = at; drop < at + run; drop++)
                    headings[drop] = null;
            }

            at += run;
        }

        return headings;
    }

    /// <summary>"Skills: C#, SQL" on one line. Inside jobs and projects such a label belongs to the entry, unless it can mean nothing else.</summary>
    private static (SectionKind Kind, ResumeLine Line)? InlineHeading(ResumeLine line, SectionKind within)
    {
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 3 or > 40 || colon + 2 >= line.Text.Length || line.IsBullet)
            return null;

        if (HeadingReader.Read(line.Text[..colon]) is not { Certainty: HeadingCertainty.Sure } match || match.Kind == within)
            return null;

        var allowed = match.Kind switch
        {
            SectionKind.Skills => within is not (SectionKind.Experience or SectionKind.Projects or SectionKind.Internships or SectionKind.Volunteering) || line.StartsBlock,
            SectionKind.Languages => within is not SectionKind.Skills || line.StartsBlock,
            SectionKind.Education or SectionKind.Certifications or SectionKind.Interests or SectionKind.References or SectionKind.Summary => line.StartsBlock || within is not (SectionKind.Experience or SectionKind.Projects),
            _ => false,
        };
        if (!allowed)
            return null;

        return (match.Kind, LineReader.Described(line with { Text = line.Text[(colon + 1)..].Trim(), IsHeading = false }));
    }

    /// <summary>Sections without a telling heading are cut into blocks and named by what these hold; a heading that its content contradicts gives way.</summary>
    private static List<Section> ByContent(Section section, SkillMatcher skills)
    {
        if (section is { Kind: SectionKind.Unknown, Heading: null })
            return Blocks(section, skills);

        if (section.Kind is not (SectionKind.Unknown or SectionKind.Languages or SectionKind.Summary or SectionKind.Other or SectionKind.Contact))
            return [section];

        var found = BlockClassifier.Classify(section.Lines, skills);
        var gives = section.Kind switch
        {
            SectionKind.Unknown => true,
            SectionKind.Languages => found == SectionKind.Skills,
            SectionKind.Other when found == SectionKind.Certifications => true,
            _ => found is SectionKind.Experience or SectionKind.Education && BlockClassifier.IsPlain(section.Lines, found),
        };
        return [gives ? section with { Kind = found } : section];
    }

    private static List<Section> Blocks(Section section, SkillMatcher skills)
    {
        var blocks = new List<List<ResumeLine>>();
        foreach (var line in section.Lines)
        {
            if (blocks.Count == 0 || line.StartsBlock)
                blocks.Add([]);

            blocks[^1].Add(line);
        }

        var sections = new List<Section>();
        foreach (var block in blocks)
        {
            var kind = BlockClassifier.Classify(block, skills);
            var goesOn = sections.Count > 0 && (kind == sections[^1].Kind || (kind == SectionKind.Unknown && sections[^1].Kind is SectionKind.Experience or SectionKind.Projects or SectionKind.Education && sections.Count > 0 && block.TrueForAll(line => line.IsBullet || line.IsProse)));
            if (goesOn)
                sections[^1] = sections[^1] with { Lines = [.. sections[^1].Lines, .. block] };
            else
                sections.Add(new Section(kind, null, block));
        }

        return sections;
    }

    /// <summary>How this resume sets its headings, learned from those that its words make sure.</summary>
    private sealed record HeadingStyle(bool InCapitals, bool Marked, double SmallestFont, double LargestFont)
    {
        public const int Fewest = 2;

        /// <summary>A sign that more lines than this carry sets no heading apart.</summary>
        private const double Rare = 0.34;

        /// <summary>Headings differ from other lines by more than their words.</summary>
        public bool IsTelling { get; private init; }

        public bool MarksTell { get; private init; }

        public bool CapitalsTell { get; private init; }

        public bool BlocksTell { get; private init; }

        public static HeadingStyle Of(List<ResumeLine> headings, List<ResumeLine> lines)
        {
            var most = headings.Count * 0.6;
            var sizes = headings.Where(line => line.FontSize > 0).Select(line => line.FontSize).Order().ToList();
            var usual = sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
            var known = headings.Count >= Fewest;
            var style = new HeadingStyle(
                known && headings.Count(line => TextShape.IsUpperCase(line.Text)) >= most,
                known && headings.Count(line => line.IsHeading) >= most,
                known ? usual * 0.94 : 0,
                known && usual > 0 ? usual * 1.06 : double.MaxValue)
            {
                MarksTell = lines.Count(line => line.IsHeading) <= Math.Max(3, lines.Count * Rare),
                CapitalsTell = lines.Count(line => TextShape.IsUpperCase(line.Text)) <= Math.Max(3, lines.Count * Rare),
                BlocksTell = lines.Count(line => line.StartsBlock) <= Math.Max(3, lines.Count * 0.5) && lines.Count(line => line.IsHeading) <= Math.Max(3, lines.Count * 0.5),
            };
            return style with { IsTelling = (style.InCapitals || style.Marked) && lines.Count(style.Fits) <= Math.Max(3, lines.Count * Rare) };
        }

        public bool StandsOut(ResumeLine line) => (line.IsHeading && MarksTell) || (CapitalsTell && TextShape.IsUpperCase(line.Text)) || line.Text.EndsWith(':');

        public bool Fits(ResumeLine line) =>
            (!InCapitals || TextShape.IsUpperCase(line.Text) || TextShape.HasCjk(line.Text)) && (!Marked || line.IsHeading) && (line.FontSize == 0 || (line.FontSize >= SmallestFont && line.FontSize <= LargestFont));
    }
}
