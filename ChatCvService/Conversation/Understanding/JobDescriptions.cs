using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>A job posting pasted into the chat speaks about the job, not about the person: it is kept whole and gives no facts for the CV.</summary>
internal static partial class JobDescriptions
{
    public static JobDescriptionFact? Find(Passage message)
    {
        var lead = Lead().Match(message.Text);
        var text = lead.Success ? message.Text[(lead.Index + lead.Length)..] : message.Text;
        var cues = Cues().Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Count();
        if (lead.Success ? text.Trim().Length < 30 : cues < 2 || OwnWords().Count(text) > cues)
            return null;
        return new JobDescriptionFact(message.Whole, text.Trim());
    }

    [GeneratedRegex(@"^.{0,120}?\b(?:job\s+(?:description|posting|ad|advert|advertisement|post|offer|listing)|vacancy|posting|jd)\b[^:\n]{0,80}(?::|\n)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 10_000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:we\s+are\s+(?:looking|seeking|hiring)|we're\s+(?:looking|hiring)|you\s+will\b|you\s+have\b|requirements\s*:|responsibilities\s*:|qualifications\s*:|the\s+ideal\s+candidate|must\s+have|nice\s+to\s+have|about\s+the\s+role|what\s+you'll\s+do|apply\s+now|our\s+team|years\s+of\s+experience\s+(?:required|with|in))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cues();

    [GeneratedRegex(@"(?<![\p{L}.])(?:i|i'm|i've|my)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OwnWords();
}
