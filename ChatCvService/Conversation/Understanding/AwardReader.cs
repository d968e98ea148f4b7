using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Awards in the person's words, with their year: "Nurse of the Month in April 2022".</summary>
internal static partial class AwardReader
{
    public static bool IsAward(string text) => Cue().IsMatch(text);

    public static bool Read(Clause clause, Reading reading)
    {
        if (!Cue().IsMatch(clause.Said.Text) || NoAward().IsMatch(clause.Text))
            return false;
        foreach (var item in Items(clause))
            Add(item, reading);
        return true;
    }

    public static void Add(Passage item, Reading reading)
    {
        var date = LeadingDate().Match(item.Text);
        var text = item.Text[date.Length..];
        text = Opening().Replace(text, "");
        var value = Wording.Sentence(Tail().Replace(text, ""));
        if (date.Success && date.Groups["year"].Success && !value.Contains(date.Groups["year"].Value, StringComparison.Ordinal))
            value += " " + date.Groups["year"].Value;
        if (value.Length > 2)
            reading.Add(new AwardFact(item.Whole, value));
    }

    // Two awards in one sentence each have their own word for it.
    private static IEnumerable<Passage> Items(Clause clause)
    {
        var parts = Joint().Split(clause.Said.Text);
        if (parts.Length == 1 || !parts.All(part => Cue().IsMatch(part) && part.Contains(' ', StringComparison.Ordinal)))
            return [clause.Said];
        var items = new List<Passage>();
        var at = 0;
        foreach (var part in parts)
        {
            at = clause.Said.Text.IndexOf(part, at, StringComparison.Ordinal);
            items.Add(clause.Said.Slice(at, part.Length));
            at += part.Length;
        }

        return items;
    }

    [GeneratedRegex(@"\b(?:awards?|awarded|prize|medal|trophy|honou?red|recogni[sz]ed\s+(?:as|for|with|by)|recognition|of\s+the\s+(?:month|year|quarter|decade)|scholarship|fellowship|dean's\s+list|nominated|top\s+performer|(?:top|best)\s+(?:\p{L}+\s+){1,4}(?:19|20)\d\d|finalist|runner[- ]up|champion|hall\s+of\s+fame|won\s+(?:the|an?|first|second|third|best|gold|silver|bronze)|hackathon|competition|(?:first|second|third)\s+place|best\s+(?:\p{L}+\s+){1,4}(?:19|20)\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cue();

    [GeneratedRegex(@"\b(?:award-winning|no\s+awards?|any\s+awards?|never|don't\s+have|haven't|without\s+awards)\b|^(?:skip|remove|delete)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NoAward();

    [GeneratedRegex(@"^\s*(?:in|on|back\s+in)\s+(?:(?:\p{L}+\s+)?(?<year>(?:19|20)\d\d))\s*,?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LeadingDate();

    [GeneratedRegex(@"^\s*(?:(?:yes|well|oh|also|and|actually|once|so)\s*,?\s*)*(?:(?:i|we|they|my\s+team|my\s+\p{L}+)(?:'ve|\s+have|\s+was|\s+were|\s+got|\s+also|\s+even|\s+once|\s+recently|\s+just)*\s+)?(?:(?:won|win|received|receive|got|earned|have|gave\s+me|was\s+given|given|awarded(?:\s+with)?|been\s+awarded|honou?red\s+(?:with|as)|recogni[sz]ed\s+(?:as|with)|named|chosen\s+as|selected\s+as|voted|achieved|made)\s+)?(?:as\s+)?(?:(?:the|an?|my)\s+)?(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s+(?:which\s+(?:was|is|made)|and\s+i\s+was|so\s+i)\b.*$|\s+(?:too|as\s+well)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*;\s*|,\s*(?:and\s+)?|\s+and\s+(?=(?:the|an?|also|i)\b|\p{Lu})", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Joint();
}
