using Microsoft.ML.OnnxRuntime;

namespace EmbeddingService.Models.Onnx;

/// <summary>Texts of one run, of one caller or of several.</summary>
internal sealed class EmbeddingBatch(IReadOnlyList<WaitingText> texts) : IDisposable
{
    public IReadOnlyList<WaitingText> Texts { get; } = texts;

    public RunOptions Options { get; } = new();

    public void Dispose() => Options.Dispose();
}
