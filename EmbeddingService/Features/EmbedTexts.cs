using System.Runtime.InteropServices;
using EmbeddingService.Contracts;
using EmbeddingService.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using ServiceDefaults.Problems;

namespace EmbeddingService.Features;

/// <summary><c>POST /internal/embed</c>: the vectors of some texts by the model in use.</summary>
internal static class EmbedTexts
{
    public const int MaxTexts = 256;
    public const int MaxTextLength = 10_000;

    public static async Task<Results<Ok<TextEmbeddingResponse>, ApiError>> HandleAsync(
        TextEmbeddingRequest request, IEmbeddingGenerator<string, Embedding<float>> model, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } reason)
            return new ApiError(StatusCodes.Status400BadRequest, reason);

        var vectors = await model.EmbedAsync(request.Texts, cancellationToken);
        return TypedResults.Ok(new TextEmbeddingResponse(model.ModelVersion, [.. vectors.Select(Values)]));
    }

    // The body comes from outside the type system: a list may be missing, and hold nulls.
    private static string? Refuse(TextEmbeddingRequest request) => request switch
    {
        { Texts: null or { Count: < 1 or > MaxTexts } } => $"texts must be 1 to {MaxTexts} texts.",
        _ when request.Texts.Any(text => text is null || text.Length > MaxTextLength) => $"A text must be of at most {MaxTextLength} characters.",
        _ => null,
    };

    private static float[] Values(ReadOnlyMemory<float> vector) =>
        MemoryMarshal.TryGetArray(vector, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : vector.ToArray();
}
