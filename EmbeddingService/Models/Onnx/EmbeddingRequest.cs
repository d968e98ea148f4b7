namespace EmbeddingService.Models.Onnx;

/// <summary>The texts of one caller on their way through the queue. Changed under the queue's lock only.</summary>
/// <param name="texts">Token ids of each text.</param>
internal sealed class EmbeddingRequest(IReadOnlyList<int[]> texts)
{
    private readonly TaskCompletionSource<float[][]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly float[][] _vectors = new float[texts.Count][];
    private int _missing = texts.Count;

    public IReadOnlyList<int[]> Texts { get; } = texts;

    /// <summary>The vectors, in the order of the texts.</summary>
    public Task<float[][]> Answer => _answer.Task;

    /// <summary>Answered, failed, or given up by its caller.</summary>
    public bool Ended => _answer.Task.IsCompleted;

    public void Put(int text, float[] vector)
    {
        _vectors[text] = vector;
        if (--_missing == 0)
            _answer.TrySetResult(_vectors);
    }

    public void Fail(Exception exception) => _answer.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);
}

/// <summary>One text that waits.</summary>
internal readonly record struct WaitingText(EmbeddingRequest Request, int Number)
{
    public int[] Ids => Request.Texts[Number];
}
