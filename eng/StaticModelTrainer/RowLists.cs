using EmbeddingService.Models.Static;

namespace StaticModelTrainer;

/// <summary>The rows of every text, one behind another in one array.</summary>
internal sealed class RowLists
{
    private const int MaxWords = 100;

    private readonly int[] _rows;
    private readonly int[] _starts;

    private RowLists(int[] rows, int[] starts) => (_rows, _starts) = (rows, starts);

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> this[int text] => _rows.AsSpan(_starts[text].._starts[text + 1]);

    public static RowLists Read(IReadOnlyList<string> texts, StaticVocabulary vocabulary)
    {
        var rows = new List<int>(texts.Count * 12);
        var starts = new int[texts.Count + 1];
        Span<int> found = stackalloc int[StaticTokens.MaxLength];
        for (var text = 0; text < texts.Count; text++)
        {
            var words = 0;
            foreach (var word in StaticTokens.Of(texts[text]))
            {
                rows.AddRange(found[..vocabulary.RowsOf(word, found)]);
                if (++words == MaxWords)
                    break;
            }

            starts[text + 1] = rows.Count;
        }

        return new RowLists([.. rows], starts);
    }

    /// <summary>How often each row stands in the texts, as a share of all.</summary>
    public double[] Shares(int rowCount)
    {
        var counts = new int[rowCount];
        foreach (var row in _rows)
            counts[row]++;
        // A row that is never seen counts as seen once.
        var total = counts.Sum(count => (long)Math.Max(1, count));
        return [.. counts.Select(count => Math.Max(1, count) / (double)total)];
    }
}
