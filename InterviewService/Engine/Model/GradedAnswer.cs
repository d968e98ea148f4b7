using System.Text;

namespace InterviewService.Engine.Model;

/// <summary>The answer as a model reads it, and the search for what a model quotes from it.</summary>
internal static class GradedAnswer
{
    private const int ShortestQuote = 2;

    /// <summary>Without the sentences that were addressed to the grader.</summary>
    public static string Without(string answer, IEnumerable<string> orders) =>
        orders.Aggregate(answer, (rest, order) => rest.Replace(order, " ", StringComparison.Ordinal));

    /// <summary>Where the quote stands in the answer, white space and kinds of quotation marks aside; null when it does not.</summary>
    public static (int Offset, string Quote)? Find(string answer, string quote)
    {
        var (sought, _) = Packed(quote.Trim().Trim('"', '“', '”', '…'));
        if (sought.Length < ShortestQuote)
            return null;
        var (packed, places) = Packed(answer);
        var at = packed.IndexOf(sought, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var start = places[at];
        return (start, answer[start..(places[at + sought.Length - 1] + 1)]);
    }

    // The characters that count, each with its place.
    private static (string Text, List<int> Places) Packed(string text)
    {
        var kept = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]))
                continue;
            kept.Append(text[at] switch { '’' or '‘' => '\'', '“' or '”' => '"', var other => other });
            places.Add(at);
        }

        return (kept.ToString(), places);
    }
}
