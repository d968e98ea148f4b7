using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EmbeddingService.Models;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models;

public sealed class HashedEmbeddingGeneratorTests
{
    private readonly HashedEmbeddingGenerator _model = new();

    [Theory]
    [InlineData("Built REST APIs in C# and Python; cut p95 latency by 40 %.")]
    [InlineData("x")]
    [InlineData("负责后端服务的设计与开发")]
    public async Task A_vector_has_384_dimensions_and_length_1(string text)
    {
        var vector = await EmbedAsync(text);

        vector.Length.ShouldBe(384);
        TensorPrimitives.Norm<float>(vector).ShouldBe(1, 1e-5);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("--- *** !!!")]
    public async Task A_text_without_words_is_the_zero_vector(string text) => (await EmbedAsync(text)).ShouldAllBe(component => component == 0);

    // The digest changes only together with the version: vectors that are stored must stay comparable with new ones.
    [Fact]
    public async Task The_same_text_gives_the_same_bits_everywhere()
    {
        var vector = await EmbedAsync("Led a team of 4; built Café-Finder (C++, 东京 office) with PostgreSQL, 2019–2023.");

        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(vector.AsSpan()))).ShouldBe("7C89F240F38CF72F3BBBEC3430BE84642C48C337E6ADF5F730A5846CB53322B3");
        _model.ModelVersion.ShouldBe("hashed-ngrams-1");
    }

    [Fact]
    public async Task Many_threads_get_the_same_bits()
    {
        var text = "Moved a monolithic Django application to twelve services that exchange events over Kafka.";
        var expected = await EmbedAsync(text);

        var vectors = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => EmbedAsync(text))));

        vectors.ShouldAllBe(vector => vector.SequenceEqual(expected));
    }

    [Theory]
    [InlineData("café résumé", "cafe resume")]
    [InlineData("KUBERNETES Cluster", "kubernetes cluster")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("Ｐｙｔｈｏｎ", "python")]
    public async Task Accents_case_and_typographic_forms_make_no_difference(string one, string other) => (await EmbedAsync(one)).ShouldBe(await EmbedAsync(other));

    [Fact]
    public async Task Rare_words_decide_and_everyday_words_hardly_count()
    {
        var query = await EmbedAsync("the experience with Terraform");

        Dot(query, await EmbedAsync("Terraform modules")).ShouldBeGreaterThan(Dot(query, await EmbedAsync("the experience with people")) + 0.2f);
    }

    [Fact]
    public async Task A_misspelt_word_is_still_near_its_original() =>
        Dot(await EmbedAsync("Kubernetes"), await EmbedAsync("Kubernets")).ShouldBeGreaterThan(0.5f);

    [Fact]
    public async Task C_sharp_c_plus_plus_and_c_are_three_words()
    {
        var csharp = await EmbedAsync("C#");

        Dot(csharp, await EmbedAsync("c#")).ShouldBe(1, 1e-5);
        Dot(csharp, await EmbedAsync("C++")).ShouldBeLessThan(0.6f);
        Dot(csharp, await EmbedAsync("C")).ShouldBeLessThan(0.6f);
    }

    [Fact]
    public async Task Chinese_texts_about_one_thing_are_nearer_than_others()
    {
        var query = await EmbedAsync("分布式系统开发经验");

        Dot(query, await EmbedAsync("负责分布式系统的设计和开发")).ShouldBeGreaterThan(Dot(query, await EmbedAsync("爱好摄影和登山")) + 0.2f);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_and_other_broken_characters_are_embedded_without_an_error() =>
        TensorPrimitives.Norm<float>(await EmbedAsync("half \uD83D pair, \uDE00 other half, \0 nul, \u202E turned, \uFFFF end")).ShouldBe(1, 1e-5);

    [Fact]
    public async Task Only_the_beginning_of_an_endless_text_is_read()
    {
        var beginning = string.Concat(Enumerable.Repeat("scalable services ", 1000))[..HashedEmbeddingGenerator.MaxTextLength];

        (await EmbedAsync(beginning + string.Concat(Enumerable.Repeat("watercolour painting ", 100_000)))).ShouldBe(await EmbedAsync(beginning));
    }

    [Fact]
    public async Task A_cancelled_batch_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _model.GenerateAsync(["one", "two"], cancellationToken: cancelled.Token));
    }

    [Fact]
    public async Task Every_embedding_names_the_model_that_made_it() =>
        (await _model.GenerateAsync(["text"])).Single().ModelId.ShouldBe(_model.ModelVersion);

    private async Task<float[]> EmbedAsync(string text) => (await _model.EmbedAsync([text], CancellationToken.None))[0].ToArray();

    private static float Dot(float[] one, float[] other) => TensorPrimitives.Dot<float>(one, other);
}
