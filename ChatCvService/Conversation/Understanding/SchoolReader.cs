using System.Text.RegularExpressions;
using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Degrees and schools: "I studied X at Y", "BSc in X from Y, 2014", "graduated from Y with a degree in X".</summary>
internal static partial class SchoolReader
{
    public static bool IsAbout(Clause clause) => Degrees.Find(clause.Text).Success || StudyVerbs().IsMatch(clause.Text);

    public static bool Read(Clause clause, Reading reading)
    {
        if (Second(clause, reading.Today) is var (first, second))
            return Read(first, reading) | Read(second, reading);
        var text = clause.Text;
        var degree = Degrees.Find(text);
        var studied = StudyVerbs().Match(text);
        if (!degree.Success && !studied.Success)
            return ReadGraduation(clause, reading);
        // "Ana Ruiz, RN, BSN": letters behind a name say who it is.
        if (!reading.HasName && !clause.HasSubject && clause.Dates.Count == 0 && PostNominal().IsMatch(text))
            return false;

        var field = FieldOf(text, degree, studied);
        var institution = InstitutionOf(text, degree, field);
        if (!degree.Success && institution.Length == 0 && field.Length == 0 && (clause.Dates.Count == 0 || reading.Focus != Topic.Education))
            return ReadGraduation(clause, reading);
        // "studying protein folding" in a job is no degree; "I study nursing" is.
        if (!degree.Success && institution.Length == 0 && !(studied.Groups["sure"].Success || HasSubject(clause) || (studied.Index == 0 && reading.Asked == Topic.Education)))
            return false;
        var said = institution.Length > 0 ? Wording.Proper(text.Substring(institution.Start, institution.Length)) : "";
        if (SameSchool().IsMatch(text))
            said = reading.Facts.OfType<SchoolFact>().LastOrDefault(fact => fact.Institution.Length > 0)?.Institution ?? "";
        reading.Add(new SchoolFact(clause.Said.Whole)
        {
            Institution = said,
            Degree = degree.Success ? DegreeText(degree.Value) : "",
            Field = field.Length > 0 ? Wording.Proper(text.Substring(field.Start, field.Length)) : "",
            Graduation = GraduationOf(clause),
            Details = DetailsOf(text),
            IsCorrection = clause.IsCorrection,
        });
        return true;
    }

    /// <summary>"I finished in 2014", "graduated in May 2017": the date of the school that was spoken of last.</summary>
    public static bool ReadGraduation(Clause clause, Reading reading)
    {
        if (reading.Focus != Topic.Education && !Graduating().IsMatch(clause.Text))
            return false;
        var details = DetailsOf(clause.Text);
        var isDate = clause.Dates.Count > 0 && (clause.Masked.IsBlank || Finished().IsMatch(clause.Text));
        if (!isDate && details.Length == 0)
            return false;
        reading.Add(new SchoolFact(clause.Said.Whole) { Graduation = isDate ? GraduationOf(clause) : "", Details = details, IsCorrection = clause.IsCorrection });
        return true;
    }

    // "an MSc in X from A and a BSc in Y from B": two.
    private static (Clause First, Clause Second)? Second(Clause clause, DateOnly today)
    {
        var first = Degrees.Find(clause.Text);
        if (!first.Success)
            return null;
        foreach (Match joint in SecondJoints().Matches(clause.Text))
        {
            if (joint.Index > first.Index + first.Length && Degrees.Find(clause.Text[(joint.Index + joint.Length)..]) is { Success: true, Index: <= 3 })
            {
                return (Clause.Of(clause.Said.Slice(0, joint.Index), today) with { IsCorrection = clause.IsCorrection },
                    Clause.Of(clause.Said.From(joint.Index + joint.Length), today) with { IsCorrection = clause.IsCorrection });
            }
        }

        return null;
    }

    public static string DetailsOf(string text) => string.Join("; ", Honours().Matches(text).Select(match => Wording.Sentence(match.Groups["what"].Value)));

    /// <summary>The last month that was said: a time of study ends with its degree.</summary>
    public static string GraduationOf(Clause clause)
    {
        var last = clause.Dates.Where(date => date.Kind != DateKind.Length && !(date.Kind == DateKind.Since && date.IsOpen)).Select(date => date.End ?? (date.IsOpen ? null : date.Start)).OfType<MonthYear>().ToList();
        return last.Count > 0 ? last.MaxBy(date => (date.Year, date.Month)).ToString() : "";
    }

    public static string DegreeText(string said)
    {
        var clean = Wording.Clean(said);
        if (Wording.Key(clean) is "degree")
            return "Degree";
        return clean.Any(char.IsUpper) ? Wording.Sentence(clean) : Shorts().IsMatch(clean) ? Shorten(clean) : clean.Contains(" of ", StringComparison.Ordinal) || clean.StartsWith("high", StringComparison.Ordinal) ? Wording.Title(clean) : Wording.Sentence(clean);
    }

    private static string Shorten(string degree) => degree.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "bsc" => "BSc",
        "msc" => "MSc",
        "phd" => "PhD",
        "beng" => "BEng",
        "meng" => "MEng",
        "btech" => "BTech",
        "bcom" => "BCom",
        "bed" => "BEd",
        var other => other.ToUpperInvariant(),
    };

    private static bool HasSubject(Clause clause) => clause.HasSubject;

    private static (int Start, int Length) FieldOf(string text, Match degree, Match studied)
    {
        if (degree.Success)
        {
            var after = degree.Index + degree.Length;
            var lead = AfterDegree().Match(text, after);
            if (lead.Success && lead.Index == after && Take(lead.Index + lead.Length) is { Length: > 1 } field && !PlaceWords.IsPlace(text.Substring(field.Start, field.Length)))
                return field;
            // "PhD, Chemistry, ETH Zurich".
            if (BetweenCommas().Match(text, after) is { Success: true } between && !OrganisationWords.HasSchool(between.Groups["field"].Value) && !PlaceWords.HasPlace(between.Groups["field"].Value)
                && OrganisationWords.HasSchool(text[(between.Index + between.Length)..]) && Honours().Match(between.Value) is { Success: false })
                return (between.Groups["field"].Index, between.Groups["field"].Length);
            // "cosmetology diploma", "nursing degree".
            if (degree.Value.ToLowerInvariant() is "diploma" or "degree" or "certificate" or "bachelor's degree" or "master's degree" && Before().Match(text[..degree.Index]) is { Success: true } before)
            {
                var group = before.Groups["field"];
                if (!CommonWords.Contains(group.Value.Split(' ')[0]))
                    return (group.Index, group.Length);
            }
        }

        if (Majors().Match(text) is { Success: true } major)
            return Take(major.Index + major.Length);
        if (studied.Success && studied.Groups["what"].Success)
        {
            var start = studied.Index + studied.Length;
            if (start < text.Length && !At().IsMatch(text[start..]) && Take(start) is { Length: > 1 } field && !OrganisationWords.HasSchool(text.Substring(field.Start, field.Length)) && !Degrees.Find(text.Substring(field.Start, field.Length)).Success)
                return field;
        }

        return default;

        (int Start, int Length) Take(int start)
        {
            start = Phrases.SkipArticle(text, start);
            var stop = FieldEnds().Match(text, start);
            var end = stop.Success ? stop.Index : text.Length;
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '.' or '-'))
                end--;
            var phrase = text[start..end];
            return phrase.Length is > 1 and < 70 && phrase.Split(' ').Length <= 7 && char.IsLetter(phrase[0]) ? (start, end - start) : default;
        }
    }

    private static (int Start, int Length) InstitutionOf(string text, Match degree, (int Start, int Length) field)
    {
        var best = default((int Start, int Length));
        foreach (Match lead in InstitutionLeads().Matches(text))
        {
            var start = lead.Index + lead.Length;
            if (NoInstitution().IsMatch(text[start..]))
                continue;
            var (from, length) = Institution(text, start);
            if (length < 2)
                continue;
            var name = text.Substring(from, length);
            // "at the culinary school Alma": the name stands behind its kind.
            var kind = KindBefore().Match(name);
            if (kind.Success && char.IsUpper(name[kind.Length]))
                (from, length) = (from + kind.Length, length - kind.Length);
            best = (from, length);
            if (OrganisationWords.HasSchool(name) || char.IsUpper(name[0]))
                return best;
        }

        if (best.Length > 0)
            return best;
        // "BSc Computer Science, KAIST", "University of Warwick, BSc …".
        var parts = Parts().Matches(text).Select(part => (part.Index, part.Length)).ToList();
        var school = parts.FirstOrDefault(part => OrganisationWords.HasSchool(text.Substring(part.Index, part.Length)) && !Overlaps(part, degree) && !StudyVerbs().IsMatch(text.AsSpan(part.Index, part.Length)) && !Clauses().IsMatch(text.AsSpan(part.Index, part.Length)) && !OwnWords().IsMatch(text.AsSpan(part.Index, part.Length)));
        if (school.Length == 0)
            school = parts.FirstOrDefault(part => char.IsUpper(text.AsSpan(part.Index, part.Length).TrimStart()[0]) && !Overlaps(part, degree) && !(field.Length > 0 && part.Index < field.Start + field.Length && field.Start < part.Index + part.Length)
                && !PlaceWords.HasPlace(text.Substring(part.Index, part.Length)) && !Honours().IsMatch(text.AsSpan(part.Index, part.Length)) && !Clauses().IsMatch(text.AsSpan(part.Index, part.Length)));
        return school.Length > 0 ? Institution(text, school.Index) : default;

        static bool Overlaps((int Index, int Length) part, Match degree) => degree.Success && part.Index < degree.Index + degree.Length && degree.Index < part.Index + part.Length;
    }

    private static (int Start, int Length) Institution(string text, int start)
    {
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '-'))
            start++;
        start = Phrases.SkipArticle(text, start);
        var stop = InstitutionEnds().Match(text, start);
        var end = stop.Success ? stop.Index : text.Length;
        // "University of California, Berkeley" is one name.
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '.' or '-'))
            end--;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"'))
            start++;
        return end - start <= 90 ? (start, end - start) : default;
    }

    [GeneratedRegex(@"\b(?:(?<what>stud(?:y|ied|ying)|(?<sure>major(?:ed|ing)?\s+in)|read\s+(?=law|medicine|history))\s+|(?<sure>graduat(?:ed|ing|e)|attend(?:ed|ing)?|enrolled|went\s+to|go\s+to|finished|completed)\s+(?=\S*.*\b(?:from|at|school|university|college|academy|institute|uni|degree|studies|in|high)\b)|(?<sure>graduate\s+of|alumn\w+\s+of|student\s+at|my\s+(?:school|university|college|education|studies)\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex StudyVerbs();

    [GeneratedRegex(@"\G\s*,\s*(?<field>\p{Lu}[\p{L} &-]{2,40}?)\s*(?=,)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BetweenCommas();

    [GeneratedRegex(@"\s*,?\s+(?:and|plus|as\s+well\s+as|after)\s+(?:also\s+|then\s+)?(?=an?\s|my\s|\p{Lu})|\s*[,;]\s+(?=(?:an?\s+)?\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SecondJoints();

    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'.-]*){1,3}\s*(?:,\s*[\p{Lu}.]{2,6}[a-zA-Z]?\s*)+$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PostNominal();

    [GeneratedRegex(@"\b(?:at|from)\s+there\b|\b(?:(?:at|from)\s+)?the\s+same\s+(?:university|school|college|place|institute|institution|uni)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SameSchool();

    [GeneratedRegex(@"\G(?:\s+degree)?(?:\s*,?\s+(?:in|of|on)\s+|:\s*|\s*[-–—]\s*(?=\p{Lu})|\s+(?=\p{Lu}\p{Ll}+(?:\s|,|$|\uE001)(?!University|College|School|Institute))|\s*\((?=\p{Lu}))", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex AfterDegree();

    [GeneratedRegex(@"(?:^|[,;\uE001]\s*|\b(?:an?|my|the|did|have|got)\s+)(?<field>\p{L}+(?:\s+\p{L}+)?)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\bmajor(?:ed|ing)?\s+(?:in|was|is)\s+|\bgraduated\s+(?:\uE001\s*)+in\s+|\bmy\s+(?:field|subject|major|course)\s+(?:is|was)\s+|\bdegree\s+(?:is\s+|was\s+)?in\s+|\bspeciali[sz](?:ed|ing)\s+in\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Majors();

    [GeneratedRegex(@"\s*(?:[,;()|!\uE000\uE001]|\.(?:\s|$)|$)|\s+(?:[-–—]\s)|\s+(?:at|from|with|where|which|who|but|so|and\s+(?:i\b|i'm|graduated|got|finished|then|now|also|my|did)|in\s+\p{Lu}\p{L}+$|for|by|finishing|graduating|expected|expecting|since|until|on|minor|degree|diploma|i\b|last|this)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex FieldEnds();

    [GeneratedRegex(@"\b(?:at|from|attended|attend|attending|graduate\s+of|went\s+to|go\s+to|going\s+to|enrolled\s+(?:in|at)|graduated|school\s+(?:is|was)|university\s+(?:is|was)|college\s+(?:is|was)|institution\s+(?:is|was)|through|@)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex InstitutionLeads();

    [GeneratedRegex(@"^(?:home|first|there\b|here\b|the\s+same\b|the\s+(?:moment|age|same|end)|in\b|with\b|from\b|\d|last|top|high\s+school\s*$|university\s*$|college\s*$|school\s*$|\uE001)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoInstitution();

    [GeneratedRegex(@"^(?:\p{Ll}+\s+){0,2}(?:school|university|college|academy|institute)\s+(?:of\s+\p{Ll}+\s+)?", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex KindBefore();

    [GeneratedRegex(
        @"\s*(?:[,;()|!\uE000\uE001]|(?<!\bSt|\b\p{Lu})\.(?:\s|$)|$)|\s+(?:[-–—]\s)|\s+(?:where|which|who|but|so|and\s+(?:i\b|i'm|graduated|got|finished|then|now|also|my|did|have)|with|in\s|graduated|graduating|finishing|finished|since|until|i\b|for|as|expected|expecting|studying|on|when|majoring|class\s+of|my)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex InstitutionEnds();

    [GeneratedRegex(@"[^,;()|\n\uE000\uE001–—]*?[\p{L}][^,;()|\n\uE000\uE001–—]*?(?=\s*(?:[,;()|\n\uE000\uE001–—]|\s-\s|$))", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(?:graduat|finish|complet|expect|class\s+of|until|till|ended|will\s+be\s+done|got\s+it|i\s+started)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Finished();

    [GeneratedRegex(@"(?:\bwith\s+(?:an?\s+)?)?(?<what>\b(?:first[- ]class(?:\s+honou?rs)?|(?:upper|lower)?\s*second[- ]class(?:\s+honou?rs)?|2:[12]|(?:with\s+)?distinction|(?:summa|magna)?\s*cum\s+laude|honou?rs\b|(?:gpa|grade|cgpa)\s*(?:of|:|is|was)?\s*\d[\d.,]*(?:\s*/\s*\d+(?:\.\d)?)?|\d\.\d+\s+gpa|minor(?:ed)?\s+in\s+[\p{L} ]+?(?=,|\.|$|\sand\b)|valedictorian|thesis\s+(?:on|about)\s+[^,.;\uE001]+|dean's\s+list))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Honours();

    [GeneratedRegex(@"\bgraduat(?:e|ed|ing|ion)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Graduating();

    [GeneratedRegex(@"^(?:at|from|in|for|with|to|there|hard|abroad)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex At();

    [GeneratedRegex(@"\b(?:i|i'm|i've|my|graduated|finished|got|was|expected|did|hold|have|also)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\b(?:left|leaving|before|after|no|only|still)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OwnWords();

    [GeneratedRegex(@"^(?:[bm]\.?(?:sc|a|s|eng|tech|com|ed|ba|fa|ph)\.?|ph\.?d\.?|llb|llm|mba|bba|emba|ged|kcse.*|hnd|hnc|pgce)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Shorts();
}
