using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using EmbeddingService.Features;
using EmbeddingService.Indexing;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using ServiceDefaults.Problems;

namespace EmbeddingService.Messaging;

/// <summary>The same as <c>POST /internal/search</c>.</summary>
internal sealed class SearchChunksConsumer(
    ResumeIndexer indexer, IChunkStore store, IEmbeddingGenerator<string, Embedding<float>> model, ILogger<ResumeIndexer> logger) : IConsumer<ChunkSearchRequest>
{
    public async Task Consume(ConsumeContext<ChunkSearchRequest> context) =>
        await context.AnswerAsync(await SearchChunks.HandleAsync(context.Message, indexer, store, model, logger, context.CancellationToken));
}

/// <summary>The same as <c>POST /internal/embed</c>.</summary>
internal sealed class EmbedTextsConsumer(IEmbeddingGenerator<string, Embedding<float>> model) : IConsumer<TextEmbeddingRequest>
{
    public async Task Consume(ConsumeContext<TextEmbeddingRequest> context) =>
        await context.AnswerAsync(await EmbedTexts.HandleAsync(context.Message, model, context.CancellationToken));
}

/// <summary>The same as <c>POST /internal/similarity</c>.</summary>
internal sealed class CompareResumeConsumer(
    ResumeIndexer indexer, IChunkStore store, IEmbeddingGenerator<string, Embedding<float>> model, Boilerplate boilerplate, ILogger<ResumeIndexer> logger)
    : IConsumer<ResumeSimilarityRequest>
{
    public async Task Consume(ConsumeContext<ResumeSimilarityRequest> context) =>
        await context.AnswerAsync(await CompareResume.HandleAsync(context.Message, indexer, store, model, boilerplate, logger, context.CancellationToken));
}

internal sealed class SearchChunksConsumerDefinition : RequestConsumerDefinition<SearchChunksConsumer>;

internal sealed class EmbedTextsConsumerDefinition : RequestConsumerDefinition<EmbedTextsConsumer>;

internal sealed class CompareResumeConsumerDefinition : RequestConsumerDefinition<CompareResumeConsumer>;

internal static class QueryAnswers
{
    extension(ConsumeContext context)
    {
        /// <summary>Answers on the bus what a route answers over HTTP.</summary>
        public Task AnswerAsync<T>(Results<Ok<T>, ApiError> answer)
            where T : class => answer.Result switch
            {
                Ok<T> ok => context.RespondAsync(ok.Value!),
                ApiError error => context.RespondAsync(new RequestRefused(error.Status, error.Message)),
                _ => throw new InvalidOperationException("A route has another answer than its signature says."),
            };
    }
}
