using System.Text;
using System.Text.Json;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using EmbeddingService.Tests.Running;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models.Static;

/// <summary>The embedder against the vectors of another implementation, on a model file of the same format.</summary>
public sealed class ReferenceVectorsTests
{
    private sealed record Line(string Text, string[] Tokens, int[][] Rows, float[] Vector);

    [Fact]
    public async Task Words_rows_and_vectors_equal_the_references()
    {
        if (SharedData.Path("models", "static-reference", "static-model.bin") is not { } file || SharedData.Path("models", "static-reference", "vectors.jsonl") is not { } vectors)
            return;

        var table = StaticTable.Read(await File.ReadAllBytesAsync(file));
        using var model = new StaticEmbeddingGenerator(table);
        var lines = (await File.ReadAllLinesAsync(vectors)).Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!)
            // The reference knows the letters a to z alone; this tokenizer folds accents and reads other scripts.
            .Where(line => Ascii.IsValid(line.Text.Replace('\u2019', '\'')))
            .ToArray();
        foreach (var line in lines)
        {
            Words(line.Text).ShouldBe(line.Tokens);
            line.Tokens.Select(token => RowsOf(table, token)).ShouldBe(line.Rows);
            var vector = (await model.EmbedAsync([line.Text], CancellationToken.None))[0].ToArray();
            vector.Length.ShouldBe(384);
            for (var i = 0; i < vector.Length; i++)
                vector[i].ShouldBe(line.Vector[i], 1e-5f, line.Text);
        }

        lines.Length.ShouldBeGreaterThan(25);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in StaticTokens.Of(text))
            words.Add(word.ToString());
        return words;
    }

    private static int[] RowsOf(StaticTable table, string token)
    {
        Span<int> rows = stackalloc int[StaticTokens.MaxLength];
        return rows[..table.Vocabulary.RowsOf(token, rows)].ToArray();
    }
}
