using System.Numerics.Tensors;
using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class NearestChunksTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 50)]
    [InlineData(7, 3)]
    [InlineData(300, 10)]
    [InlineData(300, 300)]
    public void Are_the_same_as_those_of_a_full_sort(int count, int top)
    {
        var random = new Random(count);
        // Few distinct values, so that many scores are equal.
        var chunks = Enumerable.Range(0, count).Select(number => new EmbeddedChunk(number, $"chunk {number}", new float[] { random.Next(5), random.Next(5) })).ToArray();
        float[] query = [1, 2];

        var hits = NearestChunks.Of(query, chunks, top);

        hits.Select(hit => hit.Number).ShouldBe(
            chunks.OrderByDescending(chunk => TensorPrimitives.Dot(query, chunk.Vector.Span)).ThenBy(chunk => chunk.Number).Take(top).Select(chunk => chunk.Number));
    }

    [Fact]
    public void Of_no_chunks_are_none() => NearestChunks.Of([1], [], top: 3).ShouldBeEmpty();
}
