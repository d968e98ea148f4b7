using System.Numerics.Tensors;
using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class ChunkBlockTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 50)]
    [InlineData(7, 3)]
    [InlineData(300, 10)]
    [InlineData(300, 300)]
    public void The_nearest_are_those_of_a_full_sort(int count, int top)
    {
        var random = new Random(count);
        // Few distinct values, so that many scores are equal.
        var chunks = Enumerable.Range(0, count).Select(number => new EmbeddedChunk(number, $"chunk {number}", new float[] { random.Next(5), random.Next(5) })).ToArray();
        float[] query = [1, 2];

        var hits = ChunkBlock.Of(chunks).Nearest(query, top);

        hits.Select(hit => hit.Number).ShouldBe(
            chunks.OrderByDescending(chunk => TensorPrimitives.Dot(query, chunk.Vector.Span)).ThenBy(chunk => chunk.Number).Take(top).Select(chunk => chunk.Number));
    }

    [Fact]
    public void Of_no_chunks_none_are_near() => ChunkBlock.Of([]).Nearest([1], top: 3).ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(384)]
    public void Scores_are_inner_products_whatever_the_length(int dimensions)
    {
        var random = new Random(dimensions);
        var chunks = Enumerable.Range(0, 9).Select(number => new EmbeddedChunk(number, "", Vector(random, dimensions))).ToArray();
        var query = Vector(random, dimensions);

        var hits = ChunkBlock.Of(chunks).Nearest(query, top: 9);

        foreach (var hit in hits)
            hit.Score.ShouldBe((float)chunks[hit.Number].Vector.ToArray().Zip(query, (one, other) => (double)one * other).Sum(), 1e-4f);
    }

    [Fact]
    public void Vectors_of_another_length_are_refused()
    {
        Should.Throw<ArgumentException>(() => ChunkBlock.Of([new EmbeddedChunk(0, "", new float[2]), new EmbeddedChunk(1, "", new float[3])]));
        Should.Throw<ArgumentException>(() => ChunkBlock.Of([new EmbeddedChunk(0, "", new float[2])]).Nearest([1, 2, 3], top: 1));
    }

    [Fact]
    public void Scores_that_are_no_numbers_do_not_hide_the_others()
    {
        var chunks = new[] { new EmbeddedChunk(0, "", new float[] { 1 }), new EmbeddedChunk(1, "", new[] { float.NaN }), new EmbeddedChunk(2, "", new float[] { 2 }) };

        ChunkBlock.Of(chunks).Nearest([1], top: 2).Select(hit => hit.Number).ShouldContain(2);
    }

    private static float[] Vector(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => (float)random.NextDouble() - 0.5f)];
}
