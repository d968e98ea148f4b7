using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using EmbeddingService.Tests.Models.Download;
using EmbeddingService.Tests.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Testing.Models;
using Testing.Servers;
using Xunit;

namespace EmbeddingService.Tests.Models;

/// <summary>Which model a service starts with. Whatever the settings name, it starts.</summary>
public sealed class ChosenModelTests : IDisposable
{
    private static readonly StaticTable BuiltIn = StaticTable.ReadBuiltIn();
    private readonly string _folder = Directory.CreateTempSubdirectory("chosen").FullName;
    private readonly RecordedLog _log = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_settings_it_is_the_built_in_one()
    {
        using var host = await StartAsync();

        var info = Info(host);
        info.Kind.ShouldBe("static");
        info.Version.ShouldBe(BuiltIn.Version);
        info.Version.ShouldStartWith("static-");
        info.File.ShouldBeNull();
        info.Note.ShouldBeNull();
        info.QueueCapacity.ShouldBe(0);
        (await Model(host).EmbedAsync(["read"], CancellationToken.None)).ShouldHaveSingleItem().Length.ShouldBe(384);
    }

    [Fact]
    public async Task A_folder_with_a_model_is_used_by_whatever_name_the_file_has()
    {
        File.WriteAllBytes(Path.Combine(_folder, "tiny.onnx"), RandomMiniLm.Build(layers: 0));
        File.WriteAllLines(Path.Combine(_folder, "vocab.txt"), RandomMiniLm.Vocabulary);

        using var host = await StartAsync(("ModelPath", _folder), ("ModelFile", "tiny.onnx"), ("QueueCapacity", "77"));

        var info = Info(host);
        info.Kind.ShouldBe("onnx");
        info.File.ShouldBe("tiny.onnx");
        info.Version.ShouldStartWith("minilm-onnx-1-");
        info.Note.ShouldBeNull();
        info.QueueCapacity.ShouldBe(77);
        Model(host).ModelVersion.ShouldBe(info.Version);
        (await Model(host).EmbedAsync(["read"], CancellationToken.None)).ShouldHaveSingleItem().Length.ShouldBe(384);
        _log.Lines.ShouldContain($"Embedding with tiny.onnx in ONNX Runtime, in batches (version {info.Version})");
    }

    [Theory]
    [InlineData(false, "model.onnx is not in the model's folder")]
    [InlineData(true, "the model's files cannot be read as a model")]
    public async Task A_folder_without_a_usable_model_leaves_the_built_in_one_and_says_why(bool broken, string reason)
    {
        if (broken)
        {
            File.WriteAllBytes(Path.Combine(_folder, "model.onnx"), [1, 2, 3]);
            File.WriteAllLines(Path.Combine(_folder, "vocab.txt"), RandomMiniLm.Vocabulary);
        }

        using var host = await StartAsync(("ModelPath", _folder));

        var info = Info(host);
        info.Version.ShouldBe(BuiltIn.Version);
        info.Note.ShouldBe($"Instead of model.onnx: {reason}.");
        (await Model(host).EmbedAsync(["read"], CancellationToken.None)).Count.ShouldBe(1);
        _log.Lines.ShouldContain(line => line.StartsWith($"The ONNX model is not used: {reason}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_cannot_be_fetched_leaves_the_built_in_one_and_says_why()
    {
        using var offline = await StartAsync(("Download", "true"), ("Models", _folder), ("DownloadFrom", $"http://127.0.0.1:{LocalProcess.FreePort()}/"));
        await using var publisher = new ModelPublisherDouble();
        publisher.Put("vocab.txt", new byte[231_508]);
        await publisher.StartAsync();
        using var wrong = await StartAsync(("Download", "true"), ("Models", _folder), ("DownloadFrom", publisher.Address.ToString()));

        Info(offline).Note.ShouldBe("Instead of the downloaded model: vocab.txt could not be fetched from 127.0.0.1.");
        Info(wrong).Note.ShouldBe("Instead of the downloaded model: what came as vocab.txt from 127.0.0.1 has another checksum.");
        Info(wrong).Version.ShouldBe(BuiltIn.Version);
    }

    [Fact]
    public async Task Settings_that_make_no_sense_keep_the_service_from_starting() =>
        await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(("Threads", "-1")));

    private static IEmbeddingGenerator<string, Embedding<float>> Model(IHost host) => host.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();

    private static EmbeddingModelInfo Info(IHost host) => Model(host).GetRequiredService<EmbeddingModelInfo>();

    private async Task<IHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Embedding:{setting.Name}", (string?)setting.Value)));
        builder.Logging.AddProvider(_log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(BuiltIn);
        builder.AddEmbeddingModel<StaticEmbeddingGenerator>();
        var host = builder.Build();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await host.StartAsync(limit.Token);
        return host;
    }
}
