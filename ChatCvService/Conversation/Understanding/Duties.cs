using System.Text.RegularExpressions;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Turns what a person says they do into lines of a CV: without "I", one line for each thing done.</summary>
internal static partial class Duties
{
    /// <summary>The lines of a clause like "I design valves and cut costs by 18%"; empty when it is not about doing something.</summary>
    public static IReadOnlyList<string> Read(string text, bool isAboutWork)
    {
        var said = Fillers().Replace(text, "");
        if (Lists().Match(said) is { Success: true } list)
            return Items(said[(list.Index + list.Length)..]);
        var start = Openings().Match(said);
        var body = said[start.Length..];
        if (body.Length == 0 || NoDuty().IsMatch(said))
            return [];
        var first = FirstWord().Match(body);
        var isVerb = ActionVerbs.IsAction(first.Value);
        if (!isVerb && !(start.Success && start.Length > 0 && (isAboutWork && Nominal().IsMatch(body))) && !(start.Groups["i"].Success && isAboutWork && !States().IsMatch(body)))
            return [];
        return VerbParts(body);
    }

    /// <summary>A line that begins with a bullet sign, or an answer to "what did you do there?".</summary>
    public static IReadOnlyList<string> Line(string text) => Read(text, isAboutWork: true) is { Count: > 0 } lines ? lines : Wording.Sentence(text) is { Length: > 1 } line ? [line] : [];

    private static IReadOnlyList<string> Items(string list) =>
        [.. ItemList.Split(new Passage(list, 0)).Select(item => Wording.Sentence(item.Text)).Where(item => item.Length > 1)];

    // "Led X, cut Y and trained Z": three things done. "Built dashboards in Python, SQL and R": one.
    private static IReadOnlyList<string> VerbParts(string body)
    {
        var pieces = new List<string>();
        var start = 0;
        var joints = Joints().Matches(body);
        // "install pumps, rewire houses and train people": between two verbs of one form the third is one too, also when no list knows it.
        var isParallel = joints.Count > 1 && FormOf(FirstWord().Match(body).Value) is { } form && FormOf(FirstWord().Match(body[(joints[^1].Index + joints[^1].Length)..]).Value) == form;
        foreach (Match joint in joints)
        {
            var next = FirstWord().Match(body[(joint.Index + joint.Length)..]).Value;
            var isVerb = ActionVerbs.IsAction(next) || (isParallel && joint.Value.Trim() == "," && char.IsLower(next.FirstOrDefault('A')));
            if (!isVerb || !HasObject(body[(joint.Index + joint.Length)..]) || (ActionVerbs.IsGerund(next) && !ActionVerbs.IsGerund(FirstWord().Match(body).Value)))
                continue;
            // "cuts, colour and styling": the words before must be able to stand alone.
            pieces.Add(body[start..joint.Index]);
            start = joint.Index + joint.Length;
        }

        pieces.Add(body[start..]);
        return [.. pieces.Select(piece => Wording.Sentence(Pronouns().Replace(piece, ""))).Where(piece => piece.Length > 1)];
    }

    private static string? FormOf(string verb) => !ActionVerbs.IsAction(verb) ? null : ActionVerbs.IsGerund(verb) ? "ing" : ActionVerbs.IsPast(verb) ? "past" : "base";

    private static bool HasObject(string piece) => piece.Trim().Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?:well|so|ok|okay|yes|yeah|basically|mostly|mainly|usually|honestly|there|here|also|and|then|actually|in\s+(?:this|that|my)\s+(?:last\s+|current\s+|previous\s+|present\s+)?(?:role|job|position)|at\s+(?:this|that)\s+job|my\s+job\s+is\s+to|my\s+role\s+is\s+to|as\s+part\s+of\s+my\s+job|every\s+day|day\s+to\s+day)\s*,?\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"^(?:(?:my|the|main|key)\s+)*(?:duties|responsibilities|tasks|job|role|work|achievements?)(?:\s+(?:there|at\s+work|at\s+\p{L}+))?\s*(?:include[sd]?|are|were|involve[sd]?|consists?\s+of|is|was|:)\s*(?:mainly\s+|mostly\s+)?:?\s+(?:to\s+)?(?!an?\b|to\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Lists();

    [GeneratedRegex(@"^\s*(?:(?<i>i|we)\s+)?(?:(?:'m|'ve|am|was|have|had|has|also|mainly|mostly|usually|currently|then|even|always|often|successfully|been|used\s+to|had\s+to|have\s+to|got\s+to|would|do\s+also)\s+)*|^\s*(?:i'm|i've|i'd|im|ive|we've)\s+(?:(?:also|mainly|mostly|currently|now|been)\s+)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Openings();

    [GeneratedRegex(@"^(?:responsible|in\s+charge|accountable)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Nominal();

    // Feelings, wishes and states are no duties.
    [GeneratedRegex(@"^(?:an?\b|the\b|like|love|enjoy|hate|want|need|think|feel|hope|believe|know|guess|mean|was|am|is|have|had|can|could|will|would|should|don't|didn't|won't|haven't|never|not|really|just|live|speak|left|quit|studied|graduated|look(?:ing)?\s+for|started\s+(?:in|at|there|on)|joined|stayed|moved|happy|glad|good|sure|fine|laid\s+off|let\s+go|fired|made\s+redundant|unemployed|retired|\d+\s*\+?\s*(?:years?|months?)|tired|sick|pregnant|married|single|born)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex States();

    [GeneratedRegex(@"\b(?:i\s+(?:like|love|enjoy|hate|want|need|think|feel|hope|guess|wish)|i'd\s+(?:like|love)|looking\s+for|nice\s+to\s+meet|thank|help\s+me|can\s+you|could\s+you|it's\s+a\s+(?:lovely|nice|great|good)|years?(?:'|\s+of)?\s+experience|laid\s+off)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoDuty();

    [GeneratedRegex(@"[\p{L}-]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"\s*[,;]\s*(?:and\s+|then\s+|also\s+)?(?:i\s+)?(?:also\s+)?|\s+(?:and|&|plus)\s+(?:also\s+|then\s+)?(?:i\s+)?(?:also\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Joints();

    [GeneratedRegex(@"^\s*(?:i|we)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Pronouns();
}
