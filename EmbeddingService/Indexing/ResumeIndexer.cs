using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using EmbeddingService.Models;
using Microsoft.Extensions.AI;

namespace EmbeddingService.Indexing;

/// <summary>Makes a resume searchable: chunks from ResumeService, vectors from the model, both into the store.</summary>
internal sealed class ResumeIndexer(
    IChunkStore store, IEmbeddingGenerator<string, Embedding<float>> model, ResumeClient resumes, ResumeGate gate, TimeProvider time, ILogger<ResumeIndexer> logger)
{
    /// <summary>Indexes the resume unless it is there already, by this model and at this revision or a newer one.</summary>
    /// <param name="userId">Owner.</param>
    /// <param name="resumeId">The resume.</param>
    /// <param name="revision">Lowest revision that will do; 0 for any.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What is indexed now; a chunk count of 0 when the resume is gone or is somebody else's.</returns>
    /// <exception cref="HttpRequestException">ResumeService did not answer in time, or has only an older revision yet.</exception>
    public async Task<ResumeIndexed> IndexAsync(long userId, long resumeId, int revision, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, resumeId, revision, cancellationToken) is { } held)
            return held;

        using var turn = await gate.EnterAsync(resumeId, cancellationToken);
        return await FindAsync(userId, resumeId, revision, cancellationToken) ?? await IndexAnewAsync(userId, resumeId, revision, cancellationToken);
    }

    private async Task<ResumeIndexed?> FindAsync(long userId, long resumeId, int revision, CancellationToken cancellationToken) =>
        await store.FindAsync(userId, resumeId, cancellationToken) is { } held && held.Revision >= revision && held.Model == model.ModelVersion ? held : null;

    private async Task<ResumeIndexed> IndexAnewAsync(long userId, long resumeId, int revision, CancellationToken cancellationToken)
    {
        var resume = await resumes.GetChunksAsync(resumeId, revision, cancellationToken);
        if (resume is null || resume.UserId != userId)
        {
            // No mark against coming back, as the event ResumeDeleted leaves: a 404 may also come from a service that is being set up.
            await store.RemoveAsync(userId, resumeId, cancellationToken);
            Log.ResumeGone(logger, resumeId);
            return Nothing(userId, resumeId, revision);
        }

        if (resume.Revision < revision)
            throw new HttpRequestException("ResumeService answered with an older revision than it has announced.");

        var vectors = await model.EmbedAsync(resume.Chunks.Select(chunk => chunk.Text), cancellationToken);
        var chunks = resume.Chunks.Zip(vectors, (chunk, vector) => new EmbeddedChunk(chunk.Number, chunk.Text, vector)).ToArray();
        var indexed = new ResumeIndexed(resumeId, userId, resume.Revision, chunks.Length, model.ModelVersion, time.GetUtcNow());
        if (await store.ReplaceAsync(indexed, chunks, cancellationToken))
        {
            Log.ResumeIndexed(logger, resumeId, indexed.Revision, chunks.Length, indexed.Model);
            return indexed;
        }

        Log.IndexRefused(logger, resumeId, resume.Revision);
        return await FindAsync(userId, resumeId, revision, cancellationToken) ?? Nothing(userId, resumeId, revision);
    }

    private ResumeIndexed Nothing(long userId, long resumeId, int revision) =>
        new(resumeId, userId, revision, ChunkCount: 0, model.ModelVersion, time.GetUtcNow());
}
