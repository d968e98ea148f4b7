using EmbeddingService.Contracts;
using InterviewService.Questions;
using InterviewService.Tests.Running;
using ResumeService.Contracts;
using Shouldly;
using Xunit;

namespace InterviewService.Tests.Questions;

public sealed class EvidenceTests
{
    [Fact]
    public void The_search_is_for_the_job_the_projects_the_matching_skills_and_the_gaps()
    {
        var queries = EvidenceQueries.Of(People.Backend, People.BackendJob);

        queries[0].ShouldBe("You build services in Python on PostgreSQL and run them with Docker and Kubernetes.");
        queries.ShouldContain("We are splitting a monolith into microservices that exchange events.");
        queries.ShouldContain("E-commerce Platform Python PostgreSQL Built a shop for 40 bakeries with payments and delivery slots.");
        queries.ShouldContain("PostgreSQL");
        queries.ShouldContain("Kubernetes");
        queries.ShouldNotContain("Kafka");
    }

    [Fact]
    public void Without_a_job_description_the_search_is_for_what_the_resume_shows()
    {
        var queries = EvidenceQueries.Of(People.Backend with { MatchingSkills = [], MissingSkills = [] }, null);

        queries.ShouldContain("Kafka");
        queries.ShouldContain("Backend Developer Parcelwise Moved a monolithic application to twelve services that exchange events.");
    }

    [Fact]
    public void An_empty_resume_without_a_job_description_is_not_searched() => EvidenceQueries.Of(People.Nobody, " ").ShouldBeEmpty();

    [Fact]
    public void The_limits_of_the_search_are_kept()
    {
        var resume = People.Backend with
        {
            Projects = [.. Enumerable.Range(0, 50).Select(number => new AnalysedProject($"Project {number}", ["C"], [new string('x', 5000)]))],
            MatchingSkills = [.. Enumerable.Range(0, 50).Select(number => $"Skill {number}")],
            MissingSkills = [.. Enumerable.Range(0, 50).Select(number => $"Gap {number}")],
            Jobs = [.. Enumerable.Range(0, 50).Select(number => new AnalysedJob($"Role {number}", "Company", []))],
        };

        var queries = EvidenceQueries.Of(resume, string.Concat(Enumerable.Repeat("A sentence about Skill 1 and more. ", 1000).Select((text, number) => number + text)));

        queries.Count.ShouldBe(32);
        queries.ShouldAllBe(query => query.Length <= 400 && query.Length > 0);
        queries.Distinct().Count().ShouldBe(32);
    }

    [Fact]
    public void Each_relevant_chunk_counts_once_and_an_irrelevant_one_not_at_all()
    {
        var evidence = ResumeEvidence.Of(new ChunkSearchResponse(
        [
            // A search goes by words as well, so relevance rises and falls along a list.
            [Hit(2, 0.6), Hit(4, 0.9), Hit(7, 0.2)],
            [Hit(2, 0.7), Hit(7, 0.49), Hit(1, 0.5)],
            [],
        ]));

        evidence.Chunks.Select(chunk => (chunk.Number, chunk.Relevance)).ShouldBe([(4, 0.9), (2, 0.7), (1, 0.5)]);
    }

    [Fact]
    public void No_more_chunks_are_used_than_questions_can_be_built_on() =>
        ResumeEvidence.Of(new ChunkSearchResponse([[.. Enumerable.Range(0, 40).Select(number => Hit(number, 0.8))]])).Chunks.Count.ShouldBe(ResumeEvidence.MaxChunks);

    [Theory]
    [InlineData("Cut page load times by 40 % with caching.", 0.8)]
    [InlineData("• cut page  load times by 40 % with caching of every image that the shop shows to anybody", 0.8)]
    [InlineData("Something else entirely, about gardens", 0)]
    [InlineData(" — ", 0)]
    public void A_line_is_as_relevant_as_the_chunk_that_holds_its_beginning(string line, double relevance) =>
        ResumeEvidence.Of(new ChunkSearchResponse([[new ChunkHit(0, "Shop\n- Cut page load\n  times by 40% with caching of every ima", 0.3f, 0.8)]])).RelevanceOf(line).ShouldBe(relevance);

    private static ChunkHit Hit(int number, double relevance) => new(number, $"chunk {number}", 0.3f, relevance);
}
