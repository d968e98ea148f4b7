using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Projects with a name ("an app called X", "one of my projects is X"), and what was made when projects were asked for.</summary>
internal static partial class ProjectReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var text = clause.Text;
        if (NamedFirst().Match(text) is { Success: true } named)
            return AddNamed(clause, named.Groups["name"], text[(named.Index + named.Length)..], "", reading);
        if (Called().Match(text) is { Success: true } called && !NoProject().IsMatch(called.Groups["what"].Value) && (reading.Asked == Topic.Projects || Works().IsMatch(called.Groups["what"].Value)))
            return AddNamed(clause, called.Groups["name"], text[(called.Index + called.Length)..], called.Groups["what"].Value, reading);
        if (NounFirst().Match(text) is { Success: true } noun && (reading.Asked == Topic.Projects || clause.HasSubject))
            return AddNamed(clause, noun.Groups["name"], "", text[..noun.Index] + text[(noun.Index + noun.Length)..], reading, isWhole: true);
        if (reading.Asked != Topic.Projects && !ProjectWord().IsMatch(text))
            return false;
        if (Made().Match(text) is { Success: true } made)
        {
            var thing = made.Groups["thing"];
            var name = ThingEnds().Match(thing.Value) is { Success: true } end ? thing.Value[..end.Index] : thing.Value;
            if (name.Length > 2 && name.Split(' ').Length <= 8)
            {
                // "I built LogLens, a log search tool, using Rust": what stands behind the name says what it is.
                var areas = AreasOf(text);
                var apposition = Apposition().Match(WithoutUses(thing.Value[name.Length..], areas.Count > 0));
                reading.Add(new ProjectFact(clause.Said.Whole) { Name = Wording.Sentence(name), Description = apposition.Success ? Wording.Sentence(apposition.Groups["what"].Value) : Described(text), Areas = areas });
                return true;
            }
        }

        return false;
    }

    /// <summary>More about the project that was spoken of last: "it uses React", "I used it to…".</summary>
    public static bool ReadMore(Clause clause, Reading reading)
    {
        if (reading.Focus != Topic.Projects || clause.IsCorrection)
            return false;
        var areas = AreasOf(clause.Text);
        if (!About().IsMatch(clause.Text) && areas.Count == 0)
            return false;
        reading.Add(new ProjectFact(clause.Said.Whole) { Description = Described(clause.Said.Text), Areas = areas });
        return true;
    }

    /// <summary>"Name: what it is" or "Name - what it is", in an answer about projects.</summary>
    public static bool ReadLine(Passage line, Reading reading)
    {
        var match = NameAndText().Match(line.Text);
        if (!match.Success)
            return false;
        reading.Add(new ProjectFact(line.Whole) { Name = Wording.Proper(match.Groups["name"].Value), Description = Wording.Sentence(match.Groups["text"].Value), Areas = AreasOf(match.Groups["text"].Value) });
        return true;
    }

    public static IReadOnlyList<string> AreasOf(string text)
    {
        if (Uses().Match(text) is not { Success: true } uses)
            return [];
        var list = uses.Groups["list"].Value;
        if (ListEnds().Match(list) is { Success: true } end)
            list = list[..end.Index];
        var items = ItemList.Split(new Passage(list, 0)).Select(item => Wording.Clean(item.Text)).Where(item => item.Length > 0 && item.Split(' ').Length <= 3).ToList();
        // "written in Go" names a tool, "in two weeks" does not.
        return uses.Groups["sure"].Success ? items : [.. items.Where(item => SoftwareWords.IsSoftware(item) || SoftwareWords.LooksLikeProduct(item))];
    }

    private static bool AddNamed(Clause clause, Group name, string after, string what, Reading reading, bool isWhole = false)
    {
        var named = Wording.Proper(name.Value);
        if (named.Length < 2)
            return false;
        var areas = AreasOf(isWhole ? what : after);
        var description = isWhole
            ? Wording.Sentence(Tail().Replace(what, ""))
            : Wording.Sentence(string.Join(' ', new[] { Opening().Replace(what, ""), Lead().Replace(WithoutUses(after, areas.Count > 0 && what.Length > 0), "") }.Where(part => part.Trim().Length > 0).Select(part => part.Trim())));
        reading.Add(new ProjectFact(clause.Said.Whole) { Name = named, Description = description, Areas = areas });
        return true;
    }

    // Tools have their own list; with a description that needs them ("written in Go") they stay in it too.
    private static string WithoutUses(string text, bool isListed)
    {
        if (!isListed || Uses().Match(text) is not { Success: true } uses || !uses.Groups["sure"].Success)
            return text;
        var list = uses.Groups["list"].Value;
        var end = ListEnds().Match(list);
        return text[..uses.Index] + (end.Success ? list[end.Index..] : "");
    }

    private static string Described(string text) => Wording.Sentence(First().Replace(text, ""));

    [GeneratedRegex(@"\b(?:one\s+of\s+my\s+projects|my\s+(?:(?:main|best|biggest|favou?rite|latest|last|current|personal|key|final|most\s+\p{L}+)\s+)*projects?|(?:a|the|another)\s+(?:recent\s+|key\s+|side\s+)?project(?:\s+(?:i'm\s+proud\s+of|i\s+did|of\s+mine))?|my\s+(?:thesis|capstone)(?:\s+project)?)\s+(?:is|was|were|called|named|is\s+called|was\s+called|:|(?=(?-i:\p{Lu})))\s*(?:called\s+|named\s+)?(?:the\s+)?[""']?(?<name>\p{L}[^,;:.()\uE001""]*?)[""']?(?=\s*[,;:.()\uE001]|\s+(?:that|which|where|using|for|in|with|-|–|—)\s|\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NamedFirst();

    [GeneratedRegex(@"^(?<what>.{3,200}?)[\s,]*(?:\b(?:it's|it\s+is|it\s+was|which\s+is|which\s+was|that\s+is|that's|is|was)\s+)?\b(?:called|named|titled)\s+(?:it\s+)?(?:the\s+)?[""']?(?<name>\p{L}[^,;:.()\uE001""]*?)[""']?(?:\s+project)?(?=\s*[,;:.()\uE001]|\s+(?:that|which|where|using|for|in|with|to|built|written|made|and|-|–|—)\s|\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Called();

    [GeneratedRegex(@"\b(?:the\s+)?[""']?(?<name>\p{Lu}[\p{L}\d-]*(?:\s+\p{Lu}[\p{L}\d-]*){0,3})[""']?\s+project\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NounFirst();

    [GeneratedRegex(@"\b(?:i'm|i\s+am|name|work|worked|company|firm|business|restaurant|school|place|shop|agency|studio|salon|practice|clinic|bakery|caf[eé]|farm|start-?up|please|award|prize)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoProject();

    // What people make and give names to; pets, towns and children have names too.
    [GeneratedRegex(@"\b(?:apps?|applications?|websites?|sites?|tools?|games?|systems?|platforms?|librar(?:y|ies)|projects?|program(?:me)?s?|campaigns?|events?|books?|films?|documentar(?:y|ies)|songs?|albums?|robots?|devices?|products?|services?|plugins?|bots?|blogs?|podcasts?|channels?|courses?|stud(?:y|ies)|thesis|dashboards?|models?|frameworks?|apis?|prototypes?|start-?ups?|initiatives?|workshops?|exhibitions?|collections?|series|magazines?|machines?|software|script|newsletter|festival|built|created|developed|designed|wrote|launched|invented)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Works();

    [GeneratedRegex(@"\bprojects?\b(?!\s+(?:manager|management|lead|coordinator|engineer|worth|plan))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ProjectWord();

    [GeneratedRegex(@"^(?:(?:yes|well|so|ok|also|once|recently|last\s+year)\s*,?\s*)*(?:i|we|my\s+team)(?:\s+(?:also|once|recently|have|even))*\s+(?:built|build|created|create|developed|develop|made|designed|design|wrote|launched|led|implemented|organi[sz]ed|started|set\s+up|worked\s+on|renovated|rebuilt|ran|did|restored|planned|produced)\s+(?:an?\s+|the\s+|my\s+|our\s+)?(?<thing>[\p{L}\d].+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Made();

    [GeneratedRegex(@"^\s*[,(–—-]\s*(?<what>(?:an?|the|my|our)\s+\p{L}.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Apposition();

    [GeneratedRegex(@"\s*[,;:.(\uE001]|\s+(?:that|which|who|where|using|with|for|to|in|at|and|so|when|because|on|from|by)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ThingEnds();

    [GeneratedRegex(@"\b(?:(?<sure>using|built\s+(?:with|on|in)|made\s+with|based\s+on|i\s+used|it\s+uses|uses|used|powered\s+by|with\s+the\s+help\s+of|tools?\s*:|tech(?:nologies|\s+stack)?\s*:)|written\s+in|in|with)\s+(?<list>[\p{L}\d#+.].*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"\s+(?:that|which|to|for|so|where|because|and\s+(?:it|i|we)|it|who|when)\s|[.;!\uE001]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ListEnds();

    [GeneratedRegex(@"^(?:it|this|that|the\s+(?:app|site|project|goal|result)|we|i\s+(?:used|built|made))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex About();

    [GeneratedRegex(@"^\s*(?<name>\p{Lu}[^:\n–—]{1,50}?)\s*(?::|\s[-–—])\s*(?<text>.{6,})$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NameAndText();

    [GeneratedRegex(@"^\s*(?:(?:yes|well|so|ok|also|once|recently)\s*,?\s*)*(?:i|we)?(?:'ve|\s+have|\s+also|\s+once|\s+recently)*\s*(?:built|created|developed|made|designed|wrote|launched|have|did)\s+(?=an?\b|the\b|my\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[\s,;:.()""'–—-]*(?:(?:it's|it\s+is|it\s+was|which\s+is|is|was)\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"[\s,]*(?:it's|it\s+is|it\s+was|which\s+is|is|was|on|in|for|during|as\s+part\s+of)?\s*(?:called|named)?\s*(?:the)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\s*(?:(?:yes|well|so|ok|also|once|recently)\s*,?\s*)*(?:i|we)\s+(?:also\s+|once\s+|recently\s+|have\s+)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex First();
}
