using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class PointIdsTests
{
    private static readonly ResumeIndexed Index = new(7, 1, 2, 3, "model-1", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Are_name_based_as_in_the_example_of_the_rfc() =>
        // RFC 9562, appendix A.4.
        PointIds.Version5(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void Are_the_same_for_the_same_chunk_and_for_no_other()
    {
        PointIds.Of(Index, 3).ShouldBe(PointIds.Of(Index with { IndexedAt = DateTimeOffset.UtcNow }, 3));
        new[] { PointIds.Of(Index, 4), PointIds.Of(Index with { Revision = 3 }, 3), PointIds.Of(Index with { Model = "model-2" }, 3), PointIds.Of(Index with { ResumeId = 8 }, 3) }
            .ShouldNotContain(PointIds.Of(Index, 3));
    }
}
