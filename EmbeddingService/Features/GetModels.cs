using Dapper;
using EmbeddingService.Chunks;
using EmbeddingService.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using Npgsql;

namespace EmbeddingService.Features;

/// <summary><c>GET /api/embedding/models</c>: what embeds, what holds the vectors, and how far the one is through the other.</summary>
internal static class GetModels
{
    /// <param name="Model">What runs the model in use, in lower case: <c>onnx</c>, or the built-in one's name.</param>
    /// <param name="Version">Stored with every vector.</param>
    /// <param name="Dimensions">Length of its vectors.</param>
    /// <param name="File">Name of the model's file; null for a built-in model.</param>
    /// <param name="Note">Why this model and not the one that the settings ask for; null when it is that one.</param>
    /// <param name="Queue">Texts on their way through the model in the replica that answers.</param>
    /// <param name="Store">What holds the vectors.</param>
    public sealed record ModelsResponse(string Model, string Version, int Dimensions, string? File, string? Note, ModelQueue Queue, VectorStore Store);

    /// <param name="Length">Texts that wait for the model or are with it now.</param>
    /// <param name="Capacity">Texts that may wait; 0 when nothing ever waits.</param>
    public sealed record ModelQueue(int Length, int Capacity);

    /// <param name="Kind"><c>postgres</c> or <c>qdrant</c>.</param>
    /// <param name="Resumes">Resumes that are searchable.</param>
    /// <param name="Chunks">Their chunks.</param>
    /// <param name="Outdated">Resumes that wait to be embedded anew, because another model embedded them or another store holds them.</param>
    public sealed record VectorStore(string Kind, int Resumes, long Chunks, int Outdated);

    public static async Task<Ok<ModelsResponse>> HandleAsync(
        IEmbeddingGenerator<string, Embedding<float>> model, IChunkStore store, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var info = model.GetRequiredService<EmbeddingModelInfo>();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var counts = await connection.QuerySingleAsync<Counts>(new CommandDefinition(
            """
            SELECT count(*) FILTER (WHERE current)::int AS resumes, coalesce(sum(chunk_count) FILTER (WHERE current), 0)::bigint AS chunks,
                count(*) FILTER (WHERE NOT current)::int AS outdated
            FROM (SELECT chunk_count, model = @Version AND store = @Kind AS current FROM resume_indexes) held
            """,
            new { info.Version, store.Kind },
            cancellationToken: cancellationToken));
        return TypedResults.Ok(new ModelsResponse(
            info.Kind,
            info.Version,
            info.Dimensions,
            info.File,
            info.Note,
            new ModelQueue(info.QueueLength, info.QueueCapacity),
            new VectorStore(store.Kind, counts.Resumes, counts.Chunks, counts.Outdated)));
    }

    private sealed record Counts(int Resumes, long Chunks, int Outdated);
}
