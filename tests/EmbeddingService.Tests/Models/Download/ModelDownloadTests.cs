using System.Globalization;
using System.Security.Cryptography;
using EmbeddingService.Models;
using EmbeddingService.Models.Download;
using EmbeddingService.Tests.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Testing.Servers;
using Xunit;

namespace EmbeddingService.Tests.Models.Download;

public sealed class ModelDownloadTests : IAsyncLifetime
{
    private readonly string _models = Path.Combine(Path.GetTempPath(), "models-" + Guid.NewGuid().ToString("N"));
    private readonly ModelPublisherDouble _publisher = new();
    private readonly RecordedLog _log = new();
    private readonly byte[] _model = new byte[1_000_000];
    private readonly byte[] _vocabulary = "[PAD]\n"u8.ToArray();

    private string Folder => Path.Combine(_models, MiniLmFiles.Folder);

    public async ValueTask InitializeAsync()
    {
        new Random(7).NextBytes(_model);
        _publisher.Put("vocab.txt", _vocabulary);
        _publisher.Put("onnx/model.onnx", _model);
        await _publisher.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        if (Directory.Exists(_models))
            Directory.Delete(_models, recursive: true);
    }

    [Fact]
    public async Task Files_come_once_are_checked_and_show_their_progress()
    {
        (await FetchAsync()).ShouldBe(Folder);
        (await FetchAsync()).ShouldBe(Folder);

        (await File.ReadAllBytesAsync(Path.Combine(Folder, "model.onnx"))).ShouldBe(_model);
        (await File.ReadAllBytesAsync(Path.Combine(Folder, "vocab.txt"))).ShouldBe(_vocabulary);
        Directory.GetDirectories(_models).ShouldBe([Folder]);
        _publisher.Asked.ShouldBe(["vocab.txt 0", "onnx/model.onnx 0"]);
        _log.Lines.ShouldContain("Fetching model.onnx: 100 % of 1.0 MB");
        _log.Lines.Count(line => line.StartsWith("Fetching model.onnx", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_stopped()
    {
        _publisher.BreakAfter.Enqueue(int.MaxValue);
        _publisher.BreakAfter.Enqueue(300_000);
        _publisher.BreakAfter.Enqueue(200_000);

        await FetchAsync();

        (await File.ReadAllBytesAsync(Path.Combine(Folder, "model.onnx"))).ShouldBe(_model);
        // A broken connection may lose what was on its way; what arrived is never asked for again.
        var asked = _publisher.Asked.Where(request => request.StartsWith("onnx", StringComparison.Ordinal)).Select(request => int.Parse(request.Split(' ')[1], CultureInfo.InvariantCulture)).ToArray();
        asked.Length.ShouldBe(3);
        asked.ShouldBe(asked.Order());
        asked[1].ShouldBeInRange(1, 300_000);
        asked[2].ShouldBeGreaterThan(asked[1]);
    }

    [Fact]
    public async Task A_later_start_goes_on_with_what_an_earlier_one_left()
    {
        _publisher.BreakAfter.Enqueue(int.MaxValue);
        _publisher.BreakAfter.Enqueue(400_000);
        for (var i = 0; i < 3; i++)
            _publisher.BreakAfter.Enqueue(0);
        (await Should.ThrowAsync<ModelDownloadException>(FetchAsync)).Message.ShouldBe("model.onnx could not be fetched from 127.0.0.1");
        Directory.Exists(Folder).ShouldBeFalse();
        var before = _publisher.Asked.Count;

        await FetchAsync();

        var asked = _publisher.Asked.Skip(before).ToArray();
        asked.Length.ShouldBe(1);
        int.Parse(asked[0].Split(' ')[1], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        (await File.ReadAllBytesAsync(Path.Combine(Folder, "model.onnx"))).ShouldBe(_model);
    }

    [Fact]
    public async Task A_publisher_without_ranges_is_asked_again_for_everything()
    {
        _publisher.KnowsRanges = false;
        _publisher.BreakAfter.Enqueue(int.MaxValue);
        _publisher.BreakAfter.Enqueue(500_000);

        await FetchAsync();

        (await File.ReadAllBytesAsync(Path.Combine(Folder, "model.onnx"))).ShouldBe(_model);
    }

    [Fact]
    public async Task Another_checksum_is_refused_and_nothing_of_it_is_kept()
    {
        var changed = _model.ToArray();
        changed[^1] ^= 1;
        _publisher.Put("onnx/model.onnx", changed);
        (await Should.ThrowAsync<ModelDownloadException>(FetchAsync)).Message.ShouldBe("what came as model.onnx from 127.0.0.1 has another checksum");
        _publisher.Put("onnx/model.onnx", [.. _model, 0]);
        (await Should.ThrowAsync<ModelDownloadException>(FetchAsync)).Message.ShouldBe("what came as model.onnx from 127.0.0.1 is longer than that file");

        _publisher.Put("onnx/model.onnx", _model);
        await FetchAsync();

        (await File.ReadAllBytesAsync(Path.Combine(Folder, "model.onnx"))).ShouldBe(_model);
        _publisher.Asked.Count(request => request == "onnx/model.onnx 0").ShouldBe(3);
    }

    [Fact]
    public async Task Offline_is_said_at_once_and_so_is_a_file_that_is_not_there()
    {
        (await Should.ThrowAsync<ModelDownloadException>(() => FetchAsync(new Uri($"http://127.0.0.1:{LocalProcess.FreePort()}/"))))
            .Message.ShouldBe("vocab.txt could not be fetched from 127.0.0.1");
        (await Should.ThrowAsync<ModelDownloadException>(() => FetchAsync(new Uri(_publisher.Address, "/elsewhere/"))))
            .Message.ShouldBe("vocab.txt could not be fetched from 127.0.0.1");
        _publisher.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_was_damaged_since_is_fetched_anew()
    {
        await FetchAsync();
        await File.WriteAllBytesAsync(Path.Combine(Folder, "model.onnx"), new byte[_model.Length]);

        await FetchAsync();

        (await File.ReadAllBytesAsync(Path.Combine(Folder, "model.onnx"))).ShouldBe(_model);
    }

    [Fact]
    public async Task Two_processes_that_start_together_fetch_it_once()
    {
        await Task.WhenAll(Task.Run(FetchAsync), Task.Run(FetchAsync));

        _publisher.Asked.ShouldBe(["vocab.txt 0", "onnx/model.onnx 0"]);
    }

    private Task<string> FetchAsync() => FetchAsync(_publisher.Address);

    private async Task<string> FetchAsync(Uri from)
    {
        using var http = new HttpClient();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_log));
        var options = new EmbeddingOptions { Models = _models, DownloadFrom = from, DownloadTimeout = TimeSpan.FromSeconds(5) };
        var download = new ModelDownload(http, Options.Create(options), TimeProvider.System, factory.CreateLogger<ModelDownload>())
        {
            Files = [Describe("vocab.txt", _vocabulary), Describe("onnx/model.onnx", _model)],
            FirstPause = TimeSpan.FromMilliseconds(10),
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await download.FetchAsync(limit.Token);
    }

    private static ModelFile Describe(string address, byte[] content) =>
        new(address, Path.GetFileName(address), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}
