using Microsoft.Extensions.AI;

namespace EmbeddingService.Models.Onnx;

/// <summary>
/// all-MiniLM-L6-v2, or a model of its shape, in ONNX Runtime. Callers' texts meet in one queue and are run by a few threads, so that however many ask
/// at once, the machine's cores are not fought over. A text of more than 256 tokens is embedded by its beginning.
/// </summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>More gains nothing on a processor, and makes everybody wait for the longest text.</summary>
    private const int MaxBatch = 16;

    private readonly OnnxModel _model;
    private readonly EmbeddingQueue _queue;
    private readonly TimeProvider _time;
    private readonly Thread[] _workers;
    private readonly EmbeddingGeneratorMetadata _metadata;

    // How they were found: docs/similarity.md.
    private readonly ModelScale _scale = new(Relevance: new Logistic(0.32, 14), Similarity: new Logistic(0.41, 11));
    private int _disposed;

    /// <param name="model">Disposed of with the generator.</param>
    /// <param name="threads">Runs at once, each on one core.</param>
    /// <param name="queueCapacity">Texts that may wait.</param>
    /// <param name="time">Measures the runs.</param>
    public OnnxEmbeddingGenerator(OnnxModel model, int threads, int queueCapacity, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(queueCapacity, 1);
        _model = model;
        _time = time;
        _queue = new EmbeddingQueue(queueCapacity, model.DependsOnBatch ? 1 : MaxBatch, threads, time);
        _metadata = new EmbeddingGeneratorMetadata("onnx", providerUri: null, model.Version, OnnxModel.Dimensions);
        _workers = [.. Enumerable.Range(0, threads).Select(number => new Thread(Work) { IsBackground = true, Name = $"onnx-{number}" })];
        foreach (var worker in _workers)
            worker.Start();
    }

    /// <inheritdoc/>
    /// <exception cref="EmbeddingQueueFullException">Too many texts wait already.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        cancellationToken.ThrowIfCancellationRequested();
        var texts = values.ToArray();
        if (texts.Length == 0)
            return [];

        // Before the work of reading the texts, and again when they are added.
        _queue.CheckRoom(texts.Length);
        var vectors = await _queue.AnswerAsync(new EmbeddingRequest(Array.ConvertAll(texts, _model.Tokenizer.Encode)), cancellationToken);
        return [.. vectors.Select(vector => new Embedding<float>(vector) { ModelId = _model.Version })];
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType == typeof(ModelScale) ? _scale
            : serviceType == typeof(EmbeddingModelInfo) ? Describe()
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _queue.Close();
        foreach (var worker in _workers)
            worker.Join();
        _queue.Dispose();
        _model.Dispose();
    }

    private EmbeddingModelInfo Describe() => new("onnx", _model.Version, OnnxModel.Dimensions, _model.File, Note: null, _queue.Length, _queue.Capacity);

    private void Work()
    {
        while (_queue.Take() is { } batch)
        {
            try
            {
                var startedAt = _time.GetTimestamp();
                var vectors = _model.Run([.. batch.Texts.Select(text => text.Ids)], batch.Options);
                _queue.Complete(batch, vectors, startedAt);
            }
            catch (Exception exception)
            {
                // Whatever it is, it is the callers'; the thread is everybody's.
                _queue.Fail(batch, exception);
            }
        }
    }
}
