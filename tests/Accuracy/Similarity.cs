using System.Globalization;
using EmbeddingService.Features;
using EmbeddingService.Models;
using Microsoft.Extensions.AI;
using ResumeService.Chunking;

namespace Accuracy;

/// <summary>
/// The calibrated similarity of resumes and postings, for each model: a posting of another trade below 0.3, one that fits above 0.6, a near miss in between.
/// With the variable SIMILARITY_SCORES set to a file, every pair's closeness and score is written there.
/// </summary>
internal static class Similarity
{
    private const double UnrelatedBelow = 0.3;
    private const double StrongAbove = 0.6;

    private sealed record Scored(SimilarityPair Pair, double Closeness, double Similarity);

    public static async Task<bool> MeasureAsync(DataFolder data)
    {
        var sets = new (string Name, IReadOnlyList<SimilarityPair> Pairs)[]
        {
            ("tuning", [.. SimilarityPairs.Written("tuning.txt", "wrappers-tuning.txt"), .. SimilarityPairs.Foreign("tuning.txt", data, odd: true)]),
            ("kept apart", [.. SimilarityPairs.Written("kept-apart.txt", "wrappers-kept.txt"), .. SimilarityPairs.Foreign("kept-apart.txt", data, odd: false)]),
            ("shared", await SimilarityPairs.SharedAsync(data)),
        };
        var goals = new Goals();
        var lines = new List<string>();
        foreach (var (name, model) in Models.All(data))
        {
            using (model)
            {
                var scorer = new Scorer(model);
                foreach (var (set, pairs) in sets)
                {
                    var scored = new List<Scored>();
                    foreach (var pair in pairs)
                        scored.Add(await scorer.ScoreAsync(pair));
                    Print(goals, name, set, scored);
                    lines.AddRange(scored.Select(one => string.Create(CultureInfo.InvariantCulture, $"{name}\t{set}\t{one.Pair.Fit}\t{one.Closeness:F4}\t{one.Similarity:F3}\t{one.Pair.Name}")));
                }
            }
        }

        if (Environment.GetEnvironmentVariable("SIMILARITY_SCORES") is { Length: > 0 } file)
            await File.WriteAllLinesAsync(file, lines);
        return goals.AreReached;
    }

    private static void Print(Goals goals, string model, string set, List<Scored> scored)
    {
        var byFit = scored.ToLookup(one => one.Pair.Fit, one => one.Similarity);
        foreach (var fit in Enum.GetValues<Fit>())
        {
            double[] sorted = [.. byFit[fit].Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{model,-12} {set,-10} {fit,-10} n {sorted.Length,4}   lowest {sorted[0]:F2}   10 % {At(sorted, 0.1):F2}   median {At(sorted, 0.5):F2}   90 % {At(sorted, 0.9):F2}   highest {sorted[^1]:F2}"));
        }

        // The shared postings are few, long and labelled by one reader: the order counts there, not the exact place of a threshold.
        var isShared = set == "shared";
        goals.AtLeast($"{model}, {set}: unrelated below {UnrelatedBelow}", Share(byFit[Fit.Unrelated], score => score < UnrelatedBelow), isShared ? 0.9 : 0.95);
        goals.AtLeast($"{model}, {set}: strong above {StrongAbove}", Share(byFit[Fit.Strong], score => score > StrongAbove), isShared ? 0.5 : 0.85);
        goals.AtLeast($"{model}, {set}: near misses at most {StrongAbove}", Share(byFit[Fit.Near], score => score <= StrongAbove), 0.75);
        goals.AtLeast($"{model}, {set}: strong before near miss", InOrder(byFit[Fit.Strong], byFit[Fit.Near]), isShared ? 0.8 : 0.92);
        goals.AtLeast($"{model}, {set}: near miss before unrelated", InOrder(byFit[Fit.Near], byFit[Fit.Unrelated]), 0.83);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static double Share(IEnumerable<double> scores, Func<double, bool> holds) => scores.Average(score => holds(score) ? 1.0 : 0);

    // Share of the couples in the right order; a draw counts half.
    private static double InOrder(IEnumerable<double> higher, IEnumerable<double> lower) =>
        (from one in higher from other in lower select one > other ? 1 : one == other ? 0.5 : 0).Average();

    private sealed class Scorer(IEmbeddingGenerator<string, Embedding<float>> model)
    {
        private readonly Dictionary<string, ReadOnlyMemory<float>> _vectors = new(StringComparer.Ordinal);
        private readonly Boilerplate _boilerplate = new(model);

        public async Task<Scored> ScoreAsync(SimilarityPair pair)
        {
            var chunks = await EmbedAsync([.. TextChunker.Split(pair.Resume.Text).Select(chunk => chunk.Text)]);
            var parts = JobDescriptionParts.Split(pair.Job);
            var vectors = await EmbedAsync(parts);
            var closeness = Closeness.Of(
                [.. parts.Zip(vectors, (part, vector) => new PartOfJob(vector, part.Length))], chunks, await _boilerplate.VectorsAsync(CancellationToken.None)) ?? 0;
            return new Scored(pair, closeness, model.Scale.Similarity.Of(closeness));
        }

        // Texts stand in many pairs.
        private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts)
        {
            string[] missing = [.. texts.Where(text => !_vectors.ContainsKey(text)).Distinct(StringComparer.Ordinal)];
            foreach (var (text, vector) in missing.Zip(await model.EmbedAsync(missing, CancellationToken.None)))
                _vectors[text] = vector;
            return [.. texts.Select(text => _vectors[text])];
        }
    }
}
