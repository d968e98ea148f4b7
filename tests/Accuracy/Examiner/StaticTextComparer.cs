using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using InterviewService.Evaluation;

namespace Accuracy.Examiner;

/// <summary>EmbeddingService's comparison of texts, on its built-in model, without the service around it.</summary>
internal sealed class StaticTextComparer(StaticTable table) : ITextComparer, IDisposable
{
    private readonly StaticEmbeddingGenerator model = new(table);
    private readonly SoftRecall softRecall = new(table);

    public async Task<TextComparison> CompareAsync(IReadOnlyList<string> left, IReadOnlyList<string> right, CancellationToken cancellationToken)
    {
        var vectors = await model.EmbedAsync([.. left, .. right], cancellationToken);
        double[][] cosine = [.. left.Select((_, row) => right.Select((_, column) => Math.Clamp((double)FixedOrder.Dot(vectors[row].Span, vectors[left.Count + column].Span), -1, 1)).ToArray())];
        return new TextComparison(cosine, softRecall.Of(left, right, cancellationToken));
    }

    public void Dispose() => model.Dispose();
}
