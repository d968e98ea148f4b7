using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using EmbeddingService.Indexing;
using EmbeddingService.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using ServiceDefaults.Problems;

namespace EmbeddingService.Features;

/// <summary><c>POST /internal/search</c>: the chunks of a resume that answer each query best, by meaning and by words.</summary>
internal static class SearchChunks
{
    public const int MaxQueries = 32;
    public const int MaxQueryLength = 10_000;
    public const int MaxTop = 50;

    public static async Task<Results<Ok<ChunkSearchResponse>, ApiError>> HandleAsync(
        ChunkSearchRequest request,
        ResumeIndexer indexer,
        IChunkStore store,
        IEmbeddingGenerator<string, Embedding<float>> model,
        ILogger<ResumeIndexer> logger,
        CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } reason)
            return new ApiError(StatusCodes.Status400BadRequest, reason);

        var vectors = await model.EmbedAsync(request.Queries, cancellationToken);
        ChunkQuery[] queries = [.. request.Queries.Zip(vectors, (text, vector) => new ChunkQuery(text, vector))];
        IReadOnlyList<IReadOnlyList<ScoredChunk>> found;
        try
        {
            found = await SearchAsync(request, queries, indexer, store, model.ModelVersion, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            Log.ChunksMissing(logger, request.ResumeId, exception.HttpRequestError.ToString());
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }

        var relevance = model.Scale.Relevance;
        return TypedResults.Ok(new ChunkSearchResponse(
            [.. found.Select(hits => hits.Select(hit => new ChunkHit(hit.Number, hit.Text, hit.Score, relevance.Of(hit.Score))).ToArray())]));
    }

    private static async Task<IReadOnlyList<IReadOnlyList<ScoredChunk>>> SearchAsync(
        ChunkSearchRequest request,
        ChunkQuery[] queries,
        ResumeIndexer indexer,
        IChunkStore store,
        string model,
        CancellationToken cancellationToken)
    {
        for (var lastTry = false; ; lastTry = true)
        {
            // Vectors of an earlier model, or of a resume whose event is still on its way, are made now.
            var indexed = await indexer.IndexAsync(request.UserId, request.ResumeId, revision: 0, cancellationToken);
            var found = await store.SearchHybridAsync(request.UserId, request.ResumeId, model, queries, request.Top, cancellationToken);
            // An index without chunks that should have some: its vectors were lost, or replaced just now. The store says so at the next look.
            if (lastTry || indexed.ChunkCount == 0 || found.Any(hits => hits.Count > 0))
                return found;
        }
    }

    // The body comes from outside the type system: a list may be missing, and hold nulls.
    private static string? Refuse(ChunkSearchRequest request) => request switch
    {
        { UserId: <= 0 } or { ResumeId: <= 0 } => "userId and resumeId must be positive.",
        { Top: < 1 or > MaxTop } => $"top must be 1 to {MaxTop}.",
        { Queries: null or { Count: < 1 or > MaxQueries } } => $"queries must be 1 to {MaxQueries} texts.",
        _ when request.Queries.Any(query => query is null || query.Length > MaxQueryLength) => $"A query must be a text of at most {MaxQueryLength} characters.",
        _ => null,
    };
}
