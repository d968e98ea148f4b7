using System.Globalization;
using System.Text;
using EmbeddingService.Models;
using Microsoft.Extensions.AI;

namespace Accuracy;

/// <summary>STS-B dev: 1,500 pairs of sentences that people graded from 0 to 5 by how much they mean the same; Spearman's correlation with the cosine.</summary>
internal static class StsB
{
    private static readonly Dictionary<string, double> s_goals = new(StringComparer.Ordinal)
    {
        [Models.Static] = 0.83,
        [Models.Int8] = 0.862,
        [Models.Fp32] = 0.864,
    };

    public static async Task<bool> MeasureAsync(DataFolder data)
    {
        var pairs = (await File.ReadAllLinesAsync(data.Path("data", "labels", "stsb", "stsb-en-dev.csv"))).Select(Fields).ToArray();
        var grades = pairs.Select(pair => double.Parse(pair[2], CultureInfo.InvariantCulture)).ToArray();
        var goals = new Goals();
        foreach (var (name, model) in Models.All(data))
        {
            using (model)
                goals.AtLeast($"STS-B dev, Spearman, {name}", await SpearmanAsync(model, pairs, grades), s_goals[name]);
        }

        return goals.AreReached;
    }

    private static async Task<double> SpearmanAsync(IEmbeddingGenerator<string, Embedding<float>> model, string[][] pairs, double[] grades)
    {
        // One text at a time, as int8's values depend on the batch.
        var cosines = new double[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            var one = await model.EmbedAsync([pairs[i][0]], CancellationToken.None);
            var other = await model.EmbedAsync([pairs[i][1]], CancellationToken.None);
            cosines[i] = FixedOrder.Dot(one[0].Span, other[0].Span);
        }

        return Correlation.Spearman(cosines, grades);
    }

    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
                Next();
            else
                field.Append(character);
        }

        Next();
        return [.. fields];

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
