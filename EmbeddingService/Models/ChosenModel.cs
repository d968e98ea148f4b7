using EmbeddingService.Models.Download;
using EmbeddingService.Models.Onnx;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace EmbeddingService.Models;

/// <summary>
/// The model that the settings ask for, or the built-in one when that is not to be had. Chosen once, before the service answers anything: a model
/// that changed under way would mix its vectors with the other's.
/// </summary>
internal sealed class ChosenModel(
    IOptions<EmbeddingOptions> options,
    [FromKeyedServices(ChosenModel.BuiltIn)] Lazy<IEmbeddingGenerator<string, Embedding<float>>> builtIn,
    ModelDownload download,
    TimeProvider time,
    ILogger<ChosenModel> logger) : IEmbeddingGenerator<string, Embedding<float>>, IHostedLifecycleService
{
    /// <summary>Key of the model that needs no files.</summary>
    public const string BuiltIn = "built-in";

    private IEmbeddingGenerator<string, Embedding<float>>? _model;
    private string? _note;

    private IEmbeddingGenerator<string, Embedding<float>> Model => _model ?? throw new InvalidOperationException("The embedding model is chosen when the service starts.");

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Model.GenerateAsync(values, options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType == typeof(EmbeddingModelInfo) ? Describe() : Model.GetService(serviceType, serviceKey);
    }

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var folder = settings.ModelPath;
        var file = settings.ModelFile;
        try
        {
            if (string.IsNullOrWhiteSpace(folder) && settings.Download)
                (folder, file) = (await download.FetchAsync(cancellationToken), MiniLmFiles.Model.Name);
            if (!string.IsNullOrWhiteSpace(folder))
            {
                var model = await Task.Run(() => OnnxModel.Load(folder, file), cancellationToken);
                _model = new OnnxEmbeddingGenerator(model, ThreadsOf(settings), settings.QueueCapacity, time);
                Log.ModelChosen(logger, file, model.Version, model.DependsOnBatch ? "one text at a time" : "in batches");
                return;
            }
        }
        catch (Exception exception) when (exception is OnnxModelException or ModelDownloadException)
        {
            _note = $"Instead of {(settings.ModelPath is null ? "the downloaded model" : file)}: {exception.Message}.";
            // The cause may name files and addresses: for the log, not for the page.
            Log.BuiltInInstead(logger, exception.Message, exception.InnerException?.Message);
        }

        // Read on first use, which is now: a service that has started is warm.
        _model = builtIn.Value;
        Log.BuiltInChosen(logger, _model.ModelVersion);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _model?.Dispose();

    // Two threads on two busy cores are slower than one: half of them is what the rest of the platform can spare.
    private static int ThreadsOf(EmbeddingOptions settings) => settings.Threads > 0 ? settings.Threads : Math.Max(1, Environment.ProcessorCount / 2);

    private EmbeddingModelInfo Describe()
    {
        var metadata = Model.GetRequiredService<EmbeddingGeneratorMetadata>();
        var info = Model.GetService<EmbeddingModelInfo>() ?? new EmbeddingModelInfo(
            metadata.ProviderName ?? BuiltIn, Model.ModelVersion, metadata.DefaultModelDimensions ?? 0, File: null, Note: null, QueueLength: 0, QueueCapacity: 0);
        return info with { Note = _note };
    }
}
