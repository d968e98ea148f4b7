using EmbeddingService.Chunks;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Chunks;

public sealed class LexicalScoresTests
{
    [Fact]
    public void A_chunk_without_any_of_the_words_has_no_score()
    {
        Scores("tidal energy", "tidal mills", "wind farms", "").ShouldSatisfyAllConditions(
            scores => scores[0].ShouldBeGreaterThan(0), scores => scores[1].ShouldBe(0), scores => scores[2].ShouldBe(0));
    }

    [Fact]
    public void The_scores_are_those_of_BM25()
    {
        // Two of three chunks hold the word; lengths 2, 4 and 3.
        var rarity = Math.Log(1 + ((3 - 2 + 0.5) / (2 + 0.5)));

        Scores("kafka", "kafka streams", "kafka and kafka again", "something quite different").ShouldBe(
            [rarity * 2.2 / (1 + (1.2 * (0.25 + (0.75 * 2 / 3)))), rarity * 2 * 2.2 / (2 + (1.2 * (0.25 + (0.75 * 4 / 3)))), 0], tolerance: 1e-12);
    }

    [Fact]
    public void A_rare_word_counts_more_than_one_that_most_chunks_have()
    {
        var scores = Scores("team qemu", "the team grew", "qemu was used", "a team again", "our team won");

        scores[1].ShouldBeGreaterThan(scores[0]);
    }

    [Theory]
    [InlineData("deployments", "Deployment of services")]
    [InlineData("deploying", "deployed services")]
    [InlineData("C++", "wrote c++ for years")]
    [InlineData("C#", "C# and .NET")]
    [InlineData(".net", "C# and .NET")]
    [InlineData("Café", "cafe owner")]
    [InlineData("微服务", "负责微服务架构")]
    [InlineData("Разработка", "разработка программ")]
    public void Words_are_the_same_whatever_their_case_accents_and_common_endings(string query, string chunk) => Scores(query, chunk, "else")[0].ShouldBeGreaterThan(0);

    [Theory]
    [InlineData("C", "C++ alone")]
    [InlineData("cat", "catalogue of parts")]
    [InlineData("red", "r programming")]
    [InlineData("28011", "postal code 10115")]
    public void Other_words_are_not_taken_for_the_same(string query, string chunk) => Scores(query, chunk, "else")[0].ShouldBe(0);

    [Fact]
    public void A_word_of_the_query_counts_once() => Scores("kafka kafka Kafka", "kafka streams", "else").ShouldBe(Scores("kafka", "kafka streams", "else"));

    [Fact]
    public void Of_an_endless_query_the_beginning_is_read()
    {
        var query = string.Join(' ', Enumerable.Range(0, 300).Select(number => $"w{number}x"));

        Scores(query, "w0x", "w299x").ShouldSatisfyAllConditions(scores => scores[0].ShouldBeGreaterThan(0), scores => scores[1].ShouldBe(0));
    }

    [Fact]
    public void Each_query_has_scores_of_its_own()
    {
        ScoredChunk[] chunks = [new(4, "kafka", 0), new(9, "choir", 0)];
        var scores = new LexicalScores(["kafka", "choir", "neither"]);

        scores.Of(0, chunks).Select(score => score > 0).ShouldBe([true, false]);
        scores.Of(1, chunks).Select(score => score > 0).ShouldBe([false, true]);
        scores.Of(2, chunks).ShouldBe([0, 0]);
        scores.Of(1, []).ShouldBeEmpty();
    }

    private static double[] Scores(string query, params string[] chunks) =>
        new LexicalScores([query]).Of(0, [.. chunks.Select((text, number) => new ScoredChunk(number, text, 0))]);
}
