using System.Text.RegularExpressions;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Cuts "Python, SQL and Tableau" into its items; brackets stay whole, and so do pairs that are one thing.</summary>
internal static partial class ItemList
{
    public static IReadOnlyList<Passage> Split(Passage list)
    {
        var chunks = Separated(list);
        var items = new List<Passage>();
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            var leading = LeadingAnd().Match(chunk.Text);
            if (leading.Success)
            {
                items.Add(chunk.From(leading.Length));
                continue;
            }

            // Only the last one enumerates with "and"; before it "and" joins two words to one thing.
            if (i == chunks.Count - 1)
                items.AddRange(ByAnd(chunk));
            else
                items.Add(chunk);
        }

        return [.. items.Select(Sentences.Trim).OfType<Passage>().Where(item => !item.IsBlank)];
    }

    private static List<Passage> Separated(Passage list)
    {
        var chunks = new List<Passage>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < list.Text.Length; i++)
        {
            var c = list.Text[i];
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && (c is ',' or ';' or '\n' or '|' or '•' or '·' or Passage.Taken || (c is '/' or '+' && i > 0 && list.Text[i - 1] == ' ' && i + 1 < list.Text.Length && list.Text[i + 1] == ' ')))
            {
                Add(i);
                start = i + 1;
            }
        }

        Add(list.Text.Length);
        return chunks;

        void Add(int end)
        {
            if (Sentences.Trim(list.Slice(start, end - start)) is { } chunk)
                chunks.Add(chunk);
        }
    }

    private static IEnumerable<Passage> ByAnd(Passage chunk)
    {
        var start = 0;
        foreach (Match and in Ands().Matches(chunk.Text))
        {
            if (IsPair(chunk.Text, and.Index, and.Index + and.Length))
                continue;
            yield return chunk.Slice(start, and.Index - start);
            start = and.Index + and.Length;
        }

        yield return chunk.From(start);
    }

    private static bool IsPair(string text, int before, int after)
    {
        var left = text[..before].Split(' ')[^1];
        var right = text[after..].Split(' ')[0];
        return Pairs().IsMatch($"{left} and {right}");
    }

    [GeneratedRegex(@"^(?:and|or|plus|as\s+well\s+as|also|&)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LeadingAnd();

    [GeneratedRegex(@"\s+(?:and(?:\s+also)?|as\s+well\s+as|plus|&|such\s+as|including|for\s+example|e\.g\.)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Ands();

    [GeneratedRegex(
        @"^(?:mergers and acquisitions|research and development|health and safety|food and beverage|arts and crafts|test and commissioning|trial and error|design and technology|profit and loss|diversity and inclusion|learning and development|terms and conditions|time and attendance|strategy and planning|supply and demand|monitoring and evaluation|track and trace|search and rescue|food and drink|wear and tear|hair and make-?up|black and white|pick and pack|loading and unloading|cut and colou?r)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Pairs();
}
