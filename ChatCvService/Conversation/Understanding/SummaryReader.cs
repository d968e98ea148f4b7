using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>A summary that the person wrote: only when it is called one; an answer to the question for it is taken whole by the engine.</summary>
internal static partial class SummaryReader
{
    public static bool Read(Clause clause, Reading reading)
    {
        var lead = Lead().Match(clause.Text);
        if (!lead.Success)
            return false;
        var said = clause.Said.From(lead.Index + lead.Length);
        if (Wording.WordsOf(said.Text).Count < 3)
            return false;
        reading.Add(new PersonFact(said.Whole, PersonField.Summary, Text(said.Text)));
        return true;
    }

    public static bool IsText(Clause clause) => Wording.WordsOf(clause.Said.Text).Count >= 5;

    /// <summary>One paragraph that ends with a full stop.</summary>
    public static string Text(string said)
    {
        var text = Wording.Sentence(said);
        return text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
    }

    [GeneratedRegex(@"\b(?:(?:my|the)\s+(?:professional\s+)?(?:summary|profile)\s+(?:is|should\s+(?:be|say|read)|:)|(?:use|put|write)\s+(?:this|the\s+following)\s+(?:as|for)\s+(?:my|the)\s+summary\s*:?)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Lead();
}
