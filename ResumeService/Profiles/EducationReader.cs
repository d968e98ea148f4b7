using ResumeService.Profiles.Dates;
using ResumeService.Profiles.Lines;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles;

/// <summary>Reads schools, degrees and years of an education section.</summary>
internal static class EducationReader
{
    private const int MostEntries = 30;
    private const int MostLines = 400;

    public static List<Education> Read(IReadOnlyList<ResumeLine> lines)
    {
        var entries = new List<Draft>();
        var draft = new Draft();
        foreach (var line in Unbroken(lines))
        {
            if (line.IsBullet && line.Range is null && !OrganisationWords.IsSchool(line.Text) && !DegreeWords.Contains(line.Text))
                continue;

            if (line.IsProse && line.Dates.Count == 0 && !(line.Text.Length < 120 && OrganisationWords.IsSchool(line.Text)) || Labels.StandsInside(line.Text))
                continue;

            var found = Facts(line);
            if (draft.Conflicts(found))
            {
                Close();
                draft = new Draft();
            }

            draft.Take(found);
        }

        Close();
        return [.. entries.Take(MostEntries).Select(entry => entry.Finish())];

        void Close()
        {
            if (draft.School is not null || draft.Degree is not null)
                entries.Add(draft);
            else if (entries.Count > 0 && entries[^1].Dates is null && draft.Dates is not null)
                entries[^1].Dates = draft.Dates;
        }
    }

    /// <summary>Lines that a narrow column broke inside a degree's or a school's name, whole again.</summary>
    private static List<ResumeLine> Unbroken(IReadOnlyList<ResumeLine> lines)
    {
        var whole = new List<ResumeLine>();
        foreach (var line in lines.Take(MostLines))
        {
            if (whole.Count > 0 && whole[^1] is { IsFull: true, IsBullet: false, Dates.Count: 0 } before && !line.IsBullet && !line.StartsBlock && EndsDangling(before.Text, line.Text))
                whole[^1] = LineReader.Described(before with { Text = $"{before.Text} {line.Text}", IsFull = line.IsFull });
            else
                whole.Add(line);
        }

        return whole;
    }

    /// <summary>The line's last part is neither school, degree nor place, or the next line has nothing of its own.</summary>
    private static bool EndsDangling(string text, string next)
    {
        var comma = text.LastIndexOfAny([',', '|', '–', '—']);
        var last = text[(comma + 1)..].Trim();
        if (char.IsLower(next[0]) || !last.Contains(' ', StringComparison.Ordinal) || Prose.EndsOpen(text))
            return true;

        var isWhole = OrganisationWords.IsSchool(last) || PlaceWords.IsPlace(last) || (comma < 0 && DegreeWords.Contains(last));
        return !isWhole || (!OrganisationWords.IsSchool(next) && !DegreeWords.Contains(next) && !PlaceWords.IsPlace(next) && !char.IsAsciiDigit(next[0]) && Dates.DateScanner.Find(next).Count == 0);
    }

    /// <summary>The line's school, degree and dates, whichever it has.</summary>
    private static Facts Facts(ResumeLine line)
    {
        string? school = null;
        string? degree = null;
        string? other = null;
        foreach (var part in Separators.Parts(line.WithoutDates).SelectMany(Separators.AtCjkBlanks))
        {
            foreach (var piece in Pieces(part))
            {
                if (DegreeWords.Contains(piece) && degree is null && !(OrganisationWords.IsSchool(piece) && school is null && !StartsWithDegree(piece)))
                    degree = piece;
                else if (OrganisationWords.IsSchool(piece) && school is null)
                    school = piece;
                else if (!PlaceWords.IsPlace(piece) && piece.Length > 3 && !IsGrade(piece))
                    other ??= piece;
            }
        }

        return new Facts(school, degree, other, line.Range ?? (line.Dates.Count > 0 ? line.Dates[0] : null));
    }

    /// <summary>Commas part a degree from its school, but "University of California, Berkeley" is one name.</summary>
    private static List<string> Pieces(string part)
    {
        var (degree, rest) = DegreeFirst(part);
        if (degree is not null)
            return [degree, .. Pieces(rest)];

        var pieces = new List<string>();
        foreach (var piece in part.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var goesOn = pieces.Count > 0 && ((DegreeWords.Contains(pieces[^1]) && !OrganisationWords.IsSchool(piece) && !DegreeWords.Contains(piece) && !PlaceWords.IsPlace(piece))
                || (pieces[^1].StartsWith("University of ", StringComparison.OrdinalIgnoreCase) && piece.Split(' ').Length <= 3 && !DegreeWords.Contains(piece) && !OrganisationWords.IsSchool(piece) && !PlaceWords.IsRegion(piece)));
            if (goesOn)
                pieces[^1] = $"{pieces[^1]}, {piece}";
            else
                pieces.Add(piece);
        }

        return pieces;
    }

    /// <summary>"BSc Computer Science at Example University", "PhD Example University": cut in front of the school.</summary>
    private static (string? Degree, string Behind) DegreeFirst(string part)
    {
        foreach (var between in (string[])[" at ", " from ", " bei ", " an der ", " @ "])
        {
            var at = part.IndexOf(between, StringComparison.Ordinal);
            if (at > 1 && DegreeWords.Contains(part[..at]) && OrganisationWords.IsSchool(part[(at + between.Length)..]))
                return (part[..at].Trim(), part[(at + between.Length)..].Trim());
        }

        var space = part.IndexOf(' ', StringComparison.Ordinal);
        if (space is > 1 and < 7 && DegreeWords.Contains(part[..space]) && !part[..space].Equals("high", StringComparison.OrdinalIgnoreCase) && OrganisationWords.IsSchool(part[(space + 1)..].Split(',')[0]) && char.IsUpper(part[space + 1])
            && !part[(space + 1)..].StartsWith("in ", StringComparison.Ordinal))
            return (part[..space], part[(space + 1)..].Trim());

        return (null, part);
    }

    private static bool StartsWithDegree(string piece)
    {
        var space = piece.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && DegreeWords.Contains(piece[..space]);
    }

    private static bool IsGrade(string piece)
    {
        var folded = TextShape.Fold(piece);
        return folded.StartsWith("gpa", StringComparison.Ordinal) || folded.StartsWith("grade", StringComparison.Ordinal) || folded.StartsWith("note", StringComparison.Ordinal) || folded.Contains("cum laude", StringComparison.Ordinal) || folded.Contains("first class", StringComparison.Ordinal) || folded.StartsWith("cgpa", StringComparison.Ordinal);
    }

    private sealed class Draft
    {
        public string? School { get; private set; }

        public string? Degree { get; private set; }

        public string? Other { get; private set; }

        public DateSpan? Dates { get; set; }

        /// <summary>A second school, degree or date belongs to the next entry.</summary>
        public bool Conflicts(Facts facts) => (School is not null && facts.School is not null) || (Degree is not null && facts.Degree is not null && (School is not null || facts.School is null)) || (Dates is not null && facts.Dates is not null && (School is not null || Degree is not null) && (facts.School is not null || facts.Degree is not null || Dates.IsRange == facts.Dates.IsRange));

        public void Take(Facts facts)
        {
            School ??= facts.School;
            Degree ??= facts.Degree;
            Other ??= facts.Other;
            Dates ??= facts.Dates;
        }

        public Education Finish() => new()
        {
            School = School ?? Other,
            Degree = Degree ?? (School is null ? null : Other),
            StartYear = Dates is { IsRange: true } ? Dates.From.Year : null,
            EndYear = Dates is null || Dates.IsCurrent ? null : Dates.To?.Year ?? Dates.From.Year,
        };
    }
}

internal sealed record Facts(string? School, string? Degree, string? Other, DateSpan? Dates);
