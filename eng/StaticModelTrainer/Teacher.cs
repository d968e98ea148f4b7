using EmbeddingService.Models.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace StaticModelTrainer;

/// <summary>all-MiniLM-L6-v2 as the service runs it, on one thread: at most 128 pieces a text.</summary>
internal sealed class Teacher(string folder) : IDisposable
{
    public const string File = "model_int8.onnx";

    private const int MaxPieces = 128;

    private readonly OnnxModel _model = OnnxModel.Load(folder, File);
    private readonly RunOptions _run = new();

    /// <summary>One vector a text, in order; the texts are run together.</summary>
    public float[][] Embed(IReadOnlyList<string> texts) => _model.Run([.. texts.Select(Encode)], _run);

    public void Dispose()
    {
        _run.Dispose();
        _model.Dispose();
    }

    // The last piece marks the end of the text.
    private int[] Encode(string text)
    {
        var ids = _model.Tokenizer.Encode(text);
        return ids.Length <= MaxPieces ? ids : [.. ids[..(MaxPieces - 1)], ids[^1]];
    }
}
