using EmbeddingService.Contracts;
using EmbeddingService.Models;
using EmbeddingService.Models.Static;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using ServiceDefaults.Problems;

namespace EmbeddingService.Features;

/// <summary><c>POST /internal/texts/compare</c>: short texts against short texts, for instance key points against the sentences of an answer.</summary>
internal static class CompareTexts
{
    public const int MaxLeft = 64;
    public const int MaxRight = 256;
    public const int MaxTextLength = 10_000;

    public static async Task<Results<Ok<TextComparisonResponse>, ApiError>> HandleAsync(
        TextComparisonRequest request, IEmbeddingGenerator<string, Embedding<float>> model, SoftRecall softRecall, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } reason)
            return new ApiError(StatusCodes.Status400BadRequest, reason);

        var vectors = await model.EmbedAsync(request.Left.Concat(request.Right), cancellationToken);
        var right = vectors.Skip(request.Left.Count).ToArray();
        var cosine = vectors.Take(request.Left.Count).Select(one => right.Select(other => Cosine(one.Span, other.Span)).ToArray()).ToArray();
        return TypedResults.Ok(new TextComparisonResponse(cosine, softRecall.Of(request.Left, request.Right, cancellationToken), model.ModelVersion));
    }

    // Unit vectors or zero; the rounding of the last bit must not lead out of the range.
    private static double Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other) => Math.Clamp((double)FixedOrder.Dot(one, other), -1, 1);

    private static string? Refuse(TextComparisonRequest request) => Refuse(nameof(request.Left), request.Left, MaxLeft) ?? Refuse(nameof(request.Right), request.Right, MaxRight);

    // The body comes from outside the type system: a list may be missing, and hold nulls.
    private static string? Refuse(string name, IReadOnlyList<string>? texts, int most) => texts switch
    {
        null or { Count: 0 } => $"{name.ToLowerInvariant()} must be 1 to {most} texts.",
        _ when texts.Count > most => $"{name.ToLowerInvariant()} must be 1 to {most} texts.",
        _ when texts.Any(text => text is null || text.Length > MaxTextLength) => $"A text of {name.ToLowerInvariant()} must be of at most {MaxTextLength} characters.",
        _ => null,
    };
}
