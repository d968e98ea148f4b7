namespace Accuracy;

/// <summary>How well two lists of figures agree, -1 to 1.</summary>
internal static class Correlation
{
    public static double Pearson(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        var covariance = one.Zip(other, (a, b) => (a - meanOne) * (b - meanOther)).Sum();
        return covariance / Math.Sqrt(one.Sum(a => (a - meanOne) * (a - meanOne)) * other.Sum(b => (b - meanOther) * (b - meanOther)));
    }

    /// <summary>Of the ranks: only the order counts.</summary>
    public static double Spearman(IReadOnlyList<double> one, IReadOnlyList<double> other) => Pearson(Ranks(one), Ranks(other));

    // Equal figures share the mean of their ranks.
    private static double[] Ranks(IReadOnlyList<double> figures)
    {
        var ranks = new double[figures.Count];
        var order = Enumerable.Range(0, figures.Count).OrderBy(i => figures[i]).ToArray();
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && figures[order[to]] == figures[order[from]]; to++)
            {
            }

            foreach (var i in order[from..to])
                ranks[i] = (from + to - 1) / 2.0;
        }

        return ranks;
    }
}
