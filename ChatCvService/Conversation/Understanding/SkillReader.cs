using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Skills from sentences ("I'm good at X, Y and Z", "I use A daily") and bare lists, each into its list.</summary>
internal static partial class SkillReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var lead = Leads().Match(clause.Text);
        if (!lead.Success)
            return false;
        var list = clause.Masked.From(lead.Index + lead.Length);
        if (ListEnds().Match(list.Text) is { Success: true } end)
            list = list.Slice(0, end.Index);
        var kind = lead.Groups["tool"].Success ? SkillList.Software : (SkillList?)null;
        var found = false;
        foreach (var item in ItemList.Split(list))
            found |= Add(item, kind, reading);
        return found;
    }

    /// <summary>Adds one item; <paramref name="kind"/> when the words around it say what it is.</summary>
    public static bool Add(Passage item, SkillList? kind, Reading reading)
    {
        // "good at A" inside a list that began with "skilled in".
        var inner = Leads().Match(item.Text);
        var start = inner.Success ? inner.Index + inner.Length : 0;
        start += Edges().Match(item.Text[start..]).Length;
        var text = item.Text[start..];
        var tail = Tails().Match(text);
        if (tail.Success)
            text = text[..tail.Index];
        var value = Wording.Clean(text);
        if (value.Length == 0 || value.Split(' ').Length > 6 || !value.Any(char.IsLetter) || (value.Length == 1 && !SoftwareWords.IsSoftware(value)) || NoSkill().IsMatch(value))
            return false;
        if (LanguageWords.Names.Contains(value) && kind is null)
            return LanguageReader.Add(item, reading);
        if (kind is null && CertificationReader.IsCertification(value))
            return CertificationReader.Add(item.Slice(start, text.Length), reading);
        var list = kind ?? (SoftwareWords.IsSoftware(value) || SoftwareWords.LooksLikeProduct(value) ? SkillList.Software : SkillList.Core);
        if (kind == SkillList.Software && !SoftwareWords.IsSoftware(value) && !char.IsUpper(value[0]) && !SoftwareWords.LooksLikeProduct(value) && value.Contains(' ', StringComparison.Ordinal))
            list = SkillList.Core;
        reading.Add(new SkillFact(item.Slice(start, text.Length).Whole, list, list == SkillList.Software ? Software(value) : value));
        return true;
    }

    // A program's name has its capitals also when the person typed none.
    private static string Software(string value) => value.Any(char.IsUpper) || value.Any(char.IsDigit) ? value : Wording.Title(value);

    [GeneratedRegex(
        """
        \b(?:
          (?:i'm|i\s+am|im|am|very|really|i'd\s+say\s+i\s+am|i'd\s+say\s+i'm|also|quite)?\s*\b(?:good|great|excellent|strong|skilled|proficient|experienced|competent|comfortable|confident|adept|expert|knowledgeable|talented|trained|best|fluent|versed|familiar|handy)\s+(?:at|in|with|on)
        | (?:i\s+(?:also\s+|really\s+|mostly\s+|mainly\s+|do\s+)?(?:know|speciali[sz]e\s+in|have\s+(?:good\s+|strong\s+|solid\s+)?(?:knowledge|experience|expertise|skills)\s+(?:of|in|with)|know\s+how\s+to\s+use))
        | (?<tool>i\s+(?:also\s+|mostly\s+|mainly\s+|daily\s+|can\s+|regularly\s+|often\s+)*(?:use|used(?!\s+to\b)|code\s+in|program\s+in|work\s+with|operate)(?:\s+(?:programs|software|tools)\s+like)?)
        | i\s+can\s+(?:also\s+)?(?!be\b|do\b|help\b|start\b|you\b|work\b|send\b|give\b|tell\b)(?=\p{L})
        | (?<tool>(?:my\s+)?(?:software|tools?|programs|programming\s+languages|tech(?:nical)?\s+(?:stack|tools)|computer\s+programs|apps)(?:\s+(?:i\s+(?:use|know)|skills))?\s*(?:are|is|include|:))
        | (?<named>(?:have|got|with|has)\s+(?:also\s+|some\s+)?(?:an?\s+)?(?:strong|good|great|excellent|very\s+good|solid|outstanding)\s+(?=[^.;]{3,60}\s+skills\b))
        | (?:my\s+)?(?:(?:key|core|main|technical|top|soft|hard|other|professional|strongest|computer|best)\s+)*(?:skills?|strengths?|competenc(?:ies|es)|strong\s+(?:points|sides)|expertise|speciali[sz]ations?|specialties)(?:\s+set)?\s*(?:are|is|include[sd]?|in|with|:|-)
        | (?:knowledge|experience|expertise|background)\s+(?:of|in|with|using)
        | (?:add|include)\s+(?=[^.]{2,60}$)(?!my\b|a\b|an\b|that\b|this\b|the\b)
        | speciali[sz](?:ed|ing)\s+in | well\s+versed\s+in
        )\s*:?(?:\s+|(?<=\s))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Leads();

    [GeneratedRegex(@"\s+(?:every\s+day|daily|to\s+(?=\p{L}+\s)(?!do\b)|for\s+(?:my|the|work|years|\uE001)|at\s+work|on\s+a\s+daily|in\s+my\s+(?:job|work|daily|current)|at\s+my|when\s+i|because|which|that\s+i|where|from\s+my)\b|\s*\uE001|[.!](?:\s|$)|\s+(?:to|in|on|as)\s+(?:my\s+)?(?:skills|list|cv|software|resume|them)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ListEnds();

    [GeneratedRegex(@"^\s*(?:(?:also|an?(?!\s+(?:bit|little|lot)\b)|some|a\s+bit\s+of|a\s+little(?:\s+bit)?(?:\s+of)?|a\s+lot\s+of|the|basic(?:s\s+of)?|advanced|very\s+good|good\s+knowledge\s+of|things\s+like|stuff\s+like|such\s+as|like|both|including|i\s+know|i\s+use|i'm|of\s+course|with|in|at|programs\s+like|tools\s+like|maybe|especially|mainly|mostly|my|with\s+the|working\s+with)\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Edges();

    [GeneratedRegex(@"\s+(?:too|etc|as\s+well|also|very\s+well|well|skills|fluently|a\s+lot|and\s+so\s+on|and\s+more|every\s+day|daily)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tails();

    [GeneratedRegex(@"^(?:etc|and so on|more|others?|things|stuff|it|that|this|them|everything|people|yes|no|ok|okay|thanks|thank you|none|nothing|please|lots|hi|hello|hey|sure|well|some|i|me|my|you|what|how|a lot|i'm reliable|so|right|cool|advanced|intermediate|beginner|basic|expert|proficient|fluent|native|own)$|\b(?:i'm|i am|i've|you|my|me|i)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoSkill();
}
