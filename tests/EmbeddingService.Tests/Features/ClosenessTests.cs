using EmbeddingService.Features;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Features;

/// <summary>Whole texts through the real model, without a service around it. The texts of its measurement are tests/Accuracy's.</summary>
public sealed class ClosenessTests
{
    private const string Around = """
        About us
        We are a growing company with colleagues in four countries. We are proud of our open culture, flat hierarchies and short decisions, and welcome applications from everybody.
        What we offer
        - A permanent contract with flexible working hours and remote work
        - Holidays, a pension plan and a training budget
        - Regular team events and a friendly atmosphere
        You are motivated, reliable and enjoy working in a team. You communicate clearly in writing and speaking. We look forward to your application.
        """;

    private readonly StaticEmbeddingGenerator _model = new(StaticTable.ReadBuiltIn());

    [Fact]
    public async Task What_any_posting_says_brings_no_two_trades_together()
    {
        var (nurse, developer) = (ResumeAndJob.All.Single(one => one.Field == "nurse"), ResumeAndJob.All.Single(one => one.Field == "backend developer"));

        (await SimilarityAsync(nurse, developer.Job + "\n" + Around)).ShouldBeLessThan(0.3);
        (await SimilarityAsync(nurse, nurse.Job + "\n" + Around)).ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public async Task A_posting_of_nothing_but_what_any_posting_says_fits_nobody() =>
        (await SimilarityAsync(ResumeAndJob.All[0], Around)).ShouldBeLessThan(0.3);

    [Fact]
    public async Task Without_parts_or_chunks_there_is_nothing_to_compare()
    {
        var boilerplate = await new Boilerplate(_model).VectorsAsync(CancellationToken.None);
        var vector = (await _model.EmbedAsync(["a text"], CancellationToken.None))[0];

        Closeness.Of([], [vector], boilerplate).ShouldBeNull();
        Closeness.Of([new PartOfJob(vector, 6)], [], boilerplate).ShouldBeNull();
    }

    private async Task<double> SimilarityAsync(ResumeAndJob person, string job)
    {
        var parts = JobDescriptionParts.Split(job);
        var vectors = await _model.EmbedAsync(parts, CancellationToken.None);
        var closeness = Closeness.Of(
            [.. parts.Zip(vectors, (part, vector) => new PartOfJob(vector, part.Length))],
            await _model.EmbedAsync(person.Chunks(), CancellationToken.None),
            await new Boilerplate(_model).VectorsAsync(CancellationToken.None));
        return _model.Scale.Similarity.Of(closeness.ShouldNotBeNull());
    }
}
