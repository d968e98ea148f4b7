using System.Text.RegularExpressions;
using ChatCvService.Conversation.Dates;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>
/// Words without a sentence: "Line Cook, Hotel Principe, 2016-2020", "London", "Python, SQL". What each part looks like counts first, the question that
/// was asked decides where looks do not.
/// </summary>
internal static partial class FragmentReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var lead = Fillers().Match(clause.Text);
        if (lead.Length == clause.Text.Length)
            return false;
        if (clause.Masked.IsBlank)
            return false;
        if (!clause.HasSubject && clause.Dates.Count == 0 && reading.Asked == Topic.Projects && !SchoolReader.IsAbout(clause) && ProjectReader.ReadLine(clause.Said, reading))
            return true;
        var parts = PartsOf(clause.Masked.From(lead.Length));
        if (parts.Count == 0)
            return false;
        if (reading.Asked == Topic.Contact && !reading.HasLocation && StreetAddress().IsMatch(clause.Said.Text))
        {
            reading.Add(new PersonFact(clause.Said.Whole, PersonField.Location, Wording.Clean(clause.Said.Text)));
            return true;
        }

        var hasDate = clause.Dates.Any(date => date.Kind != DateKind.Length);
        var hasTitle = parts.Any(part => TitleWords.IsTitle(RoleOf(part.Text)));
        if (LanguageReader.IsListOfLanguages(clause.Masked, reading))
            return LanguageReader.Add(clause.Masked, reading);
        // "Beat quota by 15% in 2023" tells of a moment, not of a position.
        var isMoment = !hasTitle && parts.Count == 1 && clause.Dates.All(date => date.Kind is DateKind.At or DateKind.Length) && Wording.WordsOf(parts[0].Text).Count >= 3 && reading.Focus == Topic.Experience;
        if (hasDate && !isMoment && !clause.HasSubject && (hasTitle || LooksLikeJob(parts, reading)) && !(reading.Asked is Topic.Identity && !reading.HasName))
            return AddJob(clause, parts, reading);
        if (hasDate && parts.Any(part => OrganisationWords.HasSchool(part.Text)) && parts.Count <= 4)
            return AddSchool(clause, parts, reading);
        if (IsName(parts[0].Text, reading))
        {
            reading.Add(new PersonFact(parts[0].Whole, PersonField.FullName, Wording.Proper(parts[0].Text)));
            parts = [.. parts.Skip(1)];
            return parts.Count == 0 || ReadRest(parts, reading) || true;
        }

        if (hasTitle && !clause.HasSubject && IsJobFragment(clause, parts, reading))
            return AddJob(clause, parts, reading);
        return ReadRest(parts, reading);
    }

    private static bool ReadRest(IReadOnlyList<Passage> parts, Reading reading)
    {
        var found = false;
        var rest = new List<Passage>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var text = Wording.Clean(part.Text);
            if (text.All(char.IsAsciiDigit) || (text.Length < 2 && !SoftwareWords.IsSoftware(text)) || (reading.Asked is Topic.None or Topic.Identity && Degrees.Find(text).Length == text.Length))
                continue;
            if (!reading.HasTitle && reading.Asked is Topic.None or Topic.Identity or Topic.Contact && TitleWords.IsTitle(text) && text.Split(' ').Length <= 6 && rest.Count == 0)
            {
                reading.Add(new PersonFact(part.Whole, PersonField.Title, Wording.Title(text), OnlyIfEmpty: true));
                found = true;
            }
            else if ((!reading.HasLocation || reading.Asked == Topic.Contact) && IsLocation(parts, i, reading, out var count))
            {
                var place = parts[i + count - 1].End - part.Start;
                reading.Add(new PersonFact(new Span(part.Start, place), PersonField.Location, Wording.Proper(string.Join(", ", parts.Skip(i).Take(count).Select(piece => Wording.Clean(Preposition().Replace(piece.Text, "")))))));
                i += count - 1;
                found = true;
            }
            else
            {
                rest.Add(part);
            }
        }

        return rest.Count > 0 ? ReadList(rest, reading) || found : found;
    }

    private static bool ReadList(IReadOnlyList<Passage> parts, Reading reading)
    {
        var items = parts.SelectMany(ItemList.Split).ToList();
        if (items.Count == 0)
            return false;
        var certificates = items.Count(item => CertificationReader.IsCertification(item.Text));
        if (certificates > 0 && certificates * 2 >= items.Count && !items.Any(item => SoftwareWords.IsSoftware(item.Text)))
            return items.Aggregate(false, (found, item) => CertificationReader.Add(item, reading) || found);
        if (reading.Asked == Topic.Awards && items.Any(item => item.Text.Trim().Length > 2))
        {
            foreach (var part in parts)
                AwardReader.Add(part, reading);
            return true;
        }

        if (reading.Asked == Topic.Languages)
            return items.Aggregate(false, (found, item) => LanguageReader.Add(item, reading) || found);
        if (reading.Asked == Topic.Certifications)
            return items.Aggregate(false, (found, item) => CertificationReader.Add(item, reading) || found);
        var knowsOne = items.Any(item => SoftwareWords.IsSoftware(Wording.Clean(item.Text)));
        var shortItems = items.All(item => Wording.WordsOf(item.Text).Count <= 5);
        if (items.Count == 1 && !knowsOne)
            return ReadSingle(items[0], reading);
        // "offices and schools", asked what was done there, are no skills, and "12 High Street, London" is an address.
        if (!knowsOne && items.Count == 2 && (parts.Count == 1 || reading.Asked is Topic.Contact or Topic.Education) && reading.Asked is Topic.Experience or Topic.Contact or Topic.Education)
            return false;
        return shortItems && (items.Count > 1 || knowsOne) && (reading.Asked is not (Topic.None or Topic.Identity) || knowsOne || items.Count > 2)
            && items.Aggregate(false, (found, item) => SkillReader.Add(item, kind: null, reading) || found);
    }

    // One thing alone is the answer to what was asked.
    private static bool ReadSingle(Passage item, Reading reading)
    {
        var text = Wording.Clean(item.Text);
        var words = Wording.WordsOf(text).Count;
        if (words is 0 or > 9 || Subject().IsMatch(text) || words == 1 && CommonWords.Contains(text))
            return false;
        switch (reading.Asked)
        {
            case Topic.Identity when !reading.HasTitle && words <= 6 && reading.HasName:
                reading.Add(new PersonFact(item.Whole, PersonField.Title, Wording.Title(text), OnlyIfEmpty: true));
                return true;
            case Topic.Contact when words <= 4 && !reading.HasLocation && IsPlaceAnswer(text):
                reading.Add(new PersonFact(item.Whole, PersonField.Location, Wording.Proper(text)));
                return true;
            case Topic.Experience when words <= 6 && (char.IsUpper(text[0]) || OrganisationWords.HasFirm(text) || TitleWords.IsTitle(text)):
                reading.Add(TitleWords.IsTitle(text) ? new JobFact(item.Whole) { Title = Wording.Title(text) } : new JobFact(item.Whole) { Company = Wording.Proper(text) });
                return true;
            case Topic.Education when words <= 8 && (OrganisationWords.HasSchool(text) || char.IsUpper(text[0])):
                reading.Add(new SchoolFact(item.Whole) { Institution = Wording.Proper(text) });
                return true;
            case Topic.Skills when words <= 5:
                return SkillReader.Add(item, kind: null, reading);
            case Topic.Projects when words <= 6 && char.IsUpper(text[0]):
                reading.Add(new ProjectFact(item.Whole) { Name = Wording.Proper(text) });
                return true;
            default:
                return false;
        }
    }

    // A town that no list knows, as the answer to "where do you live?": letters alone, and no everyday words.
    private static bool IsPlaceAnswer(string text) =>
        !IsLabel().IsMatch(text) && text.All(c => char.IsLetter(c) || char.IsWhiteSpace(c) || c is '-' or '\'' or '.' or ',') && !Wording.WordsOf(text).Any(CommonWords.Contains) && (char.IsUpper(text[0]) || Wording.WordsOf(text).Count <= 2);

    private static bool AddJob(Clause clause, IReadOnlyList<Passage> parts, Reading reading)
    {
        string title = "", company = "", location = "";
        var more = new List<string>();
        foreach (var part in parts)
        {
            var text = Wording.Clean(part.Text);
            if (text.Length == 0)
                continue;
            var at = At().Match(text);
            if (title.Length == 0 && at.Success && TitleWords.IsTitle(at.Groups["title"].Value))
            {
                title = Wording.Title(at.Groups["title"].Value);
                company = Wording.Proper(at.Groups["company"].Value);
                var place = Phrases.PlaceAfter(at.Groups["company"].Value + at.Groups["rest"].Value, at.Groups["company"].Length);
                if (place.Length > 0)
                    location = Wording.Proper((at.Groups["company"].Value + at.Groups["rest"].Value).Substring(place.Start, place.Length));
            }
            else if (title.Length == 0 && TitleWords.IsTitle(RoleOf(text)) && (company.Length > 0 || parts.Count == 1 || !OrganisationWords.HasFirm(text) || !parts.Any(other => other != part && TitleWords.IsTitle(RoleOf(other.Text)))))
            {
                title = Wording.Title(RoleOf(text));
            }
            else if (company.Length > 0 && location.Length == 0 && PlaceWords.HasPlace(text))
            {
                location = Wording.Proper(text);
            }
            else if (company.Length > 0 && location.Length == 0 && more.Count == 0 && PlaceWords.IsPlaceLike(text))
            {
                location = Wording.Proper(text);
            }
            else if (location.Length > 0 && PlaceWords.HasPlace(text) && text.Split(' ').Length <= 3)
            {
                location += ", " + Wording.Proper(text);
            }
            else if (company.Length == 0)
            {
                company = Wording.Proper(InPlace().Replace(At2().Replace(text, ""), ""));
                if (InPlace().Match(text) is { Success: true } place && location.Length == 0)
                    location = Wording.Proper(place.Groups["place"].Value);
            }
            else
            {
                more.Add(part.Text);
            }
        }

        if (title.Length == 0 && company.Length == 0)
            return false;
        var (start, end) = JobReader.DatesOf(clause, isPresent: false);
        reading.Add(new JobFact(clause.Said.Whole)
        {
            Title = title,
            Company = company,
            Location = location,
            Start = start,
            End = end,
            Bullets = [.. more.SelectMany(text => Duties.Read(Wording.Clean(text), isAboutWork: true))],
            IsCorrection = clause.IsCorrection,
        });
        if (title.Length > 0 && !reading.HasTitle && end == MonthYear.Present)
            reading.Add(new PersonFact(clause.Said.Whole, PersonField.Title, title, OnlyIfEmpty: true));
        return true;
    }

    private static bool AddSchool(Clause clause, IReadOnlyList<Passage> parts, Reading reading)
    {
        var school = parts.First(part => OrganisationWords.HasSchool(part.Text));
        var rest = parts.Where(part => part != school && !PlaceWords.HasPlace(part.Text)).Select(part => Wording.Clean(part.Text)).Where(text => text.Length > 0).ToList();
        reading.Add(new SchoolFact(clause.Said.Whole)
        {
            Institution = Wording.Proper(school.Text),
            Field = rest.Count > 0 && SchoolReader.DetailsOf(rest[0]).Length == 0 ? Wording.Proper(rest[0]) : "",
            Graduation = SchoolReader.GraduationOf(clause),
            Details = SchoolReader.DetailsOf(clause.Text),
        });
        return true;
    }

    private static bool LooksLikeJob(IReadOnlyList<Passage> parts, Reading reading) =>
        !parts.Any(part => OrganisationWords.HasSchool(part.Text)) && !parts.Any(part => AwardReader.IsAward(part.Text) || CertificationReader.IsCertification(part.Text))
        && (parts.Any(part => OrganisationWords.HasFirm(part.Text)) || (reading.Asked == Topic.Experience && parts.Count <= 4) || (reading.Focus == Topic.Experience && parts.Count is 2 or 3));

    private static bool IsJobFragment(Clause clause, IReadOnlyList<Passage> parts, Reading reading) =>
        At().IsMatch(Wording.Clean(parts[0].Text)) || (reading.Asked == Topic.Experience && (reading.HasTitle || parts.Count > 1)) || (parts.Count > 1 && reading.HasTitle && parts.Any(part => OrganisationWords.HasFirm(part.Text)));

    private static bool IsName(string said, Reading reading)
    {
        var text = Wording.Clean(said);
        if (reading.HasName || text.Length == 0 || reading.Asked is not (Topic.None or Topic.Identity or Topic.Contact))
            return false;
        var words = text.Split(' ');
        return words.Length is >= 2 and <= 4 && words.All(word => char.IsLetter(word[0]) && (!char.IsLower(word[0]) || reading.Asked == Topic.Identity) || Particle().IsMatch(word)) && !PlaceWords.HasPlace(text) && Phrases.Name(text, 0, isNamed: false) is var (_, length) && length == text.Length
            && !OrganisationWords.HasFirm(text) && !OrganisationWords.HasSchool(text) && !SoftwareWords.IsSoftware(text);
    }

    private static bool IsLocation(IReadOnlyList<Passage> parts, int index, Reading reading, out int count)
    {
        count = 1;
        var text = Wording.Clean(Preposition().Replace(parts[index].Text, ""));
        var next = index + 1 < parts.Count ? Wording.Clean(parts[index + 1].Text) : "";
        var nextIsRegion = next.Length > 0 && (PlaceWords.IsPlace(next) || PlaceWords.IsCode(next.ToUpperInvariant()));
        if (text.Length == 0 || text.Split(' ').Length > 4 || SoftwareWords.IsSoftware(text) && !nextIsRegion)
            return false;
        if (nextIsRegion && (char.IsUpper(text[0]) || PlaceWords.IsPlace(text)) && text.All(c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'') && !TitleWords.IsTitle(text))
            count = 2;
        else if (!PlaceWords.HasPlace(text))
            return false;
        if (count == 2 && index + 2 < parts.Count && PlaceWords.IsPlace(Wording.Clean(parts[index + 2].Text)))
            count = 3;
        return true;
    }

    private static string RoleOf(string text) => Wording.Clean(TrailingTime().Replace(LeadingAs().Replace(text.Trim(), ""), ""));

    [GeneratedRegex(@"\s+(?:before\s+(?:that|this|then)|previously|earlier|after\s+that|now|currently|at\s+the\s+moment)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TrailingTime();

    private static List<Passage> PartsOf(Passage passage)
    {
        var parts = new List<Passage>();
        var start = 0;
        foreach (Match cut in Cuts().Matches(passage.Text))
        {
            Add(passage.Slice(start, cut.Index - start));
            start = cut.Index + cut.Length;
        }

        Add(passage.From(start));
        return parts;

        void Add(Passage part)
        {
            if (Sentences.Trim(part) is { IsBlank: false } trimmed)
                parts.Add(trimmed);
        }
    }

    [GeneratedRegex(@"\s*(?:[,;|•·\n\uE000\uE001–—()]|\s-{1,2}\s|\s/\s|\.(?=\s|$))\s*", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cuts();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|yes|yeah|yep|sure|ok|okay|well|so|also|and|then|oh|of\s+course|next|first|second|finally|here\s+you\s+go|previously|formerly|earlier|currently|now|before\s+(?:that|this|then)|prior\s+to\s+(?:that|this)|after\s+that|most\s+recently|it's|its|there)\b[\s,!.:]*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"^(?<title>.{2,60}?)\s+(?:at|@|with|for)\s+(?:the\s+)?(?<company>.+?)(?<rest>\s+in\s+.+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex At();

    [GeneratedRegex(@"^(?:e-?mail|mail|phone|mobile|cell|tel|telephone|web|website|linkedin|address|number|city)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex IsLabel();

    [GeneratedRegex(@"^\d+\w?\s+\p{Lu}[^,\n]{2,40},\s*\p{Lu}[^\n]{1,60}$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex StreetAddress();

    [GeneratedRegex(@"^(?:at|@|with|for|in)\s+(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex At2();

    [GeneratedRegex(@"\s+in\s+(?<place>\p{Lu}[\p{L} .-]+)$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex InPlace();

    [GeneratedRegex(@"(?<![\p{L}.])(?:i|i'm|im|i've|my|we)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:as\s+)?(?:an?\s+|the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LeadingAs();

    [GeneratedRegex(@"^\s*(?:(?:based|living|located|live)\s+)?(?:in|from|at)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^(?:de|del|della|da|dos|di|du|la|le|van|von|der|den|ter|al|el|bin|ben)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Particle();
}
