using System.Globalization;
using System.Numerics.Tensors;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using EmbeddingService.Models.Static;
using EmbeddingService.Tests.Models.Onnx;
using EmbeddingService.Tests.Running;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models;

/// <summary>Against human judgement: the development split of STS-B, 1,500 pairs of sentences graded from 0 to 5.</summary>
public sealed class SentenceSimilarityTests
{
    [Fact]
    public async Task The_built_in_model_ranks_sentence_pairs_about_as_people_do() => await MeasureAsync(new StaticEmbeddingGenerator(StaticTable.ReadBuiltIn()), atLeast: 0.83);

    [Theory]
    [InlineData("model.onnx", 0.866)]
    [InlineData("model_int8.onnx", 0.865)]
    public async Task The_published_model_ranks_them_as_its_publisher_says(string file, double atLeast)
    {
        if (PublishedModel.Folder is not { } folder)
            return;
        using var model = new OnnxEmbeddingGenerator(OnnxModel.Load(folder, file), threads: 2, queueCapacity: 4096, TimeProvider.System);
        await MeasureAsync(model, atLeast);
    }

    private static async Task MeasureAsync(IEmbeddingGenerator<string, Embedding<float>> model, double atLeast)
    {
        if (SharedData.Path("data", "labels", "stsb", "stsb-en-dev.csv") is not { } file)
            return;

        var rows = (await File.ReadAllLinesAsync(file)).Select(ReadRow).ToArray();
        var ones = await model.EmbedAsync(rows.Select(row => row[0]), CancellationToken.None);
        var others = await model.EmbedAsync(rows.Select(row => row[1]), CancellationToken.None);

        var correlation = Spearman(
            [.. ones.Zip(others, (one, other) => (double)TensorPrimitives.Dot(one.Span, other.Span))],
            [.. rows.Select(row => double.Parse(row[2], CultureInfo.InvariantCulture))]);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Spearman {correlation:F4} on {rows.Length} pairs"));
        correlation.ShouldBeGreaterThan(atLeast);
    }

    private static string[] ReadRow(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
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

    private static double Spearman(double[] one, double[] other)
    {
        var (x, y) = (Ranks(one), Ranks(other));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    // Equal values share the mean of their ranks.
    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && values[order[to]] == values[order[from]]; to++)
            {
            }

            foreach (var i in order[from..to])
                ranks[i] = (from + to - 1) / 2.0;
        }

        return ranks;
    }
}
