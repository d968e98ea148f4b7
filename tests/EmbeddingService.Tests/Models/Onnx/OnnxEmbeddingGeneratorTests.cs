using System.Numerics.Tensors;
using EmbeddingService.Models;
using EmbeddingService.Models.Onnx;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Shouldly;
using Testing.Models;
using Xunit;

namespace EmbeddingService.Tests.Models.Onnx;

public sealed class OnnxEmbeddingGeneratorTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "read", "Work with the team, and write code.", "", "\u5317\u4EAC 2019", "years of data " + string.Concat(Enumerable.Repeat("and code ", 60)), "READ!",
        "write the data", "write a word", "a b c d e f g", "code", "the team", "r\u00E9ad",
    ];

    /// <summary>Long enough to keep the model busy for a while.</summary>
    private static readonly string LongText = string.Concat(Enumerable.Repeat("work with the team ", 64));

    private readonly OnnxEmbeddingGenerator _generator = Create(threads: 2);

    public void Dispose() => _generator.Dispose();

    [Theory]
    [InlineData("random", RandomMiniLm.ModelFile)]
    [InlineData("published", "model.onnx")]
    [InlineData("published", "model_int8.onnx")]
    public async Task Vectors_are_those_of_onnxruntime_node_on_the_same_file(string which, string file)
    {
        if ((which == "random" ? RandomMiniLm.Folder : PublishedModel.Folder) is not { } folder)
            return;
        var tokenizer = WordPieceTokenizer.Read(Path.Combine(folder, OnnxModel.VocabularyFile));
        var expected = await OnnxRuntimeNode.EmbedAsync(Path.Combine(folder, file), [.. Texts.Select(tokenizer.Encode)]);
        using var generator = new OnnxEmbeddingGenerator(OnnxModel.Load(folder, file), threads: 1, queueCapacity: 100, TimeProvider.System);

        var vectors = await generator.EmbedAsync(Texts, CancellationToken.None);

        for (var text = 0; text < Texts.Length; text++)
            expected[text].Zip(vectors[text].ToArray(), (one, other) => Math.Abs(one - other)).Max().ShouldBeLessThan(1e-5, Texts[text]);
    }

    [Fact]
    public async Task A_text_gives_the_same_unit_vector_alone_and_among_others()
    {
        var together = await _generator.EmbedAsync(Texts, CancellationToken.None);

        for (var text = 0; text < Texts.Length; text++)
        {
            var alone = (await _generator.EmbedAsync([Texts[text]], CancellationToken.None))[0];
            TensorPrimitives.Distance(alone.Span, together[text].Span).ShouldBeLessThan(1e-5f, Texts[text]);
            TensorPrimitives.Norm(alone.Span).ShouldBe(1, 1e-5f);
        }

        // The vectors mean nothing, but they tell the texts apart, save where only case and accents differ.
        TensorPrimitives.Distance(together[0].Span, together[11].Span).ShouldBeLessThan(1e-5f);
        TensorPrimitives.Distance(together[0].Span, together[1].Span).ShouldBeGreaterThan(0.01f);
    }

    [Fact]
    public async Task Callers_at_the_same_time_get_the_vectors_of_their_own_texts()
    {
        var expected = await _generator.EmbedAsync(Texts, CancellationToken.None);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(caller => Task.Run(() =>
            _generator.EmbedAsync([Texts[caller % Texts.Length], Texts[(caller + 5) % Texts.Length]], CancellationToken.None))));

        for (var caller = 0; caller < answers.Length; caller++)
        {
            TensorPrimitives.Distance(answers[caller][0].Span, expected[caller % Texts.Length].Span).ShouldBeLessThan(1e-5f);
            TensorPrimitives.Distance(answers[caller][1].Span, expected[(caller + 5) % Texts.Length].Span).ShouldBeLessThan(1e-5f);
        }

        Info(_generator).QueueLength.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_beyond_the_queue_is_refused_and_those_in_it_are_answered()
    {
        using var generator = Create(threads: 1, capacity: 8);
        // Larger than the queue, and taken all the same: nothing waited.
        var first = generator.EmbedAsync(Enumerable.Repeat(LongText, 40), CancellationToken.None);

        var refused = await Should.ThrowAsync<EmbeddingQueueFullException>(() => generator.EmbedAsync(["read"], CancellationToken.None));

        refused.RetryAfter.ShouldBeGreaterThan(TimeSpan.Zero);
        (await first).Count.ShouldBe(40);
        (await generator.EmbedAsync(["read"], CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_goes_away_leaves_no_work_behind()
    {
        using var generator = Create(threads: 1);
        using var caller = new CancellationTokenSource();
        var given = generator.EmbedAsync(Enumerable.Repeat(LongText, 500), caller.Token);
        Info(generator).QueueLength.ShouldBeGreaterThan(0);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => given);
        // What was being run was ended too: the next in line does not wait for it.
        await generator.EmbedAsync(["read"], CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        Info(generator).QueueLength.ShouldBe(0);
        await Should.ThrowAsync<OperationCanceledException>(() => generator.EmbedAsync(["read"], caller.Token));
    }

    [Fact]
    public async Task Callers_that_wait_when_the_service_ends_are_told()
    {
        using var generator = Create(threads: 1);
        var waiting = Enumerable.Range(0, 4).Select(_ => generator.EmbedAsync(Enumerable.Repeat(LongText, 100), CancellationToken.None)).ToArray();

        generator.Dispose();

        foreach (var caller in waiting)
        {
            var told = await Should.ThrowAsync<Exception>(() => caller.WaitAsync(TimeSpan.FromSeconds(10)));
            told.ShouldBeAssignableTo<Exception>().ShouldSatisfyAllConditions(exception => (exception is ObjectDisposedException or OnnxRuntimeException).ShouldBeTrue(exception.ToString()));
        }

        await Should.ThrowAsync<ObjectDisposedException>(() => generator.EmbedAsync(["read"], CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_answered() => (await _generator.EmbedAsync([], CancellationToken.None)).ShouldBeEmpty();

    [Fact]
    public void It_says_what_it_is()
    {
        var info = Info(_generator);

        info.Kind.ShouldBe("onnx");
        info.File.ShouldBe(RandomMiniLm.ModelFile);
        info.Dimensions.ShouldBe(384);
        info.Version.ShouldBe(_generator.ModelVersion);
        info.QueueCapacity.ShouldBe(1000);
        _generator.Scale.Similarity.Of(1).ShouldBeGreaterThan(0.9);
    }

    private static OnnxEmbeddingGenerator Create(int threads, int capacity = 1000) =>
        new(OnnxModel.Load(RandomMiniLm.Folder, RandomMiniLm.ModelFile), threads, capacity, TimeProvider.System);

    private static EmbeddingModelInfo Info(OnnxEmbeddingGenerator generator) => generator.GetRequiredService<EmbeddingModelInfo>();
}
