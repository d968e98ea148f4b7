namespace EmbeddingService.Models.Static;

/// <summary>
/// How much of one text's words has a word of like meaning in another: for each distinct word of the first, its cosine with the nearest word of the second,
/// averaged by how much the words count. Of what a reference answer says, this is the share that an answer says too; the rest of the answer does not matter.
/// </summary>
internal sealed class SoftRecall(StaticTable table)
{
    /// <summary>0 to 1 for each pair of texts, one row a left text; 0 when either has no words.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public double[][] Of(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var words = new Dictionary<string, Word>(StringComparer.Ordinal);
        var lefts = left.Select(text => WordsOf(text, words)).ToArray();
        var rights = right.Select(text => WordsOf(text, words)).ToArray();
        var coverage = lefts.Select(_ => new double[rights.Length]).ToArray();
        for (var column = 0; column < rights.Length; column++)
        {
            // Many left texts share words: the nearest word of this right text is looked for once a word.
            var nearest = new Dictionary<Word, double>();
            for (var row = 0; row < lefts.Length; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                coverage[row][column] = Coverage(lefts[row], rights[column], nearest);
            }
        }

        return coverage;
    }

    private static double Coverage(List<Word> left, List<Word> right, Dictionary<Word, double> nearest)
    {
        if (right.Count == 0)
            return 0;
        var (covered, weight) = (0.0, 0.0);
        foreach (var word in left)
        {
            if (!nearest.TryGetValue(word, out var closest))
                nearest[word] = closest = right.Max(other => (double)FixedOrder.Dot(word.Vector, other.Vector));
            covered += word.Weight * closest;
            weight += word.Weight;
        }

        return weight > 0 ? Math.Clamp(covered / weight, 0, 1) : 0;
    }

    // Distinct, in the order of the text.
    private List<Word> WordsOf(string text, Dictionary<string, Word> words)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var seen = new HashSet<Word>();
        var distinct = new List<Word>();
        foreach (var token in StaticTokens.Of(text))
        {
            if (!lookup.TryGetValue(token, out var word))
                lookup[token] = word = Read(token);
            if (seen.Add(word))
                distinct.Add(word);
        }

        return distinct;
    }

    private Word Read(ReadOnlySpan<char> token)
    {
        var vector = new float[table.Dimensions];
        var meaning = vector.AsSpan(0, table.RowDimensions);
        var spelling = vector.AsSpan(table.RowDimensions);
        var (weight, hasRows) = table.ReadWord(token, meaning);
        SpellingHash.Write(token, spelling);
        if (hasRows && weight > 0)
        {
            var length = MathF.Sqrt(1 + (table.SpellingWeight * table.SpellingWeight));
            foreach (ref var value in meaning)
                value /= weight * length;
            foreach (ref var value in spelling)
                value *= table.SpellingWeight / length;
        }

        return new Word(vector, weight);
    }

    // Compared by reference: one instance a word.
    private sealed class Word(float[] vector, float weight)
    {
        public float[] Vector { get; } = vector;

        public float Weight { get; } = weight;
    }
}
