using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Who the person is: name, title, place. "I'm Chloe Dubois, UX designer from Lyon, France".</summary>
internal static partial class IdentityReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var found = ReadNameAndTitle(clause, reading);
        return ReadLocation(clause, reading) || found;
    }

    public static bool ReadNameAndTitle(Clause clause, Reading reading)
    {
        var found = false;
        var text = clause.Text;
        var rest = 0;
        if (NameLeads().Match(text) is { Success: true } lead)
        {
            var isNamed = lead.Groups["named"].Success;
            var start = lead.Index + lead.Length;
            if (!Adjectives().IsMatch(text[start..]) && Phrases.Name(text, start, isNamed) is var (index, length) && (isNamed || !reading.HasName || clause.IsCorrection))
            {
                reading.Add(new PersonFact(clause.Masked.Slice(index, length).Whole, PersonField.FullName, Wording.Proper(text.Substring(index, length))));
                found = true;
                rest = index + length;
            }
        }
        else if (HereName().Match(text) is { Success: true } here && Phrases.Name(text, here.Groups["name"].Index, isNamed: false) is var (index, length))
        {
            reading.Add(new PersonFact(clause.Masked.Slice(index, length).Whole, PersonField.FullName, Wording.Proper(text.Substring(index, length))));
            found = true;
            rest = here.Index + here.Length;
        }

        return found | ReadTitle(clause, rest, found, reading);
    }

    public static bool ReadLocation(Clause clause, Reading reading)
    {
        var text = clause.Text;
        var lead = LocationLeads().Match(text);
        var isSure = lead.Success && !lead.Groups["weak"].Success;
        if (!lead.Success)
            lead = WeakLocationLeads().Match(text);
        if (!lead.Success)
            return false;
        var (start, length) = Phrases.Place(text, lead.Index + lead.Length);
        var place = text.Substring(start, length);
        if (length == 0 || place.Split(' ').Length > 6 || (!isSure && !PlaceWords.HasPlace(place) && !(!lead.Groups["known"].Success && char.IsUpper(place[0]) && !OrganisationWords.HasFirm(place) && !OrganisationWords.HasSchool(place))))
            return false;
        if (!isSure && reading.HasLocation && !clause.IsCorrection)
            return false;
        reading.Add(new PersonFact(clause.Masked.Slice(start, length).Whole, PersonField.Location, Wording.Proper(place)));
        return true;
    }

    private static bool ReadTitle(Clause clause, int from, bool afterName, Reading reading)
    {
        var text = clause.Text;
        foreach (Match lead in TitleLeads().Matches(text, from))
        {
            if (AddTitle(clause, lead, reading))
                return true;
        }

        return afterName && AfterName().Match(text, from) is { Success: true } comma && AddTitle(clause, comma, reading);
    }

    private static bool AddTitle(Clause clause, Match lead, Reading reading)
    {
        var text = clause.Text;
        var isNamed = lead.Groups["named"].Success;
        var (start, length) = Phrases.Title(text, lead.Index + lead.Length);
        if (length == 0)
            return false;
        var title = Grades().Replace(text.Substring(start, length), "");
        if (!isNamed && !TitleWords.IsTitle(title))
            return false;
        if (title.Split(' ').Length > 7)
            return false;
        var passing = !isNamed && !clause.IsCorrection;
        reading.Add(new PersonFact(clause.Masked.Slice(start, length).Whole, PersonField.Title, Wording.Title(title), OnlyIfEmpty: passing));
        // "civil engineer, Cairo, Egypt"
        if (!reading.HasLocation && Phrases.PlaceAfter(text, start + length) is { Length: > 0 } place)
            reading.Add(new PersonFact(clause.Masked.Slice(place.Start, place.Length).Whole, PersonField.Location, Wording.Proper(text.Substring(place.Start, place.Length))));
        return true;
    }

    [GeneratedRegex(@"(?:(?<named>\bmy\s+(?:full\s+)?nam?e?(?:'?s|\s+is|\s+it's)?\s*:?|(?<![\p{L}']\s)\bname's|\b(?:i'm|i\s+am|im)\s+(?:called|named)|\bcall\s+me|\bi\s+go\s+by|\bname\s+is)|\bthis\s+is|(?<!\p{L})(?:i'm|i\s+am|im|i\s+m)(?!\s+(?:an?|the)\b)|\bit's)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NameLeads();

    [GeneratedRegex(@"^\s*(?<name>\p{Lu}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]*){0,3}|\p{Ll}{2,}\s+\p{Ll}{3,})\s+here\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex HereName();

    [GeneratedRegex(@"^(?:not|so|very|really|in|from|at|on|good|great|bilingual|fluent|certified|based|the|an?|also|currently|now|still|just|here|native|with|under|over)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Adjectives();

    [GeneratedRegex(
        """
        (?<named>\bmy\s+(?:job\s+|professional\s+|current\s+)?(?:title|trade|profession|occupation)\s+(?:is|should\s+be|'s)\s*(?:now\s+)?:?\s*|\bby\s+(?:trade|profession)\s+)
        | (?<!\p{L})(?:i'm|i\s+am|im|i've\s+been|i\s+have\s+been|ive\s+been|i\s+was|i\s+became)\s+(?:also\s+|actually\s+|currently\s+|now\s+|just\s+|working\s+(?:as|like)\s+|employed\s+as\s+|basically\s+|really\s+|an?\s+experienced\s+(?=\p{L})|certified\s+|qualified\s+)*
        | \b(?:i\s+)?(?:work|working|worked|employed|job|position|role|apply|applying|career|hired)\s+(?:as|like)\s+
        | \b(?:job|position|role|career|opportunity|experience|years)\s+as\s+
        | \b(?:want|wants|looking\s+for|need|seek|seeking|search|searching|searching\s+for|search\s+for)\s+(?:an?\s+|the\s+)?(?:new\s+)?(?:job|work|position|role)s?\s+(?:(?:as|like|of)\s+)?
        | \b(?:apply|applying)\s+for\s+(?:an?\s+|the\s+)?(?=[\p{L} -]+\s+(?:positions?|jobs?|roles?)\b)
        | \bi\s+want\s+to\s+(?:be|become|work\s+as|apply\s+as)\s+
        | \b(?:re)?training\s+(?:as|to\s+(?:be|become))\s+
        | \bi'd\s+like\s+to\s+(?:be|become|work\s+as)\s+
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TitleLeads();

    [GeneratedRegex(@"\G\s*(?:,|-|–|—|\()\s*", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex AfterName();

    [GeneratedRegex(@"^(?:also|actually|currently|now|certified|qualified|licensed|experienced|(?:first|second|third|fourth|final|last)[- ]year|\d(?:st|nd|rd|th)[- ]year|[\p{L}]{2,6}-certified|passionate|dedicated|motivated)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Grades();

    [GeneratedRegex(
        @"\b(?:(?:i'm|i\s+am|im|i|am)\s+)?(?:(?:currently|now|also)\s+)?(?:based|live|lives|living|located|reside|residing|staying|relocated|settled)\s+(?:(?:currently|now)\s+)?(?:in|at|near|to|out\s+of)\s+(?:(?:a|the)\s+[\p{L} ]{3,30}\s+(?:called|named)\s+)?|\bmy\s+(?:(?:location|address|city|home\s*town|home)\s+is|(?<weak>(?:city|town)))\s+(?:in\s+)?(?:now\s+)?|\bmoved\s+to\s+(?=\p{Lu}[\p{L}]+(?:,|\s+(?:last|in|this|recently)|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LocationLeads();

    [GeneratedRegex(@"(?<!\p{L})(?:i'm|i\s+am|im|i\s+come)\s+(?:originally\s+)?(?:in|from)\s+(?!charge|the\s+process|my\b|a\b|an\b|between|touch)|(?:^|,\s*|\p{L}\s+)(?:from|out\s+of)\s+(?=[\p{L}])|(?:^|,\s*)in\s+(?=[\p{L}])|(?<known>\p{L}\s+in\s+)(?=[\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WeakLocationLeads();
}
