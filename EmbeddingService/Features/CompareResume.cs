using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using EmbeddingService.Indexing;
using EmbeddingService.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using ServiceDefaults.Problems;

namespace EmbeddingService.Features;

/// <summary><c>POST /internal/similarity</c>: how close a job description is to a resume in meaning.</summary>
internal static class CompareResume
{
    public const int MaxJobDescriptionLength = 200_000;

    public static async Task<Results<Ok<ResumeSimilarityResponse>, ApiError>> HandleAsync(
        ResumeSimilarityRequest request,
        ResumeIndexer indexer,
        IChunkStore store,
        IEmbeddingGenerator<string, Embedding<float>> model,
        Boilerplate boilerplate,
        ILogger<ResumeIndexer> logger,
        CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } reason)
            return new ApiError(StatusCodes.Status400BadRequest, reason);

        try
        {
            await indexer.IndexAsync(request.UserId, request.ResumeId, request.Revision, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            Log.ChunksMissing(logger, request.ResumeId, exception.HttpRequestError.ToString());
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }

        var chunks = await store.ReadAsync(request.UserId, request.ResumeId, model.ModelVersion, cancellationToken);
        var parts = JobDescriptionParts.Split(request.JobDescription);
        var vectors = await model.EmbedAsync(parts, cancellationToken);
        var closeness = Closeness.Of(
            [.. parts.Zip(vectors, (part, vector) => new PartOfJob(vector, part.Length))],
            [.. chunks.Select(chunk => chunk.Vector)],
            await boilerplate.VectorsAsync(cancellationToken));
        return TypedResults.Ok(new ResumeSimilarityResponse(closeness is { } score ? model.Scale.Similarity.Of(score) : 0, model.ModelVersion));
    }

    private static string? Refuse(ResumeSimilarityRequest request) => request switch
    {
        { UserId: <= 0 } or { ResumeId: <= 0 } => "userId and resumeId must be positive.",
        { JobDescription: null } => "jobDescription is required.",
        _ when string.IsNullOrWhiteSpace(request.JobDescription) => "jobDescription is required.",
        { JobDescription.Length: > MaxJobDescriptionLength } => $"jobDescription must be at most {MaxJobDescriptionLength} characters.",
        _ => null,
    };
}
