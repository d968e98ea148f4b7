namespace EmbeddingService.Chunks;

/// <summary>
/// One order out of several: each candidate gets the sum over the rankings of 1 / (60 + its place), so rankings whose scores cannot be compared have the same
/// say (Cormack, Clarke and Büttcher 2009, whose constant this is).
/// </summary>
internal static class ReciprocalRankFusion
{
    private const double Damping = 60;

    /// <param name="rankings">
    /// Scores of the same candidates in the same order, the higher the better; equal ones share the better place, and what is
    /// <see cref="double.NegativeInfinity"/> has none.
    /// </param>
    /// <returns>One sum a candidate: 0 for one that no ranking has.</returns>
    /// <exception cref="ArgumentException">The rankings are not of the same candidates.</exception>
    public static double[] Fuse(params ReadOnlySpan<double[]> rankings)
    {
        if (rankings.IsEmpty)
            return [];

        var sums = new double[rankings[0].Length];
        foreach (var scores in rankings)
        {
            if (scores.Length != sums.Length)
                throw new ArgumentException("The rankings must be of the same candidates.", nameof(rankings));

            int[] order = [.. Enumerable.Range(0, scores.Length).OrderByDescending(candidate => scores[candidate])];
            var place = 1;
            for (var i = 0; i < order.Length && !double.IsNegativeInfinity(scores[order[i]]); i++)
            {
                if (i > 0 && scores[order[i]] != scores[order[i - 1]])
                    place = i + 1;
                sums[order[i]] += 1 / (Damping + place);
            }
        }

        return sums;
    }
}
