using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using Shouldly;
using Xunit;

namespace EmbeddingService.Tests.Models.Static;

public sealed class StaticEmbeddingGeneratorTests
{
    private static readonly StaticTable s_table = StaticTable.ReadBuiltIn();

    private readonly StaticEmbeddingGenerator _model = new(s_table);

    [Theory]
    [InlineData("Built REST APIs in C# and Python; cut p95 latency by 40 %.")]
    [InlineData("x")]
    [InlineData("负责后端服务的设计与开发")]
    [InlineData("half \uD83D pair, \uDE00 other half, \0 nul, \u202E turned, \uFFFF end")]
    public async Task A_vector_has_384_dimensions_and_length_1(string text)
    {
        var vector = await EmbedAsync(text);

        vector.Length.ShouldBe(384);
        FixedOrder.Norm(vector).ShouldBe(1, 1e-5f);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("--- *** !!!")]
    public async Task A_text_without_words_is_the_zero_vector(string text) => (await EmbedAsync(text)).ShouldAllBe(component => component == 0);

    // The digest changes only together with the model's file, and with it the version: vectors that are stored must stay comparable with new ones.
    [Fact]
    public async Task The_same_text_gives_the_same_bits_everywhere()
    {
        var vector = await EmbedAsync("Led a team of 4; built Café-Finder (C++, 东京 office) with PostgreSQL and kubectlx, 2019–2023.");

        _model.ModelVersion.ShouldBe("static-195df5c97e2f");
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(vector.AsSpan()))).ShouldBe("58A37086D84CE026B0C3121DBBC910707C3638039EB5F740E8FD104C0789C762");
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
    [InlineData("I don't know", "I do not know")]
    public async Task Accents_case_and_typographic_forms_make_no_difference(string one, string other) => (await EmbedAsync(one)).ShouldBe(await EmbedAsync(other));

    [Theory]
    [InlineData("the physician treated the patient", "a doctor cares for sick people", "the compiler reported a syntax error")]
    [InlineData("container orchestration", "Kubernetes clusters", "pastry baking")]
    [InlineData("lawyer in a court", "attorney before a judge", "goalkeeper in a stadium")]
    public async Task Texts_that_share_a_meaning_but_no_word_are_nearer_than_others(string text, string alike, string other)
    {
        var vector = await EmbedAsync(text);

        Dot(vector, await EmbedAsync(alike)).ShouldBeGreaterThan(Dot(vector, await EmbedAsync(other)) + 0.1f);
    }

    [Fact]
    public async Task Chinese_texts_about_one_thing_are_nearer_than_others()
    {
        var query = await EmbedAsync("分布式系统开发经验");

        Dot(query, await EmbedAsync("负责分布式系统的设计和开发")).ShouldBeGreaterThan(Dot(query, await EmbedAsync("爱好摄影和登山")) + 0.2f);
    }

    [Fact]
    public async Task A_name_that_no_table_knows_is_found_by_its_spelling()
    {
        var query = await EmbedAsync("zyqwortex");

        Dot(query, await EmbedAsync("we use zyqwortex daily")).ShouldBeGreaterThan(Dot(query, await EmbedAsync("we use spreadsheets daily")));
    }

    [Fact]
    public async Task A_cancelled_batch_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _model.GenerateAsync(["one", "two"], cancellationToken: cancelled.Token));
    }

    [Fact]
    public async Task Every_embedding_names_the_model_that_made_it() => (await _model.GenerateAsync(["text"])).Single().ModelId.ShouldBe(_model.ModelVersion);

    [Theory]
    [InlineData("SEM0")]
    [InlineData("SEM1 and then nothing of the kind that a header of a model states")]
    [InlineData("")]
    public void A_file_that_is_no_model_is_refused(string file) => Should.Throw<InvalidDataException>(() => StaticTable.Read(System.Text.Encoding.UTF8.GetBytes(file)));

    private static float Dot(float[] one, float[] other) => FixedOrder.Dot(one, other);

    private async Task<float[]> EmbedAsync(string text) => (await _model.EmbedAsync([text], CancellationToken.None))[0].ToArray();
}
