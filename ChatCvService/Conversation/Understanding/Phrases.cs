using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Reads one noun phrase (a name, a title, an organisation, a place) from a position to where it ends.</summary>
internal static partial class Phrases
{
    // "I'm Ukrainian" is no name.
    private static readonly FrozenSet<string> Demonyms = WordList.Of("""
        american, canadian, mexican, brazilian, argentinian, chilean, colombian, peruvian, cuban, british, scottish, northern irish, european, swiss, belgian, austrian, african, asian, indian, pakistani, bangladeshi, nigerian, kenyan, ghanaian, ethiopian, ugandan,
        egyptian, moroccan, tunisian, algerian, syrian, iraqi, iranian, afghan, israeli, lebanese, jordanian, palestinian, saudi, australian, venezuelan, bolivian, ecuadorian, dominican, jamaican, haitian, singaporean, malaysian, sri lankan, muslim, catholic, jewish, hindu, buddhist
        """);

    /// <summary>A person's name of one to five words; null when the words there are no name.</summary>
    /// <param name="text">The clause.</param>
    /// <param name="start">Where the name would begin.</param>
    /// <param name="isNamed">The words before it say that a name comes ("my name is").</param>
    public static (int Start, int Length)? Name(string text, int start, bool isNamed)
    {
        var title = Honorifics().Match(text, start);
        if (title.Success && title.Index == start)
            start += title.Length;
        var end = start;
        var count = 0;
        var words = NameWords().Match(text, start);
        while (words.Success && words.Index == (count == 0 ? start : end + Gap(text, end)) && count < 6)
        {
            var word = words.Value;
            var isParticle = count > 0 && Particles().IsMatch(word);
            var isCapital = char.IsUpper(word[0]) || !(char.IsLower(word[0]) || char.IsUpper(word[0]));
            if (!isParticle && (CommonWords.Contains(word) && !(isCapital && count > 0 && word.Length > 2) || TitleWords.IsHead(word) || (!isCapital && !isNamed && count > 2)))
                break;
            if (!isCapital && !isParticle && count > 0 && char.IsUpper(text[start]))
                break;
            end = words.Index + words.Length;
            count++;
            words = words.NextMatch();
        }

        if (count == 0 || text.AsSpan(start, end - start).IndexOfAny(Passage.Taken, Passage.Date) >= 0)
            return null;
        var name = text.Substring(start, end - start);
        var isLower = !name.Any(char.IsUpper) && name.Any(char.IsLower);
        if (!isNamed && (Demonyms.Contains(name) || LanguageWords.Names.Contains(name) || TitleWords.IsHead(name.Split(' ')[^1]) || PlaceWords.IsPlace(name) || (isLower && (count < 2 || count > 3))))
            return null;
        // "I'm Sofia Marketing Lead" and the like: a title cannot be part of a name.
        return char.IsLetter(name[0]) ? (start, end - start) : null;
    }

    /// <summary>A job title: up to a preposition, a comma, a date or the next clause.</summary>
    public static (int Start, int Length) Title(string text, int start)
    {
        start = SkipArticle(text, start);
        var stop = TitleEnds().Match(text, start);
        return Trimmed(text, start, stop.Success ? stop.Index : text.Length);
    }

    /// <summary>An organisation's name: up to its place, its date, the role held there or the next clause.</summary>
    public static (int Start, int Length) Organisation(string text, int start)
    {
        start = SkipArticle(text, start);
        var called = Called().Match(text, start);
        if (called.Success && called.Index == start)
            start += called.Length;
        var stop = OrganisationEnds().Match(text, start);
        var end = stop.Success ? stop.Index : text.Length;
        // "at Orascom doing repairs": a small-written activity after a name with capitals is no part of it.
        foreach (Match word in LowerGerunds().Matches(text[start..end]))
        {
            if (word.Index > 0 && char.IsUpper(text[start]) && ActionVerbs.IsGerund(word.Value.Trim()))
            {
                end = start + word.Index;
                break;
            }
        }

        return Trimmed(text, start, end);
    }

    /// <summary>A place after an organisation: "in Torino", ", Melbourne", "(Toronto)". Zero length when there is none.</summary>
    public static (int Start, int Length) PlaceAfter(string text, int end)
    {
        var lead = PlaceLeads().Match(text, end);
        if (!lead.Success || lead.Index != end)
            return (end, 0);
        var (start, length) = Place(text, lead.Index + lead.Length);
        if (length == 0)
            return (end, 0);
        var place = text.Substring(start, length);
        var rest = text.AsSpan(start + length).TrimStart();
        var isLast = rest.IsEmpty || rest[0] is ',' or '(' or ')' or '.' or ';' or Passage.Date;
        var isSure = PlaceWords.HasPlace(place) || (lead.Groups["in"].Success && char.IsUpper(place[0])) || (isLast && PlaceWords.IsPlaceLike(place));
        return isSure ? (start, length) : (end, 0);
    }

    /// <summary>A place: words up to the end of the phrase, and a region or country after a comma.</summary>
    public static (int Start, int Length) Place(string text, int start)
    {
        start = SkipArticle(text, start, keepThe: true);
        var stop = PlaceEnds().Match(text, start);
        var end = stop.Success ? stop.Index : text.Length;
        var comma = text.IndexOf(',', start);
        if (comma >= 0 && comma < end)
        {
            // After the comma only what can be a region goes along.
            var next = Sentences.Trim(new Passage(text[(comma + 1)..end], comma + 1));
            var part = next is null ? "" : next.Text.Split(',')[0].Trim();
            var isRegion = part.Length > 0 && (PlaceWords.IsPlace(part) || PlaceWords.IsCode(part.ToUpperInvariant()) || (char.IsUpper(part[0]) && part.Split(' ').Length <= 2 && !TitleWords.IsTitle(part) && part.All(c => char.IsLetter(c) || c is ' ' or '.' or '-')));
            end = isRegion ? next!.Start + part.Length : comma;
            var more = end < text.Length ? Region().Match(text, end) : Match.Empty;
            if (isRegion && more.Success && more.Index == end && PlaceWords.IsPlace(more.Groups["region"].Value))
                end += more.Length;
        }

        var (from, length) = Trimmed(text, start, end);
        return length is > 1 and <= 60 && char.IsLetter(text[from]) ? (from, length) : (start, 0);
    }

    public static int SkipArticle(string text, int start, bool keepThe = false)
    {
        var article = Articles().Match(text, start);
        return article.Success && article.Index == start && !(keepThe && article.Value.Trim().Equals("the", StringComparison.OrdinalIgnoreCase)) ? start + article.Length : start;
    }

    private static int Gap(string text, int end)
    {
        var gap = 0;
        while (end + gap < text.Length && text[end + gap] is ' ')
            gap++;
        return gap;
    }

    private static (int Start, int Length) Trimmed(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or ':' or ',' or '-'))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or ',' or '.' or '-' or ':' or '!'))
            end--;
        return (start, end - start);
    }

    [GeneratedRegex(@"\G\s*(?:dr|doctor|prof(?:essor)?|mr|mrs|ms|miss|sir)\.?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Honorifics();

    [GeneratedRegex(@"[\p{L}\p{M}][\p{L}\p{M}'’-]*\.?(?=[\s,.!;?)(]|$|\uE001|\uE000)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NameWords();

    [GeneratedRegex(@"^(?:de|del|della|da|dos|di|du|la|le|van|von|der|den|ter|al|el|bin|ben|ibn|abu|y|e|st\.?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Particles();

    [GeneratedRegex(
        @"\s*(?:[,;()|.!\uE000\uE001]|$)|\s+(?:[-–—]\s)|\s+(?:at|for|with|in|@|from|out\s+of|where|who|which|based|since|on|working|and\s+(?:i\b|i'm|also|want|have|am|looking|then|my)|but|so|there|here|by|living|looking|trying|currently|now|when|until|under|specializing|specialising|specialized|who's|that|because|right\s+now)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TitleEnds();

    [GeneratedRegex(
        @"\s*(?:[,;()|!\uE000\uE001]|(?<!\bSt|\b\p{Lu})\.(?:\s|$)|$)|\s+(?:[-–—]\s)|\s+(?:where|who|which|when|since|until|as|like|in|and\s+(?:i\b|i'm|my|then|now|also|have|has|am|was|we|got|did)|but|so|because|there|here|currently|right\s+now|full[- ]time|part[- ]time|now|on|from|while|before|after|is|was|i|for\s+(?:the|a|about|over|almost|\d|two|three|four|five|six|seven|eight|nine|ten|several|many)|with\s+a|with\s+(?:first|second|distinction|hono))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OrganisationEnds();

    [GeneratedRegex(
        @"\s*(?:[;()|!\uE000\uE001]|\.(?:\s|$)|$)|\s+(?:[-–—]\s)|\s+(?:and|but|so|where|since|with|for|at|as|my|i|i'm|now|right\s+now|currently|who|which|from|on|by|working|doing|studying|looking|because|near|area|originally|these\s+days|at\s+the\s+moment)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PlaceEnds();

    [GeneratedRegex(@"\G\s*(?:(?<in>,?\s*(?:based\s+|located\s+)?(?:in|near)\s+)|\(\s*|,\s*|\s[-–—]\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PlaceLeads();

    [GeneratedRegex(@"\G\s*(?:the|an?|my|our|this|their|its)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Articles();

    [GeneratedRegex(@"\G\s*(?:small\s+|big\s+|large\s+|local\s+|little\s+|own\s+)*(?:company|firm|business|start-?up|restaurant|shop|place|agency|bakery|hotel|school|clinic|hospital)\s+(?:called|named)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Called();

    [GeneratedRegex(@"\b\p{Ll}{3,}ing(?=\s+\p{L})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LowerGerunds();

    [GeneratedRegex(@"\G\s*,\s*(?<region>[\p{L} .]+)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Region();
}
